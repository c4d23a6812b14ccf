// The exponentially weighted average, the brick that the whole course rests on: V := βV + (1 − β)θ, from V = 0, about
// the average of the last 1/(1 − β) values. Divided by 1 − βᵗ (bias correction) its weights sum to 1 from the first day.

/** Numbers below this are written as 0: arithmetic on denormals is 40 to 80 times slower, and 0.9·V never reaches 0. */
export const SMALLEST = 1e-300

export const flushed = (x: number): number => (Math.abs(x) < SMALLEST ? 0 : x)

/** βv + (1 − β)θ. */
export function ewa(v: number, theta: number, beta: number): number {
  const next = beta * v + (1 - beta) * theta
  return Math.abs(next) < SMALLEST ? 0 : next
}

/** βᵗ from βᵗ⁻¹: a running product has the same bits everywhere. Below 1e-30, where 1 − βᵗ is long 1, it is 0. */
export function nextPower(power: number, beta: number): number {
  const next = power * beta
  return next < 1e-30 ? 0 : next
}

/** v / (1 − βᵗ), given βᵗ (t ≥ 1, β < 1). */
export const corrected = (v: number, power: number): number => v / (1 - power)
