// Pictures of surfaces for a worker: tint and isolines in pixels, or isolines as segments.

export { contours } from './contours.ts'
export { paintCutPaper, wallsOf, type PaperColors } from './cutPaper.ts'
export { evenLevels, levelsFor } from './levels.ts'
export { paintSurface, paintValues } from './paint.ts'
export { sampleSurface, type View } from './sample.ts'
export { contrast, lineOf, tintsOf } from './tint.ts'
