// A formula or rule of the address that did not parse. It stays in its box to be corrected (a formula also in the
// address) while the document has the replacement.

import { create } from 'zustand'
import type { ObjectiveSpec } from '../engine/experiment.ts'

export interface FormulaDraft {
  readonly source: string
  /** The replacement. */
  readonly used: string
  /** For a rule: the index of its run. */
  readonly run?: number
}

export const useFormulaDraft = create<{ readonly draft: FormulaDraft | undefined }>()(() => ({
  draft: undefined,
}))

/** Returns the text for this objective's formula box if it differs from its own formula. */
export const draftOf = (draft: FormulaDraft | undefined, objective: ObjectiveSpec): string | undefined =>
  draft?.run === undefined && objective.kind === 'expression' && objective.source === draft?.used
    ? draft.source
    : undefined

/** Returns the text for a run's rule box if it differs from its own rule. */
export const ruleDraftOf = (
  draft: FormulaDraft | undefined,
  run: number,
  rule: string,
): string | undefined => (draft?.run === run && draft.used === rule ? draft.source : undefined)
