// "Write it yourself": checks a learner's rule against the right one on hidden problems, and diagnoses the mistake from
// its behavior, not from its text. Other names, another order of lines or one long line are fine: a rule that moves
// like the right one is right.

import { SMALLEST } from '../ewa.ts'
import { stream } from '../random.ts'
import type { Words } from '../words.ts'
import type { LanguageFault } from './fault.ts'
import { hintsOf } from './hints.ts'
import { Machine, programOfRule } from './machine.ts'
import { right, written, wrong, type ExerciseKey, type Mistake } from './mistakes.ts'
import { parseRule } from './parse.ts'
import type { Rule } from './tree.ts'

export type { ExerciseKey, Mistake } from './mistakes.ts'

export const exerciseKeys: readonly ExerciseKey[] = ['momentum', 'rmsprop', 'adam', 'biasCorrection']

export type ExerciseResult =
  /** The text does not parse. */
  | { readonly kind: 'fault'; readonly fault: LanguageFault }
  /** Right. `otherConvention` is set if ε is outside the root, as in PyTorch. */
  | { readonly kind: 'right'; readonly otherConvention: boolean }
  | {
      readonly kind: 'wrong'
      /** The recognized mistake, or undefined. */
      readonly mistake: Mistake | undefined
      /** Three stages: where to look, what is wrong, the line itself. */
      readonly hints: readonly [Words, Words, Words]
      /** Where the rule first deviates: the update, the component, and both values. */
      readonly step: number
      readonly component: number
      readonly own: number
      readonly expected: number
    }

/** Returns the exercise's initial text: the notes' lines with a gap, or only the parameters. */
export function exerciseStart(exercise: ExerciseKey, form: 'hole' | 'empty'): string {
  if (form === 'empty') return written(exercise, [])
  const [V, step] = right.momentum[0]
  const [, , corrected] = right.biasCorrection[0]
  const [V1, , Vc, , adamStep] = right.adam[0]
  const holes: Readonly<Record<ExerciseKey, readonly string[]>> = {
    momentum: ['V = beta*V + …', step],
    biasCorrection: [V, 'Vc = …', corrected],
    rmsprop: ['S = beta2*S + (1 - beta2)*…', 'w = w - alpha*dW/…'],
    adam: [V1, 'S = beta2*S + …', Vc, 'Sc = …', adamStep],
  }
  return written(exercise, holes[exercise])
}

/** Returns the right rule, shown after the exercise is solved. */
export const exerciseSolution = (exercise: ExerciseKey): string => written(exercise, right[exercise][0])

const steps = 60
const near = 1e-9

/** A problem: the gradient at w in update t, the start, and the inputs of a step. */
interface Problem {
  readonly start: readonly number[]
  readonly alpha: number
  readonly firstEpoch: number
  gradient(w: Float64Array, t: number, dW: Float64Array): void
}

/** Two surfaces, the second noisy. Between them, every component sees gradients of both signs. */
const problems: readonly Problem[] = [
  {
    start: [-3, 0.8, 0],
    alpha: 0.07,
    // Start late, so a rule that uses `epoch` in place of `t` is detected.
    firstEpoch: 1,
    gradient(w, _t, dW) {
      dW[0] = 0.8 * w[0]
      dW[1] = 6 * w[1]
      dW[2] = 0.5 * (w[2] - 2)
    },
  },
  {
    start: [1.5, -2, 0.4],
    alpha: 0.03,
    firstEpoch: 3,
    gradient(w, t, dW) {
      dW[0] = w[0] * w[0] * w[0] - w[0] + noise[3 * t]
      dW[1] = 3 * w[1] + noise[3 * t + 1]
      dW[2] = 2 * w[2] + w[0] + noise[3 * t + 2]
    },
  },
]
const draws = stream(17, 'exercise')
const noise = Float64Array.from({ length: 3 * (steps + 1) }, () => 0.3 * draws.normal())

/**
 * Returns w after every update of every problem. After the first non-finite number the rest is NaN. With `like` it
 * stops when it leaves that path and returns undefined.
 */
function path(rule: Rule, values: Readonly<Record<string, number>>): Float64Array
function path(
  rule: Rule,
  values: Readonly<Record<string, number>>,
  like: Float64Array,
): Float64Array | undefined
function path(
  rule: Rule,
  values: Readonly<Record<string, number>>,
  like?: Float64Array,
): Float64Array | undefined {
  const out = new Float64Array(problems.length * steps * 3).fill(NaN)
  const program = programOfRule(rule)
  for (const [p, { start, alpha, firstEpoch, gradient }] of problems.entries()) {
    const w = Float64Array.from(start)
    const dW = new Float64Array(w.length)
    const memories = rule.memories.map(({ start: first }) => new Float64Array(w.length).fill(first))
    const powers = program.powers.map(() => Float64Array.of(1))
    const machine = new Machine(program, { w, dW, memories, powers }, values)
    for (let t = 1; t <= steps; t++) {
      gradient(w, t, dW)
      machine.step(alpha, t, firstEpoch + Math.floor((t - 1) / 4), 1)
      if (!w.some(Number.isFinite)) break
      const at = 3 * (p * steps + t - 1)
      out.set(w, at)
      if (like && w.some((x, i) => areApart(x, like[at + i]))) return undefined
    }
  }
  return like && difference(like, out) >= 0 ? undefined : out
}

/** Returns the first index at which two paths differ by more than rounding, or −1. */
function difference(a: Float64Array, b: Float64Array): number {
  return a.findIndex((x, i) => areApart(x, b[i]))
}

function areApart(x: number, y: number): boolean {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Number.isFinite(x) !== Number.isFinite(y)
  return Math.abs(x - y) > near * (Math.abs(x) + Math.abs(y) + SMALLEST) && Math.abs(x - y) > 1e-13
}

/** Parses one of our own rules. */
function ruleOf(source: string): Rule {
  const parsed = parseRule(source)
  if (!parsed.ok) throw new RangeError(parsed.fault.message)
  return parsed.value
}

const paths = new Map<string, Float64Array>()
const kept = 256

/** Returns the path of one of our own rules. Cached for the next check. */
function pathOf(source: string, values: Readonly<Record<string, number>>): Float64Array {
  const key = `${JSON.stringify(values)} ${source}`
  const known = paths.get(key)
  if (known) return known
  const made = path(ruleOf(source), values)
  paths.set(key, made)
  if (paths.size > kept) paths.delete(paths.keys().next().value!)
  return made
}

/** Checks a learner's text. Takes a few milliseconds. */
export function checkExercise(exercise: ExerciseKey, source: string): ExerciseResult {
  const parsed = parseRule(source)
  if (!parsed.ok) return { kind: 'fault', fault: parsed.fault }
  // If the learner kept a parameter's name, the right rule uses the learner's value.
  const values = Object.fromEntries(parsed.value.parameters.map(({ name, value }) => [name, value]))
  const own = path(parsed.value, {})
  const expected = right[exercise].map((lines) => pathOf(written(exercise, lines), values))
  const found = expected.findIndex((path_) => difference(own, path_) < 0)
  if (found >= 0) return { kind: 'right', otherConvention: found > 0 }
  const known = wrong[exercise].find(
    ([, lines]) => path(ruleOf(written(exercise, lines)), values, own) !== undefined,
  )?.[0]
  const mistake = known ?? decayIn(own, expected[0])
  const at = difference(own, expected[0])
  return {
    kind: 'wrong',
    mistake,
    hints: hintsOf(exercise, mistake),
    step: (Math.floor(at / 3) % steps) + 1,
    component: at % 3,
    own: own[at],
    expected: expected[0][at],
  }
}

/** If the first step is off by the same fraction of w in every component, the rule decays the weights. */
function decayIn(own: Float64Array, expected: Float64Array): Mistake | undefined {
  const shares = problems[1].start.map((w, i) => (own[3 * steps + i] - expected[3 * steps + i]) / w)
  return shares[0] !== 0 && shares.every((share) => Math.abs(share - shares[0]) < 1e-9 * Math.abs(shares[0]))
    ? 'productWithW'
    : undefined
}
