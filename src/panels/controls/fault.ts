// The sentence for a rejected number: it names the field, what was expected and the value kept.

import { fill, type Dictionary } from '../../i18n/index.ts'
import { formatNumber, formatWhole, parseNumber, type Allowed } from '../../ui/number.ts'

/** Formats an integer bound with all its digits. */
const bound = (n: number): string => (Number.isInteger(n) && n < 1e10 ? formatWhole(n) : formatNumber(n))

export function faultOf(words: Dictionary, name: string, allowed: Allowed, value: number) {
  const { faults } = words.controls
  return (text: string): string => {
    const { min, max, minOpen, maxOpen, whole } = allowed
    const shown = text.trim().slice(0, 24)
    const values = {
      name,
      text: shown,
      value: formatNumber(value),
      min: min === undefined ? '' : bound(min),
      max: max === undefined ? '' : bound(max),
    }
    if (parseNumber(text) === null) return fill(faults.number, values)
    if (whole) return fill(faults.whole, values)
    if (maxOpen) return fill(faults.below, values)
    if (max === undefined) return fill(minOpen ? faults.above : faults.atLeast, values)
    return fill(faults.between, values)
  }
}
