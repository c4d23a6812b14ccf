// The lines of which most rules are made, as formulas: an average, its bias correction, a step.

import type { Convention } from '../experiment.ts'
import { fraction, root, s, squared, type Formula, type FormulaNode } from '../formula.ts'

/** V := βV + (1 − β)θ. */
export const averageLine = (slot: string, beta: string, theta: FormulaNode): Formula => [
  s(slot),
  ' := ',
  s(beta),
  s(slot),
  ' + (1 − ',
  s(beta),
  ')',
  theta,
]

/** Vc = V / (1 − βᵗ). */
export const correctionLine = (name: string, slot: string, beta: string): Formula => [
  s(name),
  ' = ',
  fraction([s(slot)], ['1 − ', s(beta, 't')]),
]

/** w := w − α …. */
export const stepLine = (...step: readonly FormulaNode[]): Formula => [
  s('w'),
  ' := ',
  s('w'),
  ' − ',
  s('alpha'),
  ...step,
]

/** √(S + ε) in the course, √S + ε in PyTorch. */
export const rootWithEpsilon = (slot: string, convention: Convention): readonly FormulaNode[] =>
  convention === 'course' ? [root(s(slot), ' + ', s('epsilon'))] : [root(s(slot)), ' + ', s('epsilon')]

/** Adam's lines, on which AdamW's and RMSprop's rest: two averages, their corrections, one step. */
export function adamLines(convention: Convention, biasCorrection: boolean): readonly Formula[] {
  const averages = [averageLine('V', 'beta1', s('dW')), averageLine('S', 'beta2', squared('dW'))]
  if (!biasCorrection) return [...averages, stepLine(fraction([s('V')], rootWithEpsilon('S', convention)))]
  return [
    ...averages,
    correctionLine('Vc', 'V', 'beta1'),
    correctionLine('Sc', 'S', 'beta2'),
    stepLine(fraction([s('Vc')], rootWithEpsilon('Sc', convention))),
  ]
}
