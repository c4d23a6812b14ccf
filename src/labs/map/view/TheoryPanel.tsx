// Theory at the current setting: limits and best settings with their sources, the eigenvalues of the iteration matrix
// in the unit circle, and the predicted rate next to the measured one. Says so if no theory applies.

import { useMemo } from 'react'
import type { MapExperiment } from '../../../engine/experiment.ts'
import {
  alphaLimit,
  criticalAlpha,
  iterationRoots,
  measuredRate,
  predictedRate,
} from '../../../engine/mapTheory.ts'
import { createObjective } from '../../../engine/objectives/create.ts'
import { optimizerOf, settingsOf } from '../../../engine/optimizers/index.ts'
import { gdBest, momentumBest } from '../../../engine/theory.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, useWords, type Spoken } from '../../../i18n/index.ts'
import { pathOf, valueOf } from '../settings.ts'
import { formatNumber } from '../../../ui/number.ts'
import { measuredSpread, predictedSpread } from './spread.ts'
import type { MapTheory } from './theoryLines.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './HyperMap.module.css'
import { TableHead } from '../../../ui/TableHead.tsx'

interface TheoryPanelProps {
  readonly map: MapExperiment
  readonly eigenvalues: readonly [number, number] | undefined
  readonly theory: MapTheory
}

export function TheoryPanel({ map, eigenvalues, theory }: TheoryPanelProps) {
  const words = useWords(mapWords).map.theory
  const { base } = map
  const noisy = valueOf(base, 'batchSize') < examples(base)
  const rate = useMemo(() => (theory.silence ? NaN : measured(map)), [theory.silence, map])
  return (
    <section className={styles.theory} aria-label={words.title}>
      <h2>{words.title}</h2>
      {theory.silence || !eigenvalues ? (
        <p>{words.silent[theory.silence ?? 'objective']}</p>
      ) : (
        <>
          <p className={textStyles.note}>
            {words.known} {noisy && words.noisy}
          </p>
          <div className={styles.theoryParts}>
            <table>
              <TableHead names={[words.quantity, words.value, words.source]} />
              <tbody>
                {rowsOf(words, map, eigenvalues, rate, noisy).map(([name, value, source]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{value}</td>
                    <td className={textStyles.note}>{source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <UnitCircle map={map} eigenvalues={eigenvalues} />
          </div>
        </>
      )}
    </section>
  )
}

const examples = (base: MapExperiment['base']): number =>
  base.objective.kind === 'leastSquares'
    ? base.objective.y.length
    : 'm' in base.objective
      ? base.objective.m
      : 1

function rowsOf(
  words: Spoken<typeof mapWords>['map']['theory'],
  map: MapExperiment,
  eigenvalues: readonly [number, number],
  rate: number,
  noisy: boolean,
): (readonly [string, string, string])[] {
  const { base } = map
  const run = base.runs[0]
  const rule = optimizerOf(run).traits.linear!
  const { beta, course } = settingsOf(run, base.convention)
  const [least, largest] = eigenvalues
  const show = (value: number): string => formatNumber(value, 4)
  const limitFormula =
    rule === 'plain'
      ? '2/λmax'
      : rule === 'heavyBall'
        ? course
          ? '2(1 + β)/((1 − β)λmax)'
          : '2(1 + β)/λmax'
        : course
          ? '2(1 + β)/((1 + 2β)(1 − β)λmax)'
          : '2(1 + β)/((1 + 2β)λmax)'
  const rows: (readonly [string, string, string])[] = [
    [
      `${words.alphaLimit} ${limitFormula}`,
      show(alphaLimit(rule, largest, beta, course)),
      'Polyak 1964; Goh 2017',
    ],
  ]
  if (rule === 'plain') {
    const best = gdBest(least, largest)
    rows.push(
      [`${words.alphaBest}, 2/(λmin + λmax)`, show(best.alpha), 'Polyak 1964; Nesterov 2004'],
      [words.rateBest, show(best.rate), 'Polyak 1964'],
    )
  } else {
    const best = momentumBest(least, largest, course ? 'course' : 'pytorch')
    rows.push(
      [words.momentumBest, `${show(best.alpha)}, ${show(best.beta)}`, 'Polyak 1964; Goh 2017'],
      [words.momentumRate, show(best.rate), 'Polyak 1964'],
    )
  }
  if (rule === 'heavyBall')
    rows.push(
      [words.criticalMin, show(criticalAlpha(least, beta, course)), 'Goh 2017'],
      [words.criticalMax, show(criticalAlpha(largest, beta, course)), 'Goh 2017'],
    )
  rows.push(
    [words.predicted, show(predictedRate(base, eigenvalues)), 'Lessard et al. 2016'],
    [words.measured, Number.isNaN(rate) ? '–' : show(rate), ''],
  )
  const predicted = noisy ? predictedSpread(base) : undefined
  if (predicted) {
    rows.push([words.cloud, predicted.map(show).join('; '), 'Mandt et al. 2017'])
    const seen = measuredSpread(base)
    if (seen) rows.push([words.cloudMeasured, seen.map(show).join('; '), ''])
  }
  return rows
}

/** Measured from a run's distances to the minimum at the current setting. */
function measured(map: MapExperiment): number {
  const { base } = map
  const [minimum] = createObjective(base.objective, base.seed).landscape?.minima ?? []
  if (!minimum) return NaN
  const path = pathOf(base)
  const distances = Array.from({ length: path.length / 2 }, (_, i) =>
    Math.hypot(path[2 * i] - minimum[0], path[2 * i + 1] - minimum[1]),
  )
  return measuredRate(distances)
}

const radius = 44

function UnitCircle({ map, eigenvalues }: { map: MapExperiment; eigenvalues: readonly [number, number] }) {
  const words = useWords(mapWords).map.theory
  const run = map.base.runs[0]
  const rule = optimizerOf(run).traits.linear
  if (!rule) return null
  const { beta, course } = settingsOf(run, map.base.convention)
  const roots = eigenvalues.map((lambda) => iterationRoots(rule, lambda, run.alpha, beta, course))
  const size = Math.max(...roots.flat().map(([a, b]) => Math.hypot(a, b)))
  // Scale the picture down to show roots far outside.
  const scale = radius / Math.max(1, size / 1.25)
  const verdict = size < 1 ? words.inside : words.outside
  const text = fill(words.rootsSummary, { size: formatNumber(size, 4), verdict })
  return (
    <figure className={styles.roots} aria-label={words.roots}>
      <figcaption>{words.roots}</figcaption>
      <svg viewBox="-60 -60 120 120" aria-hidden="true">
        <path d="M-58 0H58M0 -58V58" stroke="var(--hairline)" />
        <circle r={scale} fill="none" stroke="var(--ink)" strokeWidth="1.2" />
        {roots.map((pair, k) =>
          pair.map(([a, b], n) => (
            <g key={`${k} ${n}`} transform={`translate(${a * scale} ${-b * scale})`}>
              {k === 0 ? (
                <circle r="3.6" fill="var(--run-0)" />
              ) : (
                <rect x="-3.3" y="-3.3" width="6.6" height="6.6" fill="var(--run-1)" />
              )}
            </g>
          )),
        )}
      </svg>
      <p>
        <span aria-hidden="true">
          <i className={styles.rootDot} /> λmin <i className={styles.rootSquare} /> λmax
          <br />
        </span>
        {text}
      </p>
    </figure>
  )
}
