// The exponentially weighted average, the building block of the whole course: V := βV + (1 − β)θ from V = 0, roughly
// the average of the last 1/(1 − β) values. Divided by 1 − βᵗ (bias correction), its weights sum to 1 from the first
// day.

/** Smaller numbers become 0. Arithmetic on denormals is 40 to 80 times slower, and 0.9·V never reaches 0 by itself. */
export const SMALLEST = 1e-300

export const flushed = (x: number): number => (Math.abs(x) < SMALLEST ? 0 : x)

/** Returns βv + (1 − β)θ. */
export function ewa(v: number, theta: number, beta: number): number {
  const next = beta * v + (1 - beta) * theta
  return Math.abs(next) < SMALLEST ? 0 : next
}

/**
 * Returns βᵗ from βᵗ⁻¹. A running product has the same bits everywhere. Below 1e-30, where 1 − βᵗ equals 1, it becomes
 * 0.
 */
export function nextPower(power: number, beta: number): number {
  const next = power * beta
  return next < 1e-30 ? 0 : next
}

/** Returns v / (1 − βᵗ), given βᵗ (t ≥ 1, β < 1). */
export const corrected = (v: number, power: number): number => v / (1 - power)
