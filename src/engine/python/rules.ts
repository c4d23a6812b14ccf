// The optimizers' rules in NumPy, in the notes' letters: what stands in the loop of a written script. `t` counts updates
// from 1; memory starts at 0; `ratio` is division in which 0/0 is 0.

import type { Convention } from '../experiment.ts'
import type { OptimizerKey } from '../optimizers/index.ts'

export interface PythonRule {
  /** Memory arrays, zeroed. */
  readonly slots: readonly string[]
  /** The lines of one update. */
  readonly lines: readonly string[]
}

const average = (slot: string, beta: string, of: string): string =>
  `${slot} = ${beta} * ${slot} + (1 - ${beta}) * ${of}`
const root = (S: string, course: boolean): string =>
  course ? `np.sqrt(${S} + epsilon)` : `np.sqrt(${S}) + epsilon`

/** Undefined for an optimizer that is new in the registry: it works without a script, and that is all that it lacks. */
export function pythonRule(
  key: OptimizerKey,
  convention: Convention,
  biasCorrection: boolean,
): PythonRule | undefined {
  const course = convention === 'course'
  const V = average('V', 'beta1', 'dW')
  const S = average('S', 'beta2', 'dW**2')
  const corrected = (slot: string, beta: string): string =>
    biasCorrection ? `${slot}c = ${slot} / (1 - ${beta}**t)` : `${slot}c = ${slot}`
  const adam = [
    V,
    S,
    corrected('V', 'beta1'),
    corrected('S', 'beta2'),
    `w -= alpha * ratio(Vc, ${root('Sc', course)})`,
  ]
  const decayed = 'w -= alpha * weightDecay * w'
  switch (key) {
    case 'gd':
      return { slots: [], lines: ['w -= alpha * dW'] }
    case 'momentum':
      return {
        slots: ['V'],
        lines: [
          course ? average('V', 'beta', 'dW') : 'V = beta * V + dW',
          `w -= alpha * V${biasCorrection ? ' / (1 - beta**t)' : ''}`,
        ],
      }
    case 'nesterov':
      return {
        slots: ['V'],
        lines: course
          ? [average('V', 'beta', 'dW'), 'w -= alpha * (beta * V + (1 - beta) * dW)']
          : ['V = beta * V + dW', 'w -= alpha * (dW + beta * V)'],
      }
    case 'adagrad':
      return { slots: ['G'], lines: ['G = G + dW**2', `w -= alpha * ratio(dW, ${root('G', course)})`] }
    case 'rmsprop':
      return {
        slots: ['S'],
        lines: [S, corrected('S', 'beta2'), `w -= alpha * ratio(dW, ${root('Sc', course)})`],
      }
    case 'adadelta':
      return {
        slots: ['S', 'D'],
        lines: [
          average('S', 'rho', 'dW**2'),
          'step = ratio(np.sqrt(D + epsilon), np.sqrt(S + epsilon)) * dW',
          average('D', 'rho', 'step**2'),
          'w -= alpha * step',
        ],
      }
    case 'adam':
      return { slots: ['V', 'S'], lines: adam }
    case 'adamw':
      return { slots: ['V', 'S'], lines: [decayed, ...adam] }
    case 'amsgrad':
      return {
        slots: ['V', 'S', 'U'],
        lines: [
          V,
          S,
          'U = np.maximum(U, S)',
          corrected('V', 'beta1'),
          corrected('U', 'beta2'),
          `w -= alpha * ratio(Vc, ${root('Uc', course)})`,
        ],
      }
    case 'adamax':
      return {
        slots: ['V', 'U'],
        lines: [
          V,
          `U = np.maximum(beta2 * U, np.abs(dW)${course ? '' : ' + epsilon'})`,
          `w -= alpha / (1 - beta1**t) * ratio(V, U${course ? ' + epsilon' : ''})`,
        ],
      }
    case 'nadam':
      return {
        slots: ['V', 'S'],
        lines: [
          'mu = beta1 * (1 - 0.5 * 0.96**(0.004 * t))',
          'mu_next = beta1 * (1 - 0.5 * 0.96**(0.004 * (t + 1)))',
          'product = mu if t == 1 else product * mu',
          V,
          S,
          'Vc = (1 - mu) / (1 - product) * dW + mu_next / (1 - product * mu_next) * V',
          'Sc = S / (1 - beta2**t)',
          `w -= alpha * ratio(Vc, ${root('Sc', course)})`,
        ],
      }
    case 'lion':
      return {
        slots: ['V'],
        lines: [
          'c = beta1 * V + (1 - beta1) * dW',
          'w -= alpha * (np.sign(c) + weightDecay * w)',
          average('V', 'beta2', 'dW'),
        ],
      }
    default:
      return undefined
  }
}
