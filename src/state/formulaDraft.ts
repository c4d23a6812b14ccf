// A formula of the address that could not be read. It stays in its box and in the address, to be corrected, as long as the
// document has the formula that was used instead.

import { create } from 'zustand'
import type { ObjectiveSpec } from '../engine/experiment.ts'

export interface FormulaDraft {
  readonly source: string
  /** What was used instead. */
  readonly used: string
}

export const useFormulaDraft = create<{ readonly draft: FormulaDraft | undefined }>()(() => ({
  draft: undefined,
}))

/** The text for the box of this objective's formula, where it is another one than its own. */
export const draftOf = (draft: FormulaDraft | undefined, objective: ObjectiveSpec): string | undefined =>
  objective.kind === 'expression' && objective.source === draft?.used ? draft.source : undefined
