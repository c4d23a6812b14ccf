// Paths through the course, made of the lessons' steps: two for lectures, one for students alone at a computer. A path
// includes the defining step of everything it asks about.

import type { PathName, PathStep } from '../course/paths.ts'

export const paths: Readonly<Record<PathName, readonly PathStep[]>> = {
  lecture45: [
    { minute: 0, lesson: 'reading-the-map', step: 'slice' },
    { minute: 4, lesson: 'reading-the-map', step: 'zigzag' },
    { minute: 7, lesson: 'mini-batch', step: 'waiting' },
    { minute: 11, lesson: 'reading-the-cost', step: 'noise' },
    { minute: 14, lesson: 'averages', step: 'first' },
    { minute: 17, lesson: 'averages', step: 'window' },
    { minute: 20, lesson: 'bias-correction', step: 'purple' },
    { minute: 24, lesson: 'momentum', step: 'ravine' },
    { minute: 27, lesson: 'momentum', step: 'limit' },
    { minute: 31, lesson: 'rmsprop', step: 'axes' },
    { minute: 34, lesson: 'adam', step: 'both' },
    { minute: 37, lesson: 'adam', step: 'turn' },
    { minute: 41, lesson: 'decay', step: 'first' },
  ],
  lecture90: [
    { minute: 0, lesson: 'reading-the-map', step: 'slice' },
    { minute: 4, lesson: 'reading-the-map', step: 'zigzag' },
    { minute: 8, lesson: 'reading-the-map', step: 'ravine' },
    { minute: 12, lesson: 'mini-batch', step: 'waiting' },
    { minute: 17, lesson: 'reading-the-cost', step: 'noise' },
    { minute: 21, lesson: 'batch-size', step: 'measured' },
    { minute: 25, lesson: 'batch-size', step: 'cloud' },
    { minute: 30, lesson: 'averages', step: 'first' },
    { minute: 33, lesson: 'averages', step: 'window' },
    { minute: 37, lesson: 'bias-correction', step: 'purple' },
    { minute: 42, lesson: 'momentum', step: 'ravine' },
    { minute: 45, lesson: 'momentum', step: 'limit' },
    { minute: 50, lesson: 'momentum', step: 'strips' },
    { minute: 54, lesson: 'rmsprop', step: 'axes' },
    { minute: 58, lesson: 'rmsprop', step: 'chatter' },
    { minute: 62, lesson: 'adam', step: 'both' },
    { minute: 65, lesson: 'adam', step: 'turn' },
    { minute: 70, lesson: 'adam', step: 'thousand' },
    { minute: 74, lesson: 'decay', step: 'first' },
    { minute: 77, lesson: 'decay', step: 'too-early' },
    { minute: 81, lesson: 'local-optima', step: 'ridge' },
    { minute: 86, lesson: 'local-optima', step: 'many' },
  ],
  lab90: [
    { minute: 0, lesson: 'reading-the-map', step: 'slice' },
    { minute: 4, lesson: 'reading-the-map', step: 'zigzag' },
    { minute: 9, lesson: 'mini-batch', step: 'first' },
    { minute: 17, lesson: 'reading-the-cost', step: 'noise' },
    { minute: 21, lesson: 'reading-the-cost', step: 'alarm' },
    { minute: 28, lesson: 'batch-size', step: 'measured' },
    { minute: 35, lesson: 'averages', step: 'first' },
    { minute: 39, lesson: 'averages', step: 'lag' },
    { minute: 43, lesson: 'averages', step: 'another-year' },
    { minute: 49, lesson: 'bias-correction', step: 'purple' },
    { minute: 54, lesson: 'momentum', step: 'ravine' },
    { minute: 58, lesson: 'momentum', step: 'thirty' },
    { minute: 66, lesson: 'rmsprop', step: 'axes' },
    { minute: 70, lesson: 'adam', step: 'both' },
    { minute: 74, lesson: 'adam', step: 'turn' },
    { minute: 78, lesson: 'adam', step: 'challenge' },
    { minute: 84, lesson: 'decay', step: 'first' },
    { minute: 87, lesson: 'local-optima', step: 'ridge' },
  ],
}

/** The steps whose key points end a lecture. */
export const takeHome: Readonly<Record<PathName, readonly string[]>> = {
  lecture45: ['mini-batch/waiting', 'averages/window', 'momentum/limit', 'adam/turn', 'decay/first'],
  lecture90: ['mini-batch/waiting', 'batch-size/cloud', 'momentum/limit', 'adam/turn', 'local-optima/many'],
  lab90: ['reading-the-map/zigzag', 'averages/lag', 'momentum/ravine', 'adam/turn', 'local-optima/ridge'],
}
