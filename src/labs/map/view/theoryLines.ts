// Theory as curves over the map's two axes: the limit, the best α, critical damping, and the best pair if both of its
// numbers are swept. Each point uses the current setting, except for the swept numbers.

import type { MapExperiment } from '../../../engine/experiment.ts'
import { alphaLimit, criticalAlpha, silenceOf, type Silence } from '../../../engine/mapTheory.ts'
import { optimizerOf, settingsOf } from '../../../engine/optimizers/index.ts'
import { gdBest, momentumBest } from '../../../engine/theory.ts'
import type { MapParameter } from '../settings.ts'
import { edgesOf } from './geometry.ts'
import type { TheoryLine } from './layers.ts'

export interface MapTheory {
  readonly silence: Silence | undefined
  readonly lines: readonly TheoryLine[]
  /** The best pair, if both of its numbers are swept. */
  readonly best: readonly [x: number, y: number] | undefined
}

const samples = 160

interface Names {
  readonly limit: string
  readonly best: string
  readonly critical: string
}

export function theoryOf(
  map: MapExperiment,
  eigenvalues: readonly [number, number] | undefined,
  names: Names,
): MapTheory {
  const silence = silenceOf(map.base, eigenvalues)
  if (silence || !eigenvalues) return { silence, lines: [], best: undefined }
  const { base, x, y } = map
  const run = base.runs[0]
  const rule = optimizerOf(run).traits.linear
  const { beta: ownBeta, course } = settingsOf(run, base.convention)
  const curved = 'curvature' in base.objective ? base.objective : undefined

  /** Returns the ends of the spectrum where λ₂ is `second`. */
  const spectrum = (second: number | undefined): readonly [number, number] => {
    if (second === undefined || !curved) return eigenvalues
    const [a, b] = [curved.curvature[0] * curved.scale, second * curved.scale]
    return a <= b ? [a, b] : [b, a]
  }
  type Place = Readonly<Partial<Record<MapParameter, number>>>
  const limit = (at: Place): number =>
    alphaLimit(rule!, spectrum(at.curvature)[1], at.beta ?? ownBeta, course)

  /** α = f(other axis) as a curve. If α is on neither axis, the place where f equals the current α. */
  const curve = (
    key: string,
    label: string,
    f: (at: Place) => number,
    dash?: readonly number[],
  ): TheoryLine[] => {
    const along = (axis: typeof x): number[] => {
      const [low, high] = edgesOf(axis)
      return Array.from({ length: samples + 1 }, (_, n) => {
        const share = n / samples
        const value =
          axis.scale === 'log'
            ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
            : low + share * (high - low)
        return axis.parameter.startsWith('beta') ? Math.max(0, Math.min(value, 0.999999)) : value
      })
    }
    const points: (readonly [number, number])[] = []
    if (x.parameter === 'alpha') for (const b of along(y)) points.push([f({ [y.parameter]: b }), b])
    else if (y.parameter === 'alpha') for (const a of along(x)) points.push([a, f({ [x.parameter]: a })])
    else {
      const ys = along(y)
      for (const a of along(x)) {
        const over = (b: number): number => f({ [x.parameter]: a, [y.parameter]: b }) - run.alpha
        for (let n = 1; n < ys.length; n++) {
          const [p, q] = [over(ys[n - 1]), over(ys[n])]
          if (p * q > 0 || p === q) continue
          points.push([a, ys[n - 1] + (ys[n] - ys[n - 1]) * (p / (p - q))])
          break
        }
      }
    }
    return points.length > 1 ? [{ key, label, points, dash }] : []
  }

  const lines = [...curve('limit', names.limit, limit)]
  if (rule === 'plain')
    lines.push(...curve('best', names.best, (at) => gdBest(...spectrum(at.curvature)).alpha, [7, 4]))
  if (rule === 'heavyBall')
    lines.push(
      ...curve(
        'critical',
        names.critical,
        (at) => criticalAlpha(spectrum(at.curvature)[0], at.beta ?? ownBeta, course),
        [2, 4],
      ),
    )
  const pair = new Set([x.parameter, y.parameter])
  const best =
    rule === 'heavyBall' && pair.has('alpha') && pair.has('beta')
      ? momentumBest(...eigenvalues, course ? 'course' : 'pytorch')
      : undefined
  const at =
    best &&
    (x.parameter === 'alpha' ? ([best.alpha, best.beta] as const) : ([best.beta, best.alpha] as const))
  return { silence, lines: rule ? lines : [], best: at }
}
