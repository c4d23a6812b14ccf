// The map itself: colors for the outcome of every setting, hatching where runs ended early, contours, theoretical
// lines, the best cell, and the current setting as a cross that can be dragged or moved by arrow keys.

import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { axisValue } from '../../../engine/map.ts'
import type { MapExperiment } from '../../../engine/experiment.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, useWords } from '../../../i18n/index.ts'
import {
  cross,
  Handle,
  imageLayer,
  onThemeChange,
  Plot,
  readPalette,
  ring,
  type Layer,
  type PlacedImage,
  type PlotHandle,
} from '../../../plot/index.ts'
import { change, settle } from '../../../state/experiment.ts'
import { requestDraw } from '../../../state/frame.ts'
import { bestCell, cellValues, hoverCell, mapPicture, useMap } from '../pageMap.ts'
import { valueOf, withValue } from '../settings.ts'
import { formatNumber } from '../../../ui/number.ts'
import { picture as entered } from '../../../panels/pictures.ts'
import { plotWords } from '../../../panels/plotWords.ts'
import { useFrame } from '../../../panels/useFrame.ts'
import { axisName } from './axisName.ts'
import type { Shown } from './colors.ts'
import { cellAt, edgesOf } from './geometry.ts'
import { contourLayer, hatchLayer, paintCells, theoryLayer } from './layers.ts'
import type { MapTheory } from './theoryLines.ts'
import { mapReadout, mapRows, mapSummary, mayLackValues } from './told.ts'

export interface MapFigureProps {
  readonly map: MapExperiment
  readonly theory: MapTheory
  readonly shown: Shown
  readonly height?: string
  /** Its name stands above it already. */
  readonly untitled?: boolean
}

/** Sets both swept numbers of the selected run to those of a cell, or of a place between cells. */
export function goTo(map: MapExperiment, x: number, y: number, key: string): void {
  change(`cross ${key}`, (document) => withValue(withValue(document, map.x.parameter, x), map.y.parameter, y))
}

export function MapFigure({ map, theory, shown, height = '100%', untitled }: MapFigureProps) {
  const words = useWords(mapWords)
  // The overlay follows the cells.
  useMap((state) => state.revision)
  const plot = useRef<PlotHandle>(null)
  const names = words.map.names
  const [x, y] = [valueOf(map.base, map.x.parameter), valueOf(map.base, map.y.parameter)]

  const painted = useRef<{ image: PlacedImage | null; key: string; revision: number }>({
    image: null,
    key: '',
    revision: 0,
  })
  const themed = useRef(0)
  useEffect(
    () =>
      onThemeChange(() => {
        themed.current++
        requestDraw()
      }),
    [],
  )
  const latest = useRef(shown)
  useLayoutEffect(() => void (latest.current = shown), [shown])
  const stamp = (): number => {
    const key = `${useMap.getState().revision} ${latest.current} ${themed.current}`
    if (painted.current.key !== key) {
      const picture = mapPicture()
      painted.current = {
        image: picture ? paintCells(picture, latest.current, readPalette(document.body)) : null,
        key,
        revision: painted.current.revision + 1,
      }
    }
    return painted.current.revision
  }
  const { x: across, y: up } = map
  const axes = useMemo(() => ({ x: across, y: up }), [across, up])
  const theoryRevision = useRef(0)
  const layers = useMemo((): Layer[] => {
    theoryRevision.current++
    return [
      imageLayer({
        key: 'cells',
        image: () => {
          stamp()
          return painted.current.image
        },
        revision: stamp,
      }),
      hatchLayer('diverged', mapPicture, stamp),
      hatchLayer('noValue', mapPicture, stamp),
      contourLayer(mapPicture, () => latest.current, stamp),
      theoryLayer(theory.lines, axes, theoryRevision.current),
    ]
  }, [theory, axes])

  const [xLow, xHigh] = edgesOf(map.x)
  const [yLow, yHigh] = edgesOf(map.y)
  useEffect(() => plot.current?.setDomain([xLow, xHigh], [yLow, yHigh]), [xLow, xHigh, yLow, yHigh])
  useFrame(() => plot.current?.draw())

  const cellUnder = (atX: number, atY: number): number =>
    cellAt(map.y, atY) * map.x.count + cellAt(map.x, atX)
  const choose = (atX: number, atY: number, key: string): void =>
    goTo(map, axisValue(map.x, cellAt(map.x, atX)), axisValue(map.y, cellAt(map.y, atY)), key)
  const name = (axis: 'x' | 'y'): string => axisName(names, map[axis].parameter)
  const place = `${name('x')} ${formatNumber(x)}, ${name('y')} ${formatNumber(y)}`
  const register = useMemo(() => entered('hypermap', (handle) => void (plot.current = handle)), [])
  const picture = mapPicture()
  const best = picture ? bestCell(picture) : -1

  return (
    <Plot
      // A scale is read only at the first render, so remount.
      key={`${map.x.parameter} ${map.x.scale} ${map.y.parameter} ${map.y.scale}`}
      ref={register}
      name={words.plots.names.map}
      caption={untitled && ''}
      words={plotWords(words)}
      x={{ name: name('x'), scale: map.x.scale, domain: [xLow, xHigh] }}
      y={{ name: name('y'), scale: map.y.scale, domain: [yLow, yHigh] }}
      layers={layers}
      overlay={({ pen, scales, label }) => {
        const current = mapPicture()
        if (current && best >= 0 && best < current.known.length) {
          const [bx, by] = cellValues(current, best)
          const [px, py] = [scales.x(bx), scales.y(by)]
          const { ink, paper } = scales.palette
          ring(pen, px, py, 7 * scales.size, { color: ink, width: 2 * scales.size, paper })
          label({
            key: 'best',
            x: px,
            y: py,
            text: fill(words.map.best, { x: formatNumber(bx, 3), y: formatNumber(by, 3) }),
            color: scales.palette.ink,
            bold: true,
            priority: 3,
            distance: 11 * scales.size,
          })
        }
        if (theory.best) {
          const [px, py] = [scales.x(theory.best[0]), scales.y(theory.best[1])]
          cross(pen, px, py, 6 * scales.size, {
            color: scales.palette.ink,
            width: 2 * scales.size,
            paper: scales.palette.paper,
          })
          label({
            key: 'theory best',
            x: px,
            y: py,
            text: words.map.theory.bestPair,
            color: scales.palette.ink,
            priority: 1,
            distance: 8 * scales.size,
          })
        }
        const [cx, cy] = [scales.x(x), scales.y(y)]
        pen.save()
        pen.strokeStyle = scales.palette.ink
        pen.globalAlpha = 0.6
        pen.lineWidth = scales.size
        pen.setLineDash([4 * scales.size, 3 * scales.size])
        pen.beginPath()
        pen.moveTo(cx, 0)
        pen.lineTo(cx, scales.height)
        pen.moveTo(0, cy)
        pen.lineTo(scales.width, cy)
        pen.stroke()
        pen.restore()
      }}
      height={height}
      onHover={(atX, atY) => hoverCell(atX === null || atY === null ? null : cellUnder(atX, atY))}
      onPick={(atX, atY) => {
        choose(atX, atY, 'click')
        settle()
      }}
      readout={(atX, atY) => mapReadout(words, cellUnder(atX, atY))}
      summary={() => mapSummary(words, map)}
      table={{
        columns: [
          name('x'),
          name('y'),
          words.map.cell.steps,
          words.map.cell.cost,
          words.map.cell.diverged,
          ...(mayLackValues(map) ? [words.map.cell.noValue] : []),
        ],
        rows: () => mapRows(mapPicture()),
      }}
    >
      <Handle
        name={words.map.present}
        x={x}
        y={y}
        look="dot"
        valueText={place}
        onMove={(atX, atY) => goTo(map, atX, atY, 'drag')}
        onArrow={(across, up) => {
          const step = (axis: typeof map.x, value: number, by: number): number =>
            axisValue(
              axis,
              Math.max(0, Math.min(axis.count - 1, cellAt(axis, value) + (axis.from > axis.to ? -by : by))),
            )
          goTo(map, across === 0 ? x : step(map.x, x, across), up === 0 ? y : step(map.y, y, up), 'drag')
        }}
        onRest={settle}
      />
    </Plot>
  )
}
