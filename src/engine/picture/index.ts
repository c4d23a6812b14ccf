// Pictures of surfaces for a worker: tint and isolines in pixels, or isolines as segments.

export { contours, type Contours } from './contours.ts'
export { levelsFor, type Levels } from './levels.ts'
export { paintSurface, paintValues, type Colour, type Look, type PictureColours } from './paint.ts'
export { sampleSurface, type View } from './sample.ts'
