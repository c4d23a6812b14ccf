// A formula or a rule of the address that could not be read. It stays in its box to be corrected, and a formula in the address
// too, as long as the document has the one that was used instead.

import { create } from 'zustand'
import type { ObjectiveSpec } from '../engine/experiment.ts'

export interface FormulaDraft {
  readonly source: string
  /** What was used instead. */
  readonly used: string
  /** Of a rule: the place of its run. */
  readonly run?: number
}

export const useFormulaDraft = create<{ readonly draft: FormulaDraft | undefined }>()(() => ({
  draft: undefined,
}))

/** The text for the box of this objective's formula, where it is another one than its own. */
export const draftOf = (draft: FormulaDraft | undefined, objective: ObjectiveSpec): string | undefined =>
  draft?.run === undefined && objective.kind === 'expression' && objective.source === draft?.used
    ? draft.source
    : undefined

/** The text for the box of a run's rule, where it is another one than its own. */
export const ruleDraftOf = (
  draft: FormulaDraft | undefined,
  run: number,
  rule: string,
): string | undefined => (draft?.run === run && draft.used === rule ? draft.source : undefined)
