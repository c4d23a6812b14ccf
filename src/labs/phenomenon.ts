// An entry of the gallery: a phenomenon as a link, a small picture of what the link shows, and the claim of its sentence.

import type { Thumbnail } from '../course/drawn.ts'
import type { Experiment } from '../engine/experiment.ts'
import type { Words } from '../engine/words.ts'

export interface NamedLink {
  readonly id: string
  /** In the field's words. */
  readonly name: Words
  /** One sentence, checked by a claim. */
  readonly says: Words
  /** The part after the route's `?`. */
  readonly link: string
}

export interface Phenomenon extends NamedLink {
  readonly route: string
  /** The experiment that the link is read against. */
  readonly preset: Experiment
  /** What a map must show: w from, to, b from, to. */
  readonly box?: readonly number[] | undefined
  /** The large picture on the stage, by its key. Default: the lab's first. */
  readonly scene?: string
  /** Computes whether the sentence holds. */
  holds(): boolean
  /** Computes the picture from the link. */
  picture(): Thumbnail
}
