// The gallery's entries on runs, in order. To add one, add an object to one of the two lists.

import { labRoutes } from '../../../document/routes.ts'
import type { Phenomenon } from '../../phenomenon.ts'
import { playground } from '../preset.ts'
import { noises } from './noises.ts'
import { computed, pictureOf } from './phenomenon.ts'
import { valleys } from './valleys.ts'

export const phenomena: readonly Phenomenon[] = [...valleys, ...noises].map((one) => ({
  ...one,
  route: labRoutes.descent,
  preset: playground.experiment,
  ...(one.batches && { scene: 'cost' }),
  holds: () => one.claim(...computed(one.link).runs),
  picture: () => pictureOf(one),
}))
