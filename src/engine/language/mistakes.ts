// The mistakes people make when they first write these rules, each as a rule that makes it. A learner's rule that moves
// like one of them has that mistake, however it is written. The right lines are those of the built-in optimizers.

import { adam } from '../optimizers/adam.ts'
import { momentum } from '../optimizers/momentum.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { rmsprop } from '../optimizers/rmsprop.ts'

export type Mistake =
  | 'noOneMinusBeta'
  | 'oneMinusBetaOnWrongTerm'
  | 'swappedBeta'
  | 'memoryReset'
  | 'movedBeforeUpdate'
  | 'plusForMinus'
  | 'notSquared'
  | 'noRoot'
  | 'correctionMultiplied'
  | 'wrongBetaInCorrection'
  | 'tFromZero'
  | 'epochForT'
  | 'correctionWrittenBack'
  | 'alphaSquared'
  | 'productWithW'
  | 'noCorrection'

export type ExerciseKey = 'momentum' | 'rmsprop' | 'adam' | 'biasCorrection'

const head = {
  momentum: 'parameter beta = 0.9 from 0 to 0.999\n',
  biasCorrection: 'parameter beta = 0.9 from 0 to 0.999\n',
  rmsprop: 'parameter beta2 = 0.9 from 0 to 0.9999\nparameter epsilon = 1e-8 from 1e-12 to 1 log\n',
  adam: `parameter beta1 = 0.9 from 0 to 0.999
parameter beta2 = 0.999 from 0 to 0.9999
parameter epsilon = 1e-8 from 1e-12 to 1 log
`,
} satisfies Record<ExerciseKey, string>

/** Returns the rule with its parameter lines. */
export const written = (exercise: ExerciseKey, lines: readonly string[]): string =>
  `${head[exercise]}${lines.join('\n')}\n`

/** Returns the lines of a built-in optimizer, without its parameters. */
const linesOf = ({ ruleOf }: Optimizer, course: boolean, corrected: boolean): readonly string[] =>
  ruleOf(course, corrected)
    .source.trim()
    .split('\n')
    .filter((line) => !line.startsWith('parameter '))

/** The right rules. The second entry of a list is the other convention, which is right too. */
export const right: Readonly<Record<ExerciseKey, readonly (readonly string[])[]>> = {
  momentum: [linesOf(momentum, true, false)],
  biasCorrection: [linesOf(momentum, true, true)],
  rmsprop: [linesOf(rmsprop, true, false), linesOf(rmsprop, false, false)],
  adam: [linesOf(adam, true, true), linesOf(adam, false, true)],
}
const [V1, S1] = right.adam[0]
const [momentumV] = right.momentum[0]

type Slips = readonly (readonly [Mistake, string])[]

/** Wrong averages: V of θ with β. */
const averages = (V: string, beta: string, of: string): Slips => [
  ['noOneMinusBeta', `${V} = ${beta}*${V} + ${of}`],
  ['oneMinusBetaOnWrongTerm', `${V} = (1 - ${beta})*${beta}*${V} + ${of}`],
  ['oneMinusBetaOnWrongTerm', `${V} = (1 - ${beta})*(${beta}*${V}) + ${beta}*${of}`],
  ['oneMinusBetaOnWrongTerm', `${V} = (1 - ${beta})*${V} + ${of}`],
  ['oneMinusBetaOnWrongTerm', `${V} = (1 - ${beta})*(${beta}*${V} + ${of})`],
  ['oneMinusBetaOnWrongTerm', `${V} = (1 - ${beta})*(${V} + ${of})`],
  ['swappedBeta', `${V} = (1 - ${beta})*${V} + ${beta}*${of}`],
  ['memoryReset', `${V} = (1 - ${beta})*${of}`],
]

type Wrong = readonly (readonly [Mistake, readonly string[]])[]

/** Wrong steps. `step` is what α multiplies. */
const steps = (before: readonly string[], step: string): Wrong => [
  ['plusForMinus', [...before, `w = w + alpha*${step}`]],
  ['alphaSquared', [...before, `w = w - alpha^2*${step}`]],
  ['alphaSquared', [...before, `w = w - alpha*(alpha*${step})*alpha`]],
  ['productWithW', [...before, `w = w - alpha*${step}*w`]],
  ['productWithW', [...before, `w = w - alpha*(${step} + w)`]],
  ['productWithW', [...before, `w = w*(1 - alpha) - alpha*w*${step}`]],
  ['productWithW', [...before, `w = w*(w - alpha*${step})`]],
]

const corrections = (beta: string, V: string, other?: string): Slips => [
  ['correctionMultiplied', `${V}*(1 - ${beta}^t)`],
  ['tFromZero', `${V}/(1 - ${beta}^(t - 1))`],
  ['epochForT', `${V}/(1 - ${beta}^epoch)`],
  ['epochForT', `${V}/(1 - ${beta}^(epoch + 1))`],
  ['wrongBetaInCorrection', `${V}/(1 - (1 - ${beta})^t)`],
  ...(other ? ([['wrongBetaInCorrection', `${V}/(1 - ${other}^t)`]] as const) : []),
  ['noCorrection', V],
]

const adamStep = (Vc: string, Sc: string): string => `w = w - alpha*(${Vc})/sqrt(${Sc} + epsilon)`
const Vc = 'V/(1 - beta1^t)'
const Sc = 'S/(1 - beta2^t)'
const adamRatio = `(${Vc})/sqrt(${Sc} + epsilon)`

/** Rules with one slip or the other, then rules with both at once. `lines` gets undefined where nothing is wrong. */
const oneOrBoth = (
  first: Slips,
  second: Slips,
  lines: (first?: string, second?: string) => readonly string[],
): Wrong => [
  ...first.map(([id, a]) => [id, lines(a)] as const),
  ...second.map(([id, b]) => [id, lines(undefined, b)] as const),
  ...first.flatMap(([id, a]) =>
    second.filter(([other]) => other === id).map(([, b]) => [id, lines(a, b)] as const),
  ),
]

export const wrong: Readonly<Record<ExerciseKey, Wrong>> = {
  momentum: [
    ...averages('V', 'beta', 'dW').map(([id, line]) => [id, [line, 'w = w - alpha*V']] as const),
    ['movedBeforeUpdate', ['w = w - alpha*V', momentumV]],
    ...steps([momentumV], 'V'),
  ],
  biasCorrection: [
    ...averages('V', 'beta', 'dW').map(([id, line]) => [id, [line, 'w = w - alpha*V/(1 - beta^t)']] as const),
    ...corrections('beta', 'V').map(([id, V]) => [id, [momentumV, `w = w - alpha*(${V})`]] as const),
    ['correctionWrittenBack', [momentumV, 'V = V/(1 - beta^t)', 'w = w - alpha*V']],
    ['movedBeforeUpdate', ['w = w - alpha*V/(1 - beta^t)', momentumV]],
    ...steps([momentumV], 'V/(1 - beta^t)'),
  ],
  rmsprop: [
    ...averages('S', 'beta2', 'dW^2').map(
      ([id, line]) => [id, [line, 'w = w - alpha*dW/sqrt(S + epsilon)']] as const,
    ),
    ['movedBeforeUpdate', ['w = w - alpha*dW/sqrt(S + epsilon)', S1]],
    ['notSquared', ['S = beta2*S + (1 - beta2)*dW', 'w = w - alpha*dW/sqrt(S + epsilon)']],
    ['notSquared', ['S = beta2*S + (1 - beta2)*dW', 'w = w - alpha*dW/(sqrt(S) + epsilon)']],
    ['noRoot', [S1, 'w = w - alpha*dW/(S + epsilon)']],
    ...steps([S1], 'dW/sqrt(S + epsilon)'),
  ],
  adam: [
    ...oneOrBoth(averages('V', 'beta1', 'dW'), averages('S', 'beta2', 'dW^2'), (V = V1, S = S1) => [
      V,
      S,
      adamStep(Vc, Sc),
    ]),
    ...oneOrBoth(corrections('beta1', 'V', 'beta2'), corrections('beta2', 'S', 'beta1'), (V = Vc, S = Sc) => [
      V1,
      S1,
      adamStep(V, S),
    ]),
    ['correctionWrittenBack', [V1, S1, `V = ${Vc}`, adamStep('V', Sc)]],
    ['correctionWrittenBack', [V1, S1, `S = ${Sc}`, adamStep(Vc, 'S')]],
    ['correctionWrittenBack', [V1, S1, `V = ${Vc}`, `S = ${Sc}`, adamStep('V', 'S')]],
    ['movedBeforeUpdate', [adamStep(Vc, Sc), V1, S1]],
    ['movedBeforeUpdate', [S1, adamStep(Vc, Sc), V1]],
    ['movedBeforeUpdate', [V1, adamStep(Vc, Sc), S1]],
    ['notSquared', [V1, 'S = beta2*S + (1 - beta2)*dW', adamStep(Vc, Sc)]],
    ['notSquared', [V1, 'S = beta2*S + (1 - beta2)*dW', `w = w - alpha*(${Vc})/(sqrt(${Sc}) + epsilon)`]],
    ['noRoot', [V1, S1, `w = w - alpha*(${Vc})/(${Sc} + epsilon)`]],
    ...steps([V1, S1], adamRatio),
  ],
}
