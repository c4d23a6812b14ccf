// Sums that keep their digits as m grows: Neumaier's variant of Kahan's compensated sum, whose error does not depend on
// the number of terms. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
// (1974).

export function sum(values: Float64Array): number {
  let total = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const term = values[i]
    const next = total + term
    lost += Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total
    total = next
  }
  return total + lost
}

/** Returns Σ aᵢbᵢ over columns of equal length. */
export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let total = 0
  let lost = 0
  for (let i = 0; i < a.length; i++) {
    const term = a[i] * b[i]
    const next = total + term
    lost += Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total
    total = next
  }
  return total + lost
}

/** column := column − factor · other. */
export function subtractMultiple(column: Float64Array, factor: number, other: Float64Array): void {
  for (let i = 0; i < column.length; i++) column[i] -= factor * other[i]
}

/** column := column − number. */
export function shift(column: Float64Array, number: number): void {
  for (let i = 0; i < column.length; i++) column[i] -= number
}

/** Scales a column to a mean square of 1. A column of zeros stays unchanged. */
export function normalize(column: Float64Array): void {
  const meanSquare = sumOfProducts(column, column) / column.length
  if (!(meanSquare > 0)) return
  const size = Math.sqrt(meanSquare)
  for (let i = 0; i < column.length; i++) column[i] /= size
}
