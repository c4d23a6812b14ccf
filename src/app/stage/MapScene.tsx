// Only the hyperparameter map, for the projector.

import { MapFigure } from '../../panels/hypermap/MapFigure.tsx'
import { useMapTheory } from '../../panels/hypermap/useMapTheory.ts'
import type { mapOf } from '../../state/mapSettings.ts'

export function MapScene({ map }: { readonly map: ReturnType<typeof mapOf> }) {
  const { theory } = useMapTheory(map)
  return <MapFigure map={map} theory={theory} shown="value" />
}
