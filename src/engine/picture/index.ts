// Pictures of surfaces for a worker: tint and isolines in pixels, or isolines as segments.

export { contours, type Contours } from './contours.ts'
export { paintCutPaper, rimHeights, wallsOf, type PaperColors } from './cutPaper.ts'
export { evenLevels, levelsFor, type Levels } from './levels.ts'
export type { LevelMark } from './marks.ts'
export { paintSurface, paintValues, type Look, type Painted } from './paint.ts'
export { sampleSurface, type View } from './sample.ts'
export { contrast, lineOf, tintsOf, type Color, type PictureColors } from './tint.ts'
