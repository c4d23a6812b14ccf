// How a pinned run differs from the current one, in symbols: “α 0.018”.

import type { DescentExperiment, RunSpec } from '../../engine/experiment.ts'
import { hyperparameters } from '../../engine/hyperparameters.ts'
import { formatNumber } from '../../ui/number.ts'

/** Symbols of other quantities. */
const others = { curvature: 'κ', angle: 'φ', noise: 'σ', scale: '×', labelNoise: 'σ', m: 'm' } as const

const told = (value: unknown): string =>
  Array.isArray(value)
    ? formatNumber(value[1] / value[0], 3)
    : typeof value === 'number'
      ? formatNumber(value, 3)
      : value === 'all'
        ? 'm'
        : String(value)

/** The run's own values first, then the problem's. Empty if nothing differs. */
export function pinnedValues(
  pinned: DescentExperiment,
  run: number,
  now: DescentExperiment,
): readonly string[] {
  const was = pinned.runs[run]
  // Match it with the same-numbered run of its optimizer.
  const nth = pinned.runs.slice(0, run).filter(({ optimizer }) => optimizer === was.optimizer).length
  const is = now.runs.filter(({ optimizer }) => optimizer === was.optimizer)[nth] as RunSpec | undefined
  const values: string[] = []
  const compare = (symbol: string, before: unknown, after: unknown): void => {
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(after))
      values.push(`${symbol} ${told(before)}`)
  }
  compare('α', was.alpha, is?.alpha)
  for (const [name, { symbol }] of Object.entries(hyperparameters))
    compare(symbol, was[name as keyof typeof hyperparameters], is?.[name as keyof typeof hyperparameters])
  compare('B', was.batchSize ?? pinned.batchSize, is ? (is.batchSize ?? now.batchSize) : undefined)
  const [before, after] = [pinned.objective, now.objective] as unknown as Record<string, unknown>[]
  for (const [name, symbol] of Object.entries(others)) compare(symbol, before[name], after[name])
  return values
}
