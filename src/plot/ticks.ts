// Readable ticks: few, round, with a true minus sign. Decades on logarithmic axes, powers of ten as 10⁵.

import { tickStep, ticks } from 'd3'
import { grouped, raised } from '../typeset/digits.ts'
import type { AxisDomain } from './layer.ts'

export interface Tick {
  readonly value: number
  /** '' for a line without a label. */
  readonly text: string
}

/** Formats a number on an axis: true minus sign, no trailing zeros, 5,000 with a comma, powers of ten if it is long. */
export function formatTick(value: number, powersFrom = 1e7, digits = 3, powers = false): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e3 && size < powersFrom && Number.isInteger(value))
    return grouped(String(value).replace('-', '−'))
  if (size >= 1e5 || size < 1e-4 || (powers && (size > 500 || size < 2e-3))) {
    const [mantissa, exponent] = value.toExponential(digits).split('e')
    const factor = String(+mantissa).replace('-', '−')
    const power = `10${raised(+exponent)}`
    return factor === '1' ? power : factor === '−1' ? `−${power}` : `${factor}·${power}`
  }
  return String(+value.toPrecision(6)).replace('-', '−')
}

function linearTicks([low, high]: AxisDomain, count: number, integer: boolean): number[] {
  let values = ticks(low, high, count)
  if (integer) {
    if (tickStep(low, high, count) < 1) values = ticks(low, high, Math.max(1, Math.floor(high - low)))
    values = values.filter(Number.isInteger)
  }
  return values
}

function logTicks([low, high]: AxisDomain, count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  const decades = last - first + 1
  if (decades >= 2) {
    const every = Math.max(1, Math.ceil(decades / count))
    const values: number[] = []
    for (let power = Math.ceil(first / every) * every; power <= last; power += every)
      values.push(+`1e${power}`)
    return values
  }
  // Below two decades add 2 and 5 times each power. Below that, even steps.
  const values: number[] = []
  for (let power = first - 1; power <= last + 1; power++)
    for (const digit of [1, 2, 5]) {
      const value = +`${digit}e${power}`
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) values.push(value)
    }
  return values.length >= 2 ? values : ticks(low, high, count)
}

/** 0, and the decades on both sides. The negative ones mirror the positive ones. */
function signedTicks([low, high, least = 1]: AxisDomain, count: number): number[] {
  const sides = [low < -least ? -low : 0, high > least ? high : 0]
  const decades = (side: number): number => (side > 0 ? Math.log10(side / least) : 0)
  const all = decades(sides[0]) + decades(sides[1])
  const [below, above] = sides.map((side) => {
    if (side === 0) return []
    const found = logTicks([least, side], Math.max(1, Math.round((count * decades(side)) / all)))
    return found.filter((value) => value >= least && value <= side)
  })
  return [...below.map((value) => -value).reverse(), 0, ...above].filter(
    (value) => value >= low && value <= high,
  )
}

/** Less than a decade: as on a linear axis. */
const evenlyApart = (values: readonly number[]): boolean =>
  values.length > 2 &&
  values.every((value, i) => i < 2 || Math.abs(value - 2 * values[i - 1] + values[i - 2]) < 1e-6 * value)

/** Returns about `count` ticks within the domain. `write` replaces the number format. */
export function axisTicks(
  domain: AxisDomain,
  log: boolean,
  count: number,
  integer = false,
  write?: (value: number) => string,
): Tick[] {
  const wanted = Math.max(2, count)
  const [low, high, least] = domain
  if (log && least !== undefined) {
    if (least >= Math.max(-low, high)) return axisTicks([low, high], false, count, integer, write)
    const powers = high >= 1e5 || least < 1e-4
    return signedTicks(domain, wanted).map((value) => ({
      value,
      text: write?.(value) ?? formatTick(value, powers ? 1e3 : 1e5, 3, powers),
    }))
  }
  const values = log ? logTicks(domain, wanted) : linearTicks(domain, wanted, integer)
  if (write) return values.map((value) => ({ value, text: write(value) }))
  const largest = Math.max(Math.abs(domain[0]), Math.abs(domain[1]))
  const step = values.length > 1 ? Math.abs(values[1] - values[0]) : largest
  // Digits that distinguish neighboring ticks.
  const digits = Math.min(15, Math.max(3, Math.ceil(Math.log10(largest / step)) + 1))
  if (log && !evenlyApart(values)) {
    // If one tick needs a power of ten, write all except 0.01 to 100 as powers.
    const powers = values.some((value) => value >= 1e5 || value < 1e-4)
    return values.map((value) => ({ value, text: formatTick(value, powers ? 1e3 : 1e5, digits, powers) }))
  }
  if (largest >= 1e4 || largest < 1e-3)
    return values.map((value) => ({
      value,
      text: formatTick(Math.abs(value) < step * 1e-9 ? 0 : value, 1e7, digits),
    }))
  // The same number of decimals at every tick.
  const decimals = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)))
  const even = (value: number): string =>
    decimals === 0 ? formatTick(Math.round(value)) : value.toFixed(decimals).replace('-', '−')
  return values.map((value) => ({ value, text: Math.abs(value) < step * 1e-9 ? '0' : even(value) }))
}
