// How a slider spreads its range over its track, and what an arrow key does. Positions run from 0 to 1. logOneMinus
// maps β by log(1 − β): 0.9, 0.99 and 0.999 are evenly spaced and 1 is never reached.

export type ScaleKind = 'linear' | 'log' | 'logOneMinus' | 'powersOfTwo'

export interface Range {
  readonly scale: ScaleKind
  readonly min: number
  readonly max: number
  /** The step of an arrow key on a linear scale. Default: about a hundredth of the range. */
  readonly step?: number
  readonly whole?: boolean
  /** A log scale whose left end is exactly 0 (weight decay, ε). */
  readonly zero?: boolean
}

export interface SliderScale {
  position(value: number): number
  /** Returns a round number near the position. The ends are exact. */
  value(position: number): number
  /** Returns the next number for an arrow key, or for a Page key if `far`. */
  next(value: number, direction: 1 | -1, far: boolean): number
}

const between = (x: number, min: number, max: number): number => Math.min(max, Math.max(min, x))
const clean = (x: number): number => Number(x.toPrecision(12))
const significant = (x: number, digits: number): number => (x === 0 ? 0 : Number(x.toPrecision(digits)))
const nearly = 1e-9

/** Returns 1, 2 or 5 times a power of ten, strictly above x (or strictly below, for direction −1). */
function series125(x: number, direction: 1 | -1): number {
  const decade = 10 ** Math.floor(Math.log10(x) + nearly)
  const rungs = [0.1, 0.2, 0.5, 1, 2, 5, 10].map((rung) => clean(rung * decade))
  return direction > 0
    ? rungs.find((rung) => rung > x * (1 + nearly))!
    : rungs.findLast((rung) => rung < x * (1 - nearly))!
}

/** Returns the next number with two significant digits. */
function twoDigits(x: number, direction: 1 | -1): number {
  const unit = 10 ** (Math.floor(Math.log10(x) + nearly) - 1)
  const k = x / unit
  if (direction > 0) return clean(Math.floor(k + 1 + nearly) * unit)
  return k < 10 + nearly ? clean(9.9 * unit) : clean(Math.ceil(k - 1 - nearly) * unit)
}

/** Returns 1, 2 or 5 times a power of ten, at most x: a natural step. */
const niceStep = (x: number): number => series125(x * (1 + 2 * nearly), -1)

function linear({ min, max, step, whole }: Range): SliderScale {
  const span = max - min || 1
  const arrow = step ?? Math.max(niceStep(span / 100), whole ? 1 : 0)
  const fine = step ?? Math.max(niceStep(span / 400), whole ? 1 : 0)
  const onGrid = (x: number, grid: number): number => between(clean(Math.round(x / grid) * grid), min, max)
  return {
    position: (value) => between((value - min) / span, 0, 1),
    value: (p) => (p <= 0 ? min : p >= 1 ? max : onGrid(min + p * span, fine)),
    next(value, direction, far) {
      const grid = far ? arrow * 10 : arrow
      const k = value / grid
      const to = direction > 0 ? Math.floor(k + 1 + nearly) : Math.ceil(k - 1 - nearly)
      return between(clean(to * grid), min, max)
    },
  }
}

function log({ min, max, whole, zero }: Range): SliderScale {
  const low = Math.log(min)
  const span = Math.log(max) - low || 1
  // With a zero, the first twentieth of the track belongs to it.
  const from = zero ? 0.05 : 0
  const round = (x: number): number => between(whole ? Math.round(x) : significant(x, 3), min, max)
  return {
    position(value) {
      if (value <= 0) return 0
      return between(from + ((Math.log(value) - low) / span) * (1 - from), zero ? from : 0, 1)
    },
    value(p) {
      if (zero && p < from / 2) return 0
      return p <= from ? min : p >= 1 ? max : round(Math.exp(low + ((p - from) / (1 - from)) * span))
    },
    next(value, direction, far) {
      if (value < min) return direction > 0 ? min : zero ? 0 : min
      if (zero && direction < 0 && value <= min * (1 + nearly)) return 0
      let to = far ? series125(value, direction) : twoDigits(value, direction)
      if (whole && Math.round(to) === Math.round(value)) to = value + direction
      return whole ? between(Math.round(to), min, max) : between(to, min, max)
    },
  }
}

function logOneMinus({ min, max }: Range): SliderScale {
  const low = Math.log(1 - min)
  const span = Math.log(1 - max) - low || 1
  // β = 1 − x with x of a few significant digits, without the rounding error of the subtraction.
  const beta = (x: number): number => between(Number((1 - x).toFixed(12)), min, max)
  return {
    position: (value) => between((Math.log(1 - value) - low) / span, 0, 1),
    value: (p) => (p <= 0 ? min : p >= 1 ? max : beta(significant(Math.exp(low + p * span), 2))),
    next(value, direction, far) {
      const x = Number((1 - value).toFixed(12))
      const to = far ? series125(x, direction > 0 ? -1 : 1) : twoDigits(x, direction > 0 ? -1 : 1)
      return beta(Math.min(to, 1))
    },
  }
}

function powersOfTwo({ min, max }: Range): SliderScale {
  const stops: number[] = []
  for (let power = 1; power < max; power *= 2) if (power >= min) stops.push(power)
  stops.push(max)
  const last = Math.max(1, stops.length - 1)
  return {
    position(value) {
      const above = stops.findIndex((stop) => stop >= value)
      if (above === 0) return 0
      if (above < 0) return 1
      const below = stops[above - 1]
      return (above - 1 + Math.log(value / below) / Math.log(stops[above] / below)) / last
    },
    value: (p) => stops[Math.round(between(p, 0, 1) * (stops.length - 1))],
    next(value, direction, far) {
      const at =
        direction > 0 ? stops.findIndex((stop) => stop > value) : stops.findLastIndex((stop) => stop < value)
      if (at < 0) return direction > 0 ? max : stops[0]
      return stops[between(at + (far ? 2 * direction : 0), 0, stops.length - 1)]
    },
  }
}

/** Requires min below max. log needs min above 0, logOneMinus max below 1. */
export function sliderScale(range: Range): SliderScale {
  return { linear, log, logOneMinus, powersOfTwo }[range.scale](range)
}
