// The map along its two axes through the current setting: what a single slider would do.

import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { MapExperiment } from '../../../engine/experiment.ts'
import { axisValue, cellWidth } from '../../../engine/map.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, useWords } from '../../../i18n/index.ts'
import { Plot, seriesLayer, type Domain, type Layer, type PlotHandle } from '../../../plot/index.ts'
import { ruleLayer } from '../../../plot/marks.ts'
import { mapPicture, useMap } from '../pageMap.ts'
import { valueOf } from '../settings.ts'
import { formatNumber } from '../../../ui/number.ts'
import { plotWords } from '../../../panels/plotWords.ts'
import { useFrame } from '../../../panels/useFrame.ts'
import { axisName } from './axisName.ts'
import { columnOf, type Shown } from './colors.ts'
import { cellAt, edgesOf } from './geometry.ts'

interface SectionProps {
  readonly map: MapExperiment
  readonly along: 'x' | 'y'
  readonly shown: Shown
}

type Points = readonly (readonly [value: number, outcome: number])[]

/** Returns the cells along an axis, low end first. */
function pointsOf(map: MapExperiment, along: 'x' | 'y', fixed: number, shown: Shown): Points {
  const picture = mapPicture()
  if (!picture || picture.map.x.count !== map.x.count || picture.map.y.count !== map.y.count) return []
  const axis = map[along]
  const c = columnOf(picture, shown)
  const all = Array.from({ length: axis.count }, (_, i) => {
    const cell = along === 'x' ? fixed * map.x.count + i : i * map.x.count + fixed
    return [axisValue(axis, i), picture.known[cell] ? picture.cells[cell * cellWidth + c] : NaN] as const
  })
  return axis.from > axis.to ? all.reverse() : all
}

export function CrossSection({ map, along, shown }: SectionProps) {
  const words = useWords(mapWords)
  const plot = useRef<PlotHandle>(null)
  const axis = map[along]
  const other = map[along === 'x' ? 'y' : 'x']
  const fixed = valueOf(map.base, other.parameter)
  const present = valueOf(map.base, axis.parameter)
  useMap((state) => state.revision)
  const points = pointsOf(map, along, cellAt(other, fixed), shown)
  const latest = useRef({ points, revision: 0 })
  const latestPresent = useRef(present)
  useLayoutEffect(() => {
    latest.current = { points, revision: latest.current.revision + 1 }
    latestPresent.current = present
  })

  const known = points.some(([, value]) => value > 0)
  const log = known && points.every(([, value]) => Number.isNaN(value) || value > 0)
  const layers = useMemo(
    (): Layer[] => [
      seriesLayer({
        key: 'section',
        points: {
          length: () => latest.current.points.length,
          revision: () => latest.current.revision,
          x: (i) => latest.current.points[i][0],
          y: (i) => latest.current.points[i][1],
        },
        color: (palette) => palette.runs[0],
      }),
      ruleLayer({ key: 'present', direction: 'vertical', at: () => latestPresent.current, dash: [3, 3] }),
    ],
    [],
  )
  const values = points.map(([, value]) => value).filter(Number.isFinite)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const yDomain: Domain = values.length === 0 ? [0, 1] : log ? [low / 1.2, high * 1.2] : [low, high]
  const [from, to] = edgesOf(axis)
  const [bottom, top] = yDomain
  useEffect(() => plot.current?.setDomain([from, to], [bottom, top]), [from, to, bottom, top])
  useFrame(() => plot.current?.draw())

  const name = axisName(words.map.names, axis.parameter)
  const otherName = axisName(words.map.names, other.parameter)
  const measured = map.measure === 'steps' ? words.map.legend.steps : words.map.legend.cost
  const unit = shown === 'spread' ? fill(words.map.legend.spread, { measure: measured }) : measured
  return (
    <Plot
      key={`${axis.parameter} ${axis.scale} ${log}`}
      ref={plot}
      name={fill(words.map.section, { name })}
      caption={
        <>
          {fill(words.map.section, { name })}
          <small>{fill(words.map.sectionAt, { name: otherName, value: formatNumber(fixed, 3) })}</small>
        </>
      }
      words={plotWords(words)}
      x={{ name, scale: axis.scale, domain: [from, to] }}
      y={{ name: unit, scale: log ? 'log' : 'linear', domain: yDomain }}
      layers={layers}
      height="100%"
      readout={(at) => {
        const index = axis.from > axis.to ? axis.count - 1 - cellAt(axis, at) : cellAt(axis, at)
        const point = latest.current.points[index]
        return point
          ? [
              { label: name, value: formatNumber(point[0]) },
              { label: unit, value: formatNumber(point[1]) },
            ]
          : []
      }}
      table={{
        columns: [name, unit],
        rows: () => latest.current.points.map(([a, b]) => [formatNumber(a), formatNumber(b)]),
      }}
    />
  )
}
