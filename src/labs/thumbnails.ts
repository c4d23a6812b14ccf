// The contents page's thumbnail of each lesson, drawn by its lab.

import type { Drawn, Thumbnail } from '../course/drawn.ts'
import { averagesThumbnails } from './averages/thumbnails.ts'
import { descentThumbnails } from './descent/thumbnails.ts'

const thumbnails = { ...descentThumbnails, ...averagesThumbnails }

export const thumbnailOf = ({ of, ...drawn }: Drawn): Thumbnail =>
  (thumbnails[of] as (drawn: object) => Thumbnail)(drawn)
