// The gallery's entries in order. To add one, add an object to one of the two lists.

import { noises } from './noises.ts'
import type { Phenomenon } from './phenomenon.ts'
import { valleys } from './valleys.ts'

export const phenomena: readonly Phenomenon[] = [...valleys, ...noises]
