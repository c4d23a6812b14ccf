// Paths through the course, made of the lessons' steps: two for lectures, one for students alone at a computer. A path
// includes the defining step of everything it asks about.

import type { Minutes, PathName } from '../course/paths.ts'

/** The minute at which each step begins. */
export const minutes: Readonly<Record<PathName, Minutes>> = {
  lecture45: {
    'reading-the-map': { slice: 0, zigzag: 4 },
    'mini-batch': { waiting: 7 },
    'reading-the-cost': { noise: 11 },
    averages: { first: 14, window: 17 },
    'bias-correction': { purple: 20 },
    momentum: { ravine: 24, limit: 27 },
    rmsprop: { axes: 31 },
    adam: { both: 34, turn: 37 },
    decay: { first: 41 },
  },
  lecture90: {
    'reading-the-map': { slice: 0, zigzag: 4, ravine: 8 },
    'mini-batch': { waiting: 12 },
    'reading-the-cost': { noise: 17 },
    'batch-size': { measured: 21, cloud: 25 },
    averages: { first: 30, window: 33 },
    'bias-correction': { purple: 37 },
    momentum: { ravine: 42, limit: 45, strips: 50 },
    rmsprop: { axes: 54, chatter: 58 },
    adam: { both: 62, turn: 65, thousand: 70 },
    decay: { first: 74, 'too-early': 77 },
    'local-optima': { ridge: 81, many: 86 },
  },
  lab90: {
    'reading-the-map': { slice: 0, zigzag: 4 },
    'mini-batch': { first: 9 },
    'reading-the-cost': { noise: 17, alarm: 21 },
    'batch-size': { measured: 28 },
    averages: { first: 35, lag: 39, 'another-year': 43 },
    'bias-correction': { purple: 49 },
    momentum: { ravine: 54, thirty: 58 },
    rmsprop: { axes: 66 },
    adam: { both: 70, turn: 74, challenge: 78 },
    decay: { first: 84 },
    'local-optima': { ridge: 87 },
  },
}

/** The steps whose key points end a lecture. */
export const takeHome: Readonly<Record<PathName, readonly string[]>> = {
  lecture45: ['mini-batch/waiting', 'averages/window', 'momentum/limit', 'adam/turn', 'decay/first'],
  lecture90: ['mini-batch/waiting', 'batch-size/cloud', 'momentum/limit', 'adam/turn', 'local-optima/many'],
  lab90: ['reading-the-map/zigzag', 'averages/lag', 'momentum/ravine', 'adam/turn', 'local-optima/ridge'],
}
