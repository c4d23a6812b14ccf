// The hints for each mistake, in three stages: where to look, what is wrong, the line itself.

import type { Words } from '../words.ts'
import { right, type ExerciseKey, type Mistake } from './mistakes.ts'

type Two = readonly [Words, Words]

const average: Words = { en: 'Look at the line of the average.', zh: '看一看计算平均的那一行。' }
const step: Words = { en: 'Look at the line that moves w.', zh: '看一看更新 w 的那一行。' }
const correction: Words = { en: 'Look at the bias correction.', zh: '看一看偏差修正。' }

const said: Readonly<Record<Mistake, Two>> = {
  noOneMinusBeta: [
    average,
    {
      en: 'The new value enters whole: it needs the factor 1 − β.',
      zh: '新值被完整加入：它前面还需要因子 1 − β。',
    },
  ],
  oneMinusBetaOnWrongTerm: [
    average,
    {
      en: '1 − β belongs to the new value alone, and β to what is remembered.',
      zh: '1 − β 只乘新值，β 乘记住的旧值。',
    },
  ],
  swappedBeta: [
    average,
    {
      en: 'β and 1 − β have changed places: the memory fades far too fast.',
      zh: 'β 与 1 − β 的位置互换了：记忆消退得太快。',
    },
  ],
  memoryReset: [
    average,
    {
      en: 'Nothing is remembered: the line does not use the value of the step before.',
      zh: '什么也没有记住：这一行没有用到上一步的值。',
    },
  ],
  movedBeforeUpdate: [
    { en: 'Look at the order of the lines.', zh: '看一看各行的顺序。' },
    {
      en: 'w is moved before the average has seen this step’s gradient.',
      zh: 'w 在平均值计入这一步的梯度之前就被更新了。',
    },
  ],
  plusForMinus: [
    step,
    {
      en: 'The step goes up the gradient: there is a + where − belongs.',
      zh: '步子沿梯度上升：该用 − 的地方写成了 +。',
    },
  ],
  notSquared: [
    { en: 'Look at what S averages.', zh: '看一看 S 平均的是什么。' },
    {
      en: 'S averages dW, which may be negative; it should average dW².',
      zh: 'S 平均的是 dW，它可能为负；应当平均 dW²。',
    },
  ],
  noRoot: [
    step,
    {
      en: 'S is a mean of squares; the step divides by its square root.',
      zh: 'S 是平方的平均；步长应除以它的平方根。',
    },
  ],
  correctionMultiplied: [
    correction,
    {
      en: 'The correction divides by 1 − βᵗ; here it multiplies.',
      zh: '修正应当除以 1 − βᵗ；这里却是相乘。',
    },
  ],
  wrongBetaInCorrection: [
    correction,
    { en: 'Each average is corrected with its own β.', zh: '每个平均值用它自己的 β 来修正。' },
  ],
  tFromZero: [
    correction,
    {
      en: 't counts from 1, so 1 − βᵗ is not 0 at the first step; here the exponent is one too small.',
      zh: 't 从 1 开始，所以第一步 1 − βᵗ 不为 0；这里的指数小了 1。',
    },
  ],
  epochForT: [
    correction,
    {
      en: 'The exponent is t, the number of the update, not the number of the epoch.',
      zh: '指数是 t，即第几次更新，而不是第几轮。',
    },
  ],
  correctionWrittenBack: [
    correction,
    {
      en: 'The corrected value is used for the step only; written back into the memory, it is corrected again and again.',
      zh: '修正后的值只用于这一步；写回记忆后会被一再修正。',
    },
  ],
  alphaSquared: [step, { en: 'α is multiplied in more than once.', zh: 'α 被乘了不止一次。' }],
  productWithW: [
    step,
    {
      en: 'w itself scales the step, as a weight decay does; only α and the average belong there.',
      zh: '步长里乘进了 w 本身，像权重衰减那样；这里只应有 α 和平均值。',
    },
  ],
  noCorrection: [
    correction,
    {
      en: 'The correction is missing: the first averages are too close to 0.',
      zh: '缺少修正：最初的平均值过于接近 0。',
    },
  ],
}

const unknown: Two = [
  { en: 'It does not move like the rule of the course notes.', zh: '它走得与课程笔记里的规则不一样。' },
  {
    en: 'Compare each line with the course notes. Begin with the averages, then look at the step.',
    zh: '逐行与课程笔记对照：先看平均，再看更新。',
  },
]

/** Returns the three hints of a mistake. The last one is the notes' lines. */
export function hintsOf(exercise: ExerciseKey, mistake: Mistake | undefined): readonly [Words, Words, Words] {
  const [where, what] = mistake ? said[mistake] : unknown
  const lines = right[exercise][0].join('; ')
  return [where, what, { en: `The course notes say: ${lines}`, zh: `课程笔记的写法：${lines}` }]
}
