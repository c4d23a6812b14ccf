// A part of an address that could not be used, and what is used instead.

import type { Words } from '../../engine/words.ts'

export interface LinkNotice {
  /** The parameter's name in the link, or that of a field that the link made invalid. */
  readonly parameter: string
  /** The field of a run, if the parameter has several. */
  readonly field?: string | undefined
  readonly fault: Words
  /** The replacement, as a link writes it. Empty: nothing. */
  readonly used: string
  /** The valid parameter of the link that conflicts with the field above, which is the route's own. */
  readonly because?: string
}
