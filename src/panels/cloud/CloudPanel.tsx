// The cloud: near the minimum at constant α the steps do not come to rest. Shows the last 2,000 points of every visible
// run, a ring at the measured radius, and for the selected run the measured spread next to both formulas.

import { useMemo, useRef } from 'react'
import type { BowlSpec, QuadraticSpec } from '../../engine/experiment.ts'
import { column } from '../../engine/row.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { cross, Plot, ring, runColor, type Layer, type PlotHandle } from '../../plot/index.ts'
import { dotsLayer } from '../../plot/marks.ts'
import { useExperiment } from '../../state/experiment.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { middleOf } from '../start.ts'
import { cloudPoints, theoryOf } from './cloud.ts'
import { useClouds } from './useClouds.ts'
import textStyles from '../../styles/Text.module.css'
import labStyles from '../../ui/Lab.module.css'
import styles from './Cloud.module.css'
import { TableHead } from '../../ui/TableHead.tsx'

interface CloudPanelProps {
  readonly height?: string
  readonly concealed?: boolean
}

export function CloudPanel({ height = '100%', concealed }: CloudPanelProps) {
  const looks = useLooks()
  const words = useWords(networkWords)
  const { experiment, view } = useExperiment()
  const { hidden, selected } = view
  const spec = experiment.objective as BowlSpec | QuadraticSpec
  const names = useRunNames()
  const plot = useRef<PlotHandle>(null)
  const { clouds, revision, measured } = useClouds(plot, concealed)
  const own = words.network
  const [w, b] = middleOf(spec)

  const layers = useMemo(
    (): Layer[] =>
      names.flatMap((_, run) => {
        if (hidden.includes(run)) return []
        const value = (i: number, place: number): number => {
          const trace = race.traces[run]
          const cloud = clouds.current[run]
          return trace && cloud ? trace.rows[(cloud.from + i) * trace.width + place] : NaN
        }
        const points = {
          length: () => (clouds.current[run] ? cloudPoints : 0),
          revision: () => revision.current,
          x: (i: number) => value(i, column.theta),
          y: (i: number) => value(i, column.theta + 1),
        }
        return [
          dotsLayer({
            key: `cloud ${run}`,
            points,
            classes: [{ color: runColor(looks[run]) }],
            radius: 1.5,
            opacity: 0.45,
          }),
        ]
      }),
    [names, hidden, looks, clouds, revision],
  )

  const theory = useMemo(() => theoryOf(experiment, selected), [experiment, selected])
  const smaller = theory?.some(({ independent, epochs }) => epochs < 0.9 * independent)
  const still = theory?.every(({ epochs, independent }) => epochs === 0 || independent === 0)
  const number = (value: number): string => formatNumber(value, 3)
  const axes = axisNames(spec.kind)
  return (
    <div className={labStyles.panel}>
      <Plot
        ref={plot}
        name={own.cloud}
        caption={
          <>
            {own.cloud}
            <small>{fill(own.cloudSub, { count: formatNumber(cloudPoints) })}</small>
          </>
        }
        words={plotWords(words)}
        x={{ name: axes[0], domain: [w - 1, w + 1] }}
        y={{ name: axes[1], domain: [b - 1, b + 1] }}
        layers={layers}
        equal
        height={height}
        concealed={concealed}
        overlay={({ pen, scales, label }) => {
          const { ink, paper, runs } = scales.palette
          const [x, y] = [scales.x(w), scales.y(b)]
          cross(pen, x, y, 6 * scales.size, { color: ink, width: 1.6 * scales.size, paper })
          clouds.current.forEach((cloud, run) => {
            if (!cloud) return
            const radius = Math.abs(scales.x(w + cloud.radius) - x)
            ring(pen, x, y, radius, { color: runs[looks[run]], width: 2.2 * scales.size, paper })
            label({
              key: `radius ${run}`,
              x: x + radius * Math.SQRT1_2,
              y: y - radius * Math.SQRT1_2,
              text: `${names[run]} · ${fill(own.cloudRadius, { radius: number(cloud.radius) })}`,
              color: runs[looks[run]],
              bold: run === selected,
              side: 'above-right',
            })
          })
        }}
        summary={() =>
          names
            .flatMap((run, i) => {
              const cloud = clouds.current[i]
              if (!cloud) return []
              return [fill(own.cloudSummary, { run, count: cloudPoints, radius: number(cloud.radius) })]
            })
            .join(' ') || fill(own.cloudTooFew, { count: formatNumber(cloudPoints) })
        }
      />
      {!concealed && (
        <div>
          {measured ? (
            <table className={styles.table}>
              <caption className={textStyles.spoken}>{names[selected]}</caption>
              <TableHead
                names={[
                  own.cloudDirection,
                  own.cloudMeasured,
                  theory && own.cloudEpochs,
                  theory && own.cloudIndependent,
                ]}
              />
              <tbody>
                {spec.curvature.map((curvature, i) => (
                  <tr key={i}>
                    <th scope="row">{fill(own.cloudAlong, { lambda: number(curvature * spec.scale) })}</th>
                    <td>{number(measured.along[i])}</td>
                    {theory && <td>{number(theory[i].epochs)}</td>}
                    {theory && <td>{number(theory[i].independent)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p className={textStyles.note}>{fill(own.cloudTooFew, { count: formatNumber(cloudPoints) })}</p>
          )}
          <p className={textStyles.note}>
            {!theory ? own.cloudNotPlain : still ? own.cloudNone : smaller ? own.cloudSmall : ''}
          </p>
        </div>
      )}
    </div>
  )
}
