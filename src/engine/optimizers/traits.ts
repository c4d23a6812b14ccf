// Derives traits from the rule itself: what α multiplies, and whether its memory is an average or a sum. It moves one
// component under a constant gradient of size 1 and of size 1000, and compares the steps.

import { Machine, programOfRule } from '../language/machine.ts'
import type { Rule } from '../language/tree.ts'
import type { Traits } from './optimizer.ts'

const large = 1000
const settled = 400

/** Returns the last of `steps` steps at α = 1 under a constant gradient. */
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
    // Decay of w itself is not a response to the gradient.
    w[0] = 0
    machine.step(1, t, 0, 1)
  }
  return -w[0]
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.01 * Math.abs(b)

/**
 * Derives what α multiplies from the first step: with a gradient a thousand times as large, the step grows as much or
 * stays about α long.
 */
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
