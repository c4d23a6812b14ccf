// The generated sets. Example i depends only on the seed and i. Its class is i mod classes, so classes have equal sizes
// (xor: by quadrant). Coordinates lie within about ±1.2. `noise` is the standard deviation of a normal shift of each
// coordinate (blobs: of the clouds; curve: of y). Circles, moons and blobs follow scikit-learn (Pedregosa et al. 2011),
// xor Minsky & Papert 1969, the spiral Lang & Witbrock 1988.

import { cos, sin } from '../exact.ts'
import type { GeneratedDatasetKind } from '../experiment.ts'
import type { GeneratedEntry } from './dataset.ts'
import type { Draws } from './draw.ts'

const pi = 3.141592653589793

/** Uses draws 4 … 5 for the noise. */
function place(draws: Draws, noise: number, x: Float64Array, first: number, second: number): void {
  x[0] = first + (noise === 0 ? 0 : noise * draws.normal(4))
  x[1] = second + (noise === 0 ? 0 : noise * draws.other)
}

const binary = { activation: 'tanh', loss: 'crossEntropy', lambda: 0 } as const
const plane = { features: 2, fewestFeatures: 2 } as const
const twoClasses = {
  ...plane,
  classes: 2,
  noise: 0.1,
  network: { layers: [2, 4, 1], ...binary, alpha: 0.05 },
} as const

export const generatedSets: Readonly<Record<GeneratedDatasetKind, GeneratedEntry>> = {
  circles: {
    label: { en: 'Circles', zh: '同心圆' },
    help: {
      en: 'A ring around a smaller ring. No straight line separates them.',
      zh: '大环套小环：没有直线能把两类分开。',
    },
    ...twoClasses,
    example(draws, i, _classes, noise, x) {
      const angle = 2 * pi * draws.uniform(0)
      const label = i % 2
      const radius = label === 1 ? 0.5 : 1
      place(draws, noise, x, radius * cos(angle), radius * sin(angle))
      return label
    },
  },
  moons: {
    label: { en: 'Moons', zh: '双月' },
    help: { en: 'Two half moons, one inside the other’s curve.', zh: '两个互相环抱的半月。' },
    ...twoClasses,
    example(draws, i, _classes, noise, x) {
      const angle = pi * draws.uniform(0)
      const label = i % 2
      const across = cos(angle)
      const up = sin(angle)
      // Scaled by two thirds, so both moons lie within ±1.
      if (label === 0) place(draws, noise, x, (across - 0.5) / 1.5, (up - 0.25) / 1.5)
      else place(draws, noise, x, (0.5 - across) / 1.5, (0.25 - up) / 1.5)
      return label
    },
  },
  xor: {
    label: { en: 'Exclusive or', zh: '异或' },
    help: {
      en: 'Class 1 where exactly one coordinate is positive: two corners against two.',
      zh: '恰有一个坐标为正的是 1 类：对角的两块对另两块。',
    },
    ...twoClasses,
    example(draws, _i, _classes, noise, x) {
      const first = 2 * draws.uniform(0) - 1
      const second = 2 * draws.uniform(1) - 1
      place(draws, noise, x, first, second)
      return first > 0 === second > 0 ? 0 : 1
    },
  },
  blobs: {
    label: { en: 'Blobs', zh: '高斯团' },
    help: {
      en: 'One normal cloud per class, placed on a circle; the noise is the width of the clouds.',
      zh: '每类一团正态分布的点，排在一个圆上；噪声是团的宽度。',
    },
    ...plane,
    classes: 'any',
    noise: 0.25,
    network: { layers: [2, 4, 3], ...binary, alpha: 0.05 },
    example(draws, i, classes, noise, x) {
      const label = i % classes
      const angle = 2 * pi * (label / classes) + pi / 4
      place(draws, noise, x, 0.8 * cos(angle), 0.8 * sin(angle))
      return label
    },
  },
  spiral: {
    label: { en: 'Spiral', zh: '螺旋' },
    help: {
      en: 'Arms that wind around each other. They take more hidden units and more epochs.',
      zh: '互相缠绕的旋臂：需要更多隐藏单元和更多轮。',
    },
    ...plane,
    classes: 'any',
    noise: 0.02,
    network: { layers: [2, 8, 8, 1], ...binary, alpha: 0.03 },
    example(draws, i, classes, noise, x) {
      const label = i % classes
      const along = 0.05 + 0.95 * draws.uniform(0)
      const angle = 1.75 * 2 * pi * along + (2 * pi * label) / classes
      place(draws, noise, x, along * sin(angle), along * cos(angle))
      return label
    },
  },
  curve: {
    label: { en: 'Curve', zh: '曲线' },
    help: {
      en: 'y = sin(πx)·(1 − x/4) plus noise: one input, one number to predict. In a mislabelled example the sign is flipped.',
      zh: 'y = sin(πx)·(1 − x/4) 加噪声：一个输入，预测一个数。标签错误的样本符号相反。',
    },
    features: 1,
    fewestFeatures: 1,
    classes: 0,
    noise: 0.1,
    network: { layers: [1, 8, 1], activation: 'tanh', loss: 'squared', lambda: 0, alpha: 0.03 },
    example(draws, _i, _classes, noise, x) {
      const at = 2 * draws.uniform(0) - 1
      x[0] = at
      return sin(pi * at) * (1 - 0.25 * at) + (noise === 0 ? 0 : noise * draws.normal(4))
    },
  },
}
