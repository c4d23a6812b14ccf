// Division in an optimizer's rule, where 0/0 is 0: a parameter without any gradient stands still, with ε = 0 too. A
// numerator whose square ewa.ts has already written as 0 counts as 0 beside such a denominator.

const SQUARE_IS_ZERO = 1e-150

export function quotient(over: number, under: number): number {
  return under === 0 && Math.abs(over) < SQUARE_IS_ZERO ? 0 : over / under
}
