// What can be read from a rule itself: what α multiplies, and whether its memory is an average or a sum. One component is
// moved under a gradient that never changes, once of size 1 and once of size 1000, and the steps are compared.

import { Machine, programOfRule } from '../language/machine.ts'
import type { Rule } from '../language/tree.ts'
import type { Traits } from './optimizer.ts'

const large = 1000
const settled = 400

/** The last of so many steps at α = 1 under a constant gradient. */
function stepOf(rule: Rule, gradient: number, steps: number): number {
  const program = programOfRule(rule)
  const w = Float64Array.of(0)
  const state = {
    w,
    dW: Float64Array.of(gradient),
    memories: rule.memories.map(({ start }) => Float64Array.of(start)),
    powers: program.powers.map(() => Float64Array.of(1)),
  }
  const machine = new Machine(program, state)
  for (let t = 1; t <= steps; t++) {
    // Decays of w itself are no answer to the gradient.
    w[0] = 0
    machine.step(1, t, 0, 1)
  }
  return -w[0]
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.01 * Math.abs(b)

/** What α multiplies, from the first step: a gradient a thousand times as large makes the step so, or leaves it about α long. */
export function scaleOf(rule: Rule): Traits['scale'] {
  const [one, thousand] = [stepOf(rule, 1, 1), stepOf(rule, large, 1)]
  if (!Number.isFinite(one) || !Number.isFinite(thousand) || one === 0) return 'unknown'
  const ratio = thousand / one
  if (near(ratio, large)) return 'gradient'
  if (near(ratio, 1)) return Math.abs(one) > 0.1 && Math.abs(one) < 10 ? 'unit' : 'own'
  return 'unknown'
}

/** How often a gradient counts in the long run, where α multiplies it: once in an average, 1/(1 − β) times in a sum. */
export const gainOf = (rule: Rule): number => stepOf(rule, 1, settled)
