// Paths through the course for a lecture, over the lessons' own steps: the minute at which each begins.

import type { LessonId } from './lesson.ts'

export type PathName = 'lecture45' | 'lecture90'
export interface PathStep {
  readonly minute: number
  readonly lesson: LessonId
  readonly step: string
}

const at = (minute: number, lesson: LessonId, step: string): PathStep => ({ minute, lesson, step })

export const paths: Readonly<Record<PathName, readonly PathStep[]>> = {
  lecture45: [
    at(0, 'mini-batch', 'waiting'),
    at(5, 'reading-the-cost', 'noise'),
    at(9, 'batch-size', 'slice'),
    at(13, 'batch-size', 'cloud'),
    at(17, 'averages', 'window'),
    at(20, 'bias-correction', 'purple'),
    at(24, 'momentum', 'limit'),
    at(28, 'momentum', 'strips'),
    at(31, 'rmsprop', 'chatter'),
    at(35, 'adam', 'turn'),
    at(39, 'adam', 'thousand'),
    at(42, 'decay', 'closing-in'),
  ],
  lecture90: [
    at(0, 'mini-batch', 'waiting'),
    at(6, 'reading-the-cost', 'noise'),
    at(10, 'batch-size', 'slice'),
    at(15, 'batch-size', 'zigzag'),
    at(19, 'batch-size', 'measured'),
    at(23, 'batch-size', 'cloud'),
    at(28, 'averages', 'window'),
    at(32, 'averages', 'lag'),
    at(36, 'bias-correction', 'purple'),
    at(41, 'momentum', 'limit'),
    at(46, 'momentum', 'strips'),
    at(50, 'momentum', 'mild'),
    at(54, 'rmsprop', 'first'),
    at(58, 'rmsprop', 'chatter'),
    at(62, 'adam', 'turn'),
    at(67, 'adam', 'thousand'),
    at(71, 'decay', 'closing-in'),
    at(75, 'decay', 'too-early'),
    at(80, 'local-optima', 'ridge'),
    at(85, 'local-optima', 'many'),
  ],
}

export const isPath = (name: string | undefined): name is PathName =>
  name !== undefined && Object.hasOwn(paths, name)

/** The steps whose sentences a class takes home from a lecture. */
export const takeHome: Readonly<Record<PathName, readonly string[]>> = {
  lecture45: ['mini-batch/waiting', 'batch-size/cloud', 'momentum/limit', 'adam/turn', 'decay/closing-in'],
  lecture90: ['mini-batch/waiting', 'batch-size/cloud', 'momentum/limit', 'adam/turn', 'local-optima/many'],
}
