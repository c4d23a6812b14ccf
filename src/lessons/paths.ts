// Paths through the course, over the lessons' own steps: two for a lecture, one for students alone at a computer. The minute
// at which each step begins. A path has the defining step of everything that it asks about.

import type { LessonId } from './lesson.ts'

export const pathNames = ['lecture45', 'lecture90', 'lab90'] as const
export type PathName = (typeof pathNames)[number]
export interface PathStep {
  readonly minute: number
  readonly lesson: LessonId
  readonly step: string
}

const at = (minute: number, lesson: LessonId, step: string): PathStep => ({ minute, lesson, step })

export const paths: Readonly<Record<PathName, readonly PathStep[]>> = {
  lecture45: [
    at(0, 'reading-the-map', 'slice'),
    at(4, 'reading-the-map', 'zigzag'),
    at(7, 'mini-batch', 'waiting'),
    at(11, 'reading-the-cost', 'noise'),
    at(14, 'averages', 'first'),
    at(17, 'averages', 'window'),
    at(20, 'bias-correction', 'purple'),
    at(24, 'momentum', 'ravine'),
    at(27, 'momentum', 'limit'),
    at(31, 'rmsprop', 'axes'),
    at(34, 'adam', 'both'),
    at(37, 'adam', 'turn'),
    at(41, 'decay', 'first'),
  ],
  lecture90: [
    at(0, 'reading-the-map', 'slice'),
    at(4, 'reading-the-map', 'zigzag'),
    at(8, 'reading-the-map', 'ravine'),
    at(12, 'mini-batch', 'waiting'),
    at(17, 'reading-the-cost', 'noise'),
    at(21, 'batch-size', 'measured'),
    at(25, 'batch-size', 'cloud'),
    at(30, 'averages', 'first'),
    at(33, 'averages', 'window'),
    at(37, 'bias-correction', 'purple'),
    at(42, 'momentum', 'ravine'),
    at(45, 'momentum', 'limit'),
    at(50, 'momentum', 'strips'),
    at(54, 'rmsprop', 'axes'),
    at(58, 'rmsprop', 'chatter'),
    at(62, 'adam', 'both'),
    at(65, 'adam', 'turn'),
    at(70, 'adam', 'thousand'),
    at(74, 'decay', 'first'),
    at(77, 'decay', 'too-early'),
    at(81, 'local-optima', 'ridge'),
    at(86, 'local-optima', 'many'),
  ],
  lab90: [
    at(0, 'reading-the-map', 'slice'),
    at(4, 'reading-the-map', 'zigzag'),
    at(9, 'mini-batch', 'first'),
    at(17, 'reading-the-cost', 'noise'),
    at(21, 'reading-the-cost', 'alarm'),
    at(28, 'batch-size', 'measured'),
    at(35, 'averages', 'first'),
    at(39, 'averages', 'lag'),
    at(43, 'averages', 'another-year'),
    at(49, 'bias-correction', 'purple'),
    at(54, 'momentum', 'ravine'),
    at(58, 'momentum', 'thirty'),
    at(66, 'rmsprop', 'axes'),
    at(70, 'adam', 'both'),
    at(74, 'adam', 'turn'),
    at(78, 'adam', 'challenge'),
    at(84, 'decay', 'first'),
    at(87, 'local-optima', 'ridge'),
  ],
}

export const isPath = (name: string | undefined): name is PathName =>
  name !== undefined && Object.hasOwn(paths, name)

/** The steps whose sentences a class takes home from a lecture. */
export const takeHome: Readonly<Record<PathName, readonly string[]>> = {
  lecture45: ['mini-batch/waiting', 'averages/window', 'momentum/limit', 'adam/turn', 'decay/first'],
  lecture90: ['mini-batch/waiting', 'batch-size/cloud', 'momentum/limit', 'adam/turn', 'local-optima/many'],
  lab90: ['reading-the-map/zigzag', 'averages/lag', 'momentum/ravine', 'adam/turn', 'local-optima/ridge'],
}
