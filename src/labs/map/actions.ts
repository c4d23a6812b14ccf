// What the header, the keys and an embedding page do with the map.

import { pictureOf } from '../../panels/pictures.ts'
import type { Actions } from '../lab.ts'
import { raceActions } from '../raceActions.ts'
import { openMap } from './session.ts'

/** The page itself saves maps. */
export const mapActions: Actions = {
  ...raceActions,
  picture: () => pictureOf('map') ?? pictureOf('hypermap'),
  open: openMap,
  exports: [],
  save: () => Promise.resolve(),
}
