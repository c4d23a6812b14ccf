// Holds a series and its curves: smooths whole curves, caches each while it is requested, and thins what the screen
// shows. Changing one β recomputes one curve.

import { inUnit, seasonOf, seriesValues } from '../engine/datasets/series.ts'
import { lagOfAverage, rootMeanSquare, slidingMean, smooth, twoSided } from '../engine/smooth.ts'
import { daysUntilBelow, warmUp } from '../engine/weights.ts'
import type { Day, DrawCurves, Lag, Measures, OpenSeries, Picture, SweepResult } from './averagesProtocol.ts'
import { thin } from './thin.ts'

/** Draw an uncorrected curve only until it is this close to the corrected one. */
const merged = 0.004
const recentDays = 512

type Look = Pick<DrawCurves, 'unit' | 'changes' | 'betas' | 'windows' | 'biasCorrection'>
const nothing: Look = { unit: 'celsius', changes: [], betas: [], windows: [], biasCorrection: false }

export class Smoother {
  private given: Float64Array = new Float64Array(0)
  private givenSeason: Float64Array | undefined
  private values: Float64Array = this.given
  private season: Float64Array | undefined
  private look = nothing
  private curves = new Map<string, Float64Array>()
  private used = new Set<string>()
  private free: Float64Array[] = []
  private extremes = [0, 0]
  /** The last thinned points of each curve: dragging one β thins only one. */
  private thinned = new Map<Float64Array, { readonly view: string; readonly points: Float64Array }>()

  open({ series, seed }: OpenSeries): { days: number; season: boolean } {
    this.given = series.kind === 'values' ? series.values : seriesValues(series, seed)
    this.givenSeason = series.kind === 'values' ? undefined : seasonOf(series)
    this.curves.clear()
    this.free = []
    this.thinned.clear()
    this.apply(nothing)
    return { days: this.given.length, season: this.givenSeason !== undefined }
  }

  /** Applies the edited days and the unit, which invalidates every curve. */
  private apply(look: Look): void {
    this.values = this.given.slice()
    for (const [t, theta] of look.changes) if (t <= this.values.length) this.values[t - 1] = theta
    inUnit(this.values, look.unit)
    this.season = this.givenSeason && inUnit(this.givenSeason.slice(), look.unit)
    this.free.push(...this.curves.values())
    this.curves.clear()
    this.thinned.clear()
    this.extremes = this.values.reduce(
      (range, value) => {
        if (value < range[0]) range[0] = value
        if (value > range[1]) range[1] = value
        return range
      },
      [Infinity, -Infinity],
    )
  }

  /** Returns a curve by name, computing it if it is not cached. */
  private curve(name: string, compute: (out: Float64Array) => Float64Array): Float64Array {
    this.used.add(name)
    let curve = this.curves.get(name)
    if (!curve) {
      const out = this.free.pop() ?? new Float64Array(this.values.length)
      this.thinned.delete(out)
      curve = compute(out)
      this.curves.set(name, curve)
    }
    return curve
  }

  private average = (beta: number, correction: boolean): Float64Array =>
    this.curve(`${correction ? 'corrected' : 'plain'} ${beta}`, (out) =>
      smooth(this.values, beta, correction, out),
    )
  private mean = (n: number): Float64Array =>
    this.curve(`mean ${n}`, (out) => slidingMean(this.values, n, out))
  private without = (beta: number): Float64Array =>
    this.season ?? this.curve(`without lag ${beta}`, (out) => twoSided(this.values, beta, out))

  /** Returns the uncorrected curve over the days where it still differs. */
  private warming(beta: number): Float64Array {
    const days = Math.min(this.values.length, daysUntilBelow(beta, merged))
    const part = this.values.subarray(0, days)
    return smooth(part, beta, false, new Float64Array(days))
  }

  private forgetUnused(): void {
    for (const [name, curve] of this.curves) {
      if (this.used.has(name)) continue
      this.curves.delete(name)
      this.thinned.delete(curve)
      if (this.free.length < 2) this.free.push(curve)
    }
    this.used.clear()
  }

  draw(request: DrawCurves): Picture {
    const { betas, windows, biasCorrection, both, from, to, columns } = request
    if (request.unit !== this.look.unit || String(request.changes) !== String(this.look.changes))
      this.apply(request)
    this.look = request
    const view = `${from} ${to} ${columns}`
    const cut = (curve: Float64Array): Float64Array => {
      let known = this.thinned.get(curve)
      if (known?.view !== view)
        this.thinned.set(curve, (known = { view, points: thin(curve, from, to, columns) }))
      // Return a copy, because what is sent is transferred.
      return known.points.slice()
    }
    const curves = betas.map((beta) => cut(this.average(beta, biasCorrection)))
    const uncorrected =
      both && biasCorrection ? betas.map((beta) => thin(this.warming(beta), from, to, columns)) : []
    const means = windows.map((n) => cut(this.mean(n)))
    const without =
      request.without === undefined || this.season ? undefined : cut(this.without(request.without))
    let [low, high] = this.extremes
    for (const points of [...curves, ...uncorrected, ...means])
      for (let i = 1; i < points.length; i += 2) {
        if (points[i] < low) low = points[i]
        if (points[i] > high) high = points[i]
      }
    const day = this.day(request.day)
    const moved = request.changes.filter(([t]) => t >= from && t <= to)
    const picture: Picture = {
      raw: cut(this.values),
      curves,
      uncorrected,
      windows: means,
      season: this.season && cut(this.season),
      without,
      moved: Float64Array.from(moved.flatMap(([t]) => [t, this.original(t)])),
      low,
      high,
      day,
    }
    this.forgetUnused()
    return picture
  }

  private original(t: number): number {
    return inUnit(Float64Array.of(this.given[t - 1]), this.look.unit)[0]
  }

  private day(asked: number): Day {
    const { betas, windows, biasCorrection, changes } = this.look
    const t = Math.max(1, Math.min(this.values.length, asked))
    // The cache holds drawn values. V itself follows from them.
    const plain = (beta: number, at: number): number =>
      at < 1 ? 0 : this.average(beta, biasCorrection)[at - 1] * (biasCorrection ? warmUp(beta, at) : 1)
    return {
      t,
      theta: this.values[t - 1],
      original: changes.some(([moved]) => moved === t) ? this.original(t) : undefined,
      v: betas.map((beta) => plain(beta, t)),
      before: betas.map((beta) => plain(beta, t - 1)),
      shown: betas.map((beta) => this.average(beta, biasCorrection)[t - 1]),
      windows: windows.map((n) => this.mean(n)[t - 1]),
      recent: this.values.slice(Math.max(0, t - recentDays), t).reverse(),
    }
  }

  measure(selected: number): Measures {
    const { betas, windows, biasCorrection } = this.look
    const { season } = this
    const error = (curve: Float64Array): number => (season ? rootMeanSquare(curve, season) : NaN)
    const beta = betas[selected]
    const measures = {
      betas,
      windows,
      errors: betas.map((b) => (season ? error(this.average(b, biasCorrection)) : NaN)),
      windowErrors: windows.map((n) => (season ? error(this.mean(n)) : NaN)),
      lag: beta === undefined ? undefined : this.lag(beta),
    }
    // Keep every current curve, but not the lag's reference.
    for (const b of betas) this.average(b, biasCorrection)
    for (const n of windows) this.mean(n)
    this.forgetUnused()
    return measures
  }

  private lag(beta: number): Lag | undefined {
    const n = this.values.length
    const reference = this.without(beta)
    const { days, from } = lagOfAverage(this.average(beta, true), reference, beta)
    if (Number.isNaN(days)) return undefined
    // Put the arrow where the trend rises or falls fastest over a lag, which makes it widest.
    const reach = Math.max(5, Math.round(days))
    let steepest = from
    let most = -1
    for (let t = from; t + reach <= n - reach; t++) {
      const rise = Math.abs(reference[t + reach - 1] - reference[t - 1])
      if (rise > most) [most, steepest] = [rise, t]
    }
    const middle = steepest + Math.floor(reach / 2)
    return { days, from: middle, level: reference[middle - 1] }
  }

  /**
   * The error against the season for β from 0 to 0.999, evenly spaced in log(1 − β), and the best one. One β per turn.
   */
  *sweep(): Generator<undefined, SweepResult | undefined> {
    const { season, values, look } = this
    if (!season) return undefined
    const out = new Float64Array(values.length)
    const errorAt = (beta: number): number =>
      rootMeanSquare(smooth(values, beta, look.biasCorrection, out), season)
    const betas = Float64Array.from({ length: 61 }, (_, i) => 1 - 10 ** (-i / 20))
    const errors = new Float64Array(betas.length)
    let least = 0
    for (let i = 0; i < betas.length; i++) {
      errors[i] = errorAt(betas[i])
      if (errors[i] < errors[least]) least = i
      yield
    }
    // Ternary search between the neighbors of the best, in log(1 − β).
    let low = Math.max(0, least - 1) / 20
    let high = Math.min(60, least + 1) / 20
    for (let turn = 0; turn < 16; turn++) {
      const a = low + (high - low) / 3
      const b = high - (high - low) / 3
      if (errorAt(1 - 10 ** -a) < errorAt(1 - 10 ** -b)) high = b
      else low = a
      yield
    }
    const best = 1 - 10 ** (-(low + high) / 2)
    return { betas, errors, best, bestError: errorAt(best) }
  }
}
