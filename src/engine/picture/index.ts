// Pictures of surfaces for a worker: tint and isolines in pixels, or isolines as segments.

export { contours, type Contours } from './contours.ts'
export { levelsFor, type Levels } from './levels.ts'
export { paintSurface, paintValues, type Color, type Look, type PictureColors } from './paint.ts'
export { sampleSurface, type View } from './sample.ts'
