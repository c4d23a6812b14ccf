// A run as a short code for a class race: at most 16 characters of Crockford's base 32 (no I, L, O, U). It contains the
// optimizer, its settings to four significant digits, a mark of the problem, and two check characters: the first
// detects every single mistyped character and every swapped pair, both together miss one in a thousand of all other
// texts.

import type { DescentExperiment, HyperparameterName, RunSpec } from '../../engine/experiment.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const longest = 16
const checks = 2
/** Number of values of the problem's mark. */
const marks = 1024n

/** By position in the registry, which is part of codes already written down, so a new optimizer comes last. */
const order: readonly OptimizerKey[] = (Object.keys(optimizers) as OptimizerKey[]).filter(
  (key) => key !== 'rule',
)
const places = 32n

/** The powers of ten of a number's first digit. */
interface Range {
  readonly from: number
  readonly to: number
}
const rangeOfAlpha: Range = { from: -12, to: 3 }
const ranges: Readonly<Record<HyperparameterName, Range>> = {
  beta: { from: -4, to: -1 },
  beta1: { from: -4, to: -1 },
  beta2: { from: -4, to: -1 },
  rho: { from: -4, to: -1 },
  epsilon: { from: -12, to: 0 },
  weightDecay: { from: -6, to: 0 },
}
const digits = 9000

/** 0 for the default, 1 for zero, then 1.000 to 9.999 of each power. */
const sizeOf = ({ from, to }: Range): bigint => BigInt(2 + digits * (to - from + 1))

function numberOf(value: number, { from, to }: Range): bigint | undefined {
  if (value === 0) return 1n
  const [mantissa, power] = value.toExponential(3).split('e')
  const exponent = Number(power)
  if (!(value > 0) || exponent < from || exponent > to) return undefined
  return BigInt(2 + (exponent - from) * digits + Math.round(Number(mantissa) * 1000) - 1000)
}

function valueOf(number: number, { from }: Range): number {
  if (number === 1) return 0
  const place = number - 2
  return Number(`${1000 + (place % digits)}e${from - 3 + Math.floor(place / digits)}`)
}

/** Rounds to four significant digits. */
export const rounded = (value: number): number => Number(value.toPrecision(4))

/** The fields of an optimizer in a code, after α, in the registry's order. */
const fieldsOf = (key: OptimizerKey): HyperparameterName[] =>
  Object.keys(optimizers[key].hyperparameters) as HyperparameterName[]

/** Returns a mark of the problem: everything in the experiment except its runs. */
function markOf(experiment: DescentExperiment): bigint {
  const { runs: _, costEvery: __, ...problem } = experiment
  let hash = 0x811c9dc5
  for (const sign of canonical(problem)) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0
  return BigInt((hash ^ (hash >>> 16)) & 1023)
}

/** Returns the same text for the same content, whatever the order of its fields. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .map(([key, one]) => `${key}:${canonical(one)}`)
    .toSorted()
    .join()}}`
}

/** Product in the field of 32 elements, x⁵ = x² + 1. */
function product(a: number, b: number): number {
  let result = 0
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) result ^= a << bit
  for (let bit = 8; bit >= 5; bit--) if ((result >> bit) & 1) result ^= 0b100101 << (bit - 5)
  return result
}

/**
 * Adds the check characters: after subtracting a constant, the text is divisible by (x − 2)(x − 4) over that field.
 * Without the constant an extra zero at the end would go unnoticed.
 */
function checked(body: readonly number[]): number[] {
  const rest = [...body, 11, 23]
  for (let i = 0; i < body.length; i++) {
    const lead = rest[i]
    rest[i + 1] ^= product(lead, 2 ^ 4)
    rest[i + 2] ^= product(lead, product(2, 4))
  }
  return rest.slice(-checks)
}

/**
 * Returns the code of a run, or undefined if it has more than a code can hold: a decay, its own steps or batch size, a
 * rule.
 */
export function raceCode(experiment: DescentExperiment, run: RunSpec): string | undefined {
  const { hyperparameters, biasCorrection } = optimizers[run.optimizer]
  const place = order.indexOf(run.optimizer)
  if (place < 0 || run.decay.kind !== 'none') return undefined
  if (run.batchSize !== undefined || run.steps !== undefined || run.convention !== undefined) return undefined
  let code = 0n
  const put = (value: bigint, size: bigint): void => void (code = code * size + value)
  // What is encoded last is read first. Defaults are 0, so a plain run has a short code.
  for (const name of fieldsOf(run.optimizer).toReversed()) {
    const value = run[name] ?? hyperparameters[name]!
    const number = value === hyperparameters[name] ? 0n : numberOf(value, ranges[name])
    if (number === undefined) return undefined
    put(number, sizeOf(ranges[name]))
  }
  const alpha = numberOf(run.alpha, rangeOfAlpha)
  if (alpha === undefined || alpha === 1n) return undefined
  put(alpha, sizeOf(rangeOfAlpha))
  put(run.biasCorrection === undefined || run.biasCorrection === biasCorrection ? 0n : 1n, 2n)
  put(BigInt(place), places)
  put(markOf(experiment), marks)
  const body: number[] = []
  for (; code > 0n; code /= 32n) body.unshift(Number(code % 32n))
  if (body.length + checks > longest) return undefined
  return [...body, ...checked(body)].map((sign) => signs[sign]).join('')
}

export type RaceRead =
  | { readonly kind: 'run'; readonly run: RunSpec }
  /** `unknown`: an optimizer that this version does not have. */
  | { readonly kind: 'mistyped' | 'other' | 'unknown' }

/** Reads a code as people type it: small letters, hyphens, O for 0, I and L for 1. */
export function readRaceCode(text: string, experiment: DescentExperiment): RaceRead {
  const typed = text.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const all = [...typed].map((sign) => signs.indexOf(sign))
  const body = all.slice(0, -checks)
  const wrong = { kind: 'mistyped' } as const
  if (body.length === 0 || all.length > longest || body[0] === 0 || all.includes(-1)) return wrong
  const [first, second] = checked(body)
  if (first !== all.at(-2) || second !== all.at(-1)) return wrong
  let code = body.reduce((sum, sign) => sum * 32n + BigInt(sign), 0n)
  const take = (size: bigint): number => {
    const value = Number(code % size)
    code /= size
    return value
  }
  const mark = take(marks)
  if (BigInt(mark) !== markOf(experiment)) return { kind: 'other' }
  const optimizer = order.at(take(places))
  if (optimizer === undefined) return { kind: 'unknown' }
  const { hyperparameters, biasCorrection } = optimizers[optimizer]
  const corrected = take(2n) === 1
  const alpha = valueOf(take(sizeOf(rangeOfAlpha)), rangeOfAlpha)
  const settings: Partial<Record<HyperparameterName, number>> = {}
  for (const name of fieldsOf(optimizer)) {
    const number = take(sizeOf(ranges[name]))
    settings[name] = number === 0 ? hyperparameters[name]! : valueOf(number, ranges[name])
  }
  if (code !== 0n || !(alpha > 0)) return wrong
  return {
    kind: 'run',
    run: {
      optimizer,
      alpha,
      decay: { kind: 'none' },
      ...settings,
      ...(biasCorrection !== undefined && { biasCorrection: corrected !== biasCorrection }),
    },
  }
}
