// The eigenvalues of the current objective if its Hessian is constant, and what follows for the map.

import { useMemo } from 'react'
import type { MapExperiment } from '../../../engine/experiment.ts'
import { createObjective } from '../../../engine/objectives/create.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { useWords } from '../../../i18n/index.ts'
import { eigenvaluesOf } from '../../../panels/limits.ts'
import { theoryOf } from './theoryLines.ts'

export function useMapTheory(map: MapExperiment) {
  const words = useWords(mapWords).map.theory
  const { objective, seed } = map.base
  const eigenvalues = useMemo(
    () =>
      objective.kind === 'leastSquares'
        ? createObjective(objective, seed).landscape?.eigenvalues
        : eigenvaluesOf(objective),
    [objective, seed],
  )
  const theory = useMemo(
    () => theoryOf(map, eigenvalues, { limit: words.limit, best: words.best, critical: words.critical }),
    [map, eigenvalues, words],
  )
  return { eigenvalues, theory }
}
