// Cuts through the selected run's point at the cursor along its two curvature directions: a bowl curves up in both, a
// saddle up in one and down in the other, a plateau hardly at all. The map shows both directions as lines.

import { useEffect, useMemo, useRef, useState } from 'react'
import { column } from '../../engine/row.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import {
  Plot,
  seriesLayer,
  type Layer,
  type Overlay,
  type Palette,
  type PlotHandle,
} from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor } from '../../state/playback.ts'
import { formatNumber } from '../../ui/number.ts'
import { MapPanel } from '../map/MapPanel.tsx'
import { layVeil } from '../map/veil.ts'
import { plotWords } from '../plotWords.ts'
import { rowAtCursor, runNames } from '../runs.ts'
import { startOf } from '../start.ts'
import { useFrame } from '../useFrame.ts'
import { alongDirection, landscapeOf, placeAt, type Place } from './curvature.ts'

/** How far the cuts extend to each side, and their number of points. */
const reach = 0.8
const points = 81
/** The two cuts differ in color and dash. */
const dashes: readonly (readonly number[])[] = [[], [6, 4]]
const ink = (palette: Palette): string => palette.ink
const paints = [ink, (palette: Palette): string => palette.runs[1]] as const

function usePlace() {
  const { experiment, view } = useExperiment()
  const landscape = useMemo(
    () => landscapeOf(experiment.objective, experiment.seed),
    [experiment.objective, experiment.seed],
  )
  const now = (): Place | undefined => {
    if (!landscape) return undefined
    const row = cursor.step === 0 ? undefined : rowAtCursor(view.selected)
    const [x, y] = row
      ? [row.rows[row.from + column.theta], row.rows[row.from + column.theta + 1]]
      : startOf(experiment)
    return Number.isFinite(x) && Number.isFinite(y) ? placeAt(landscape, [x, y]) : undefined
  }
  return { landscape, now, experiment, view }
}

export function CurvaturePanel({ height = '100%', concealed }: { height?: string; concealed?: boolean }) {
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.curvature
  const language = useLanguage()
  const { landscape, now, experiment, view } = usePlace()
  const plot = useRef<PlotHandle>(null)
  const shown = useRef<{ place: Place | undefined; revision: number }>({ place: undefined, revision: 0 })
  const [place, setPlace] = useState<Place>()
  const name = runNames(experiment, language)[view.selected]

  useEffect(() => {
    shown.current = { place: undefined, revision: shown.current.revision + 1 }
  }, [landscape])
  useFrame(() => {
    const next = now()
    const before = shown.current.place
    if (next && (!before || next.at[0] !== before.at[0] || next.at[1] !== before.at[1])) {
      shown.current = { place: next, revision: shown.current.revision + 1 }
      let most = 0.05
      let least = -0.05
      for (const curvature of next.curvatures)
        for (let i = 0; i < points; i++) {
          const value = landscape ? alongDirection(landscape, next, curvature, distanceOf(i)) : 0
          most = Math.max(most, value)
          least = Math.min(least, value)
        }
      const room = (most - least) * 0.12
      plot.current?.setDomain([-reach, reach], [least - room, most + room])
      // Words change with the shape, not with every digit.
      if (
        next.kind !== place?.kind ||
        next.curvatures.some(({ bend }, k) => bend !== place.curvatures[k].bend)
      )
        setPlace(next)
    }
    plot.current?.draw('over')
  })

  const layers = useMemo(
    (): Layer[] =>
      [0, 1].map((k) =>
        seriesLayer({
          key: `cut ${k}`,
          points: {
            length: () => (shown.current.place && landscape ? points : 0),
            revision: () => shown.current.revision,
            x: distanceOf,
            y: (i) => {
              const { place: at } = shown.current
              return at && landscape ? alongDirection(landscape, at, at.curvatures[k], distanceOf(i)) : NaN
            },
          },
          color: paints[k],
          dash: dashes[k],
          label: () => {
            const curvature = shown.current.place?.curvatures[k]
            return curvature
              ? fill(own.curve, {
                  lambda: formatNumber(curvature.lambda, 3),
                  bend: own[curvature.bend],
                })
              : ''
          },
        }),
      ),
    [landscape, own],
  )
  const verdict = place ? fill(own.verdict, { run: name, place: own[place.kind] }) : ''
  const summary = (): string => {
    const at = shown.current.place
    if (!at) return ''
    const [first, second] = at.curvatures
    return fill(own.summary, {
      verdict,
      gradient: formatNumber(at.gradient, 3),
      first: formatNumber(first.lambda, 3),
      firstBend: own[first.bend],
      second: formatNumber(second.lambda, 3),
      secondBend: own[second.bend],
    })
  }
  return (
    <Plot
      ref={plot}
      name={own.figure}
      caption={concealed ? undefined : verdict || undefined}
      words={plotWords(words)}
      x={{ name: own.along, symbol: false, domain: [-reach, reach] }}
      y={{ name: own.rise, symbol: false, domain: [-0.1, 0.4], hidden: concealed }}
      layers={layers}
      overlay={(over) => markPoint(over)}
      height={height}
      concealed={concealed}
      summary={summary}
      table={{
        columns: [own.along, 'λ₁', 'λ₂'],
        rows: () => {
          const at = shown.current.place
          if (!at || !landscape) return []
          return Array.from({ length: 17 }, (_, i) => {
            const distance = -reach + i * 0.1
            const cuts = at.curvatures.map((one) =>
              formatNumber(alongDirection(landscape, at, one, distance), 3),
            )
            return [formatNumber(distance, 2), ...cuts]
          })
        },
      }}
    />
  )
}

const distanceOf = (i: number): number => -reach + (2 * reach * i) / (points - 1)

function markPoint({ pen, scales }: Overlay): void {
  pen.fillStyle = scales.palette.ink
  pen.beginPath()
  pen.arc(scales.x(0), scales.y(0), 4 * scales.size, 0, 2 * Math.PI)
  pen.fill()
}

/**
 * The map with the two curvature directions at the cursor's point: solid where J curves up, dashed where it curves
 * down.
 */
export function CurvatureMap({ locked, withoutRuns }: { readonly withoutRuns: boolean; locked?: boolean }) {
  const { now } = usePlace()
  const marks = (over: Overlay, toPixels: (w: number, b: number) => readonly [number, number]): void => {
    const place = withoutRuns ? undefined : now()
    if (!place) return
    const { pen, scales } = over
    place.curvatures.forEach(({ direction, bend }, k) => {
      const [x, y] = place.at
      const from = toPixels(x - reach * direction[0], y - reach * direction[1])
      const to = toPixels(x + reach * direction[0], y + reach * direction[1])
      pen.save()
      pen.strokeStyle = paints[k](scales.palette)
      pen.lineWidth = 2 * scales.size
      pen.setLineDash(bend === 'up' ? [] : bend === 'down' ? [6, 4] : [1.5, 4])
      pen.beginPath()
      pen.moveTo(...(from as [number, number]))
      pen.lineTo(...(to as [number, number]))
      pen.stroke()
      pen.restore()
    })
  }
  return <MapPanel withoutRuns={withoutRuns} locked={locked} marks={marks} mist={layVeil} />
}
