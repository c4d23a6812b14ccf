// The gallery's entries in order, those of each lab together.

import { phenomena as ofAverages } from './averages/gallery.ts'
import { phenomena as ofDescent } from './descent/gallery/index.ts'
import type { Phenomenon } from './phenomenon.ts'

export const phenomena: readonly Phenomenon[] = [...ofDescent, ...ofAverages]

export const addressOf = ({ route, link }: Phenomenon): string => `#/${route}?${link}`
