// Keeps a run's name true: a name that only states a number of its run, “α = 0.1”, “B = 64” or “1/(1 + e)”, follows
// that number when a slider or a link changes it. Any other name is the user's own, and stays.

import type { BatchSize, RunSpec } from '../engine/experiment.ts'
import { formatNumber, formatWhole, parseNumber } from '../ui/number.ts'

/** `size`: B of the experiment, for a run without its own. Returns undefined if the run no longer has such a number. */
export function statedName(name: string, run: RunSpec, size: BatchSize): string | undefined {
  const stated = /^([αβB]) = ([\d.,]+|m)$/u.exec(name)
  if (stated) {
    const [, letter, given] = stated
    const value = { α: run.alpha, β: run.beta, B: run.batchSize ?? size }[letter]
    if (value === 'all') return 'B = m'
    if (value === undefined || parseNumber(given) === value) return name
    return `${letter} = ${letter === 'B' ? formatWhole(value) : formatNumber(value)}`
  }
  return /^1\/\(1 \+ [\d.]*e\)$|^[\d.]+ᵉ$/u.test(name) ? decayName(run) : name
}

/** As written in lessons. e is the epoch. */
function decayName({ alpha, decay }: RunSpec): string | undefined {
  if (decay.kind === 'none') return `α = ${formatNumber(alpha)}`
  if (decay.kind === 'inverse' && decay.every === 1)
    return `1/(1 + ${decay.rate === 1 ? '' : formatNumber(decay.rate)}e)`
  return decay.kind === 'exponential' ? `${formatNumber(decay.base)}ᵉ` : undefined
}
