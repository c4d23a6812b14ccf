// The gallery's entries, in their order. A new one is an object in one of the two lists.

import { noises } from './noises.ts'
import type { Phenomenon } from './phenomenon.ts'
import { valleys } from './valleys.ts'

export const phenomena: readonly Phenomenon[] = [...valleys, ...noises]
