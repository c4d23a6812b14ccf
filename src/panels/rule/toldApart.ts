// Formats two different numbers with as many digits as show the difference.

import { formatNumber } from '../../ui/number.ts'

export function toldApart(a: number, b: number): readonly [string, string] {
  for (let digits = 4; digits < 17; digits++) {
    const [first, second] = [formatNumber(a, digits), formatNumber(b, digits)]
    if (first !== second) return [first, second]
  }
  return [String(a), String(b)]
}
