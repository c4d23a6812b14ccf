// The hyperparameter map as a page: its session, and the lab when the document is there.

import { HyperMap } from '../../panels/hypermap/HyperMap.tsx'
import { useMapLab } from './useMapLab.ts'

export function MapPage() {
  return useMapLab() ? <HyperMap /> : null
}
