// Drawn above the averages: their names at their ends, the bracket of 1/(1 − β) days before the cursor, the arrow that
// measures the lag, rings at edited days.

import { arrow, disc, ring, resolvePaint, type Overlay } from '../../../plot/index.ts'
import type { AveragesExperiment } from '../../../engine/experiment.ts'
import { averagedDays } from '../../../engine/weights.ts'
import { averagesPicture, useReadings, type Picture } from '../pagePicture.ts'
import { curvePaint, purplePaint, rawPaint } from './curveLook.ts'

export interface OverlayWords {
  readonly curve: (beta: number) => string
  readonly window: (days: number) => string
  readonly purple: string
  readonly season: string
  readonly lag: (days: number) => string
}

export interface OverlayChoice {
  readonly experiment: AveragesExperiment
  readonly selected: number
  readonly lag: boolean
  readonly words: OverlayWords
}

/** Returns the last point left of the right border in pixels. */
function endOf(points: Float64Array, { scales }: Overlay): readonly [number, number] | undefined {
  for (let i = points.length - 2; i >= 0; i -= 2) {
    const x = scales.x(points[i])
    if (x <= scales.width) return [x, scales.y(points[i + 1])]
  }
  return undefined
}

function nameAtEnd(
  over: Overlay,
  points: Float64Array,
  text: string,
  color: string,
  priority: number,
  bold = true,
): void {
  const end = endOf(points, over)
  if (end) over.label({ x: end[0], y: end[1], text, color, bold, priority, distance: 6 * over.scales.size })
}

function names(over: Overlay, picture: Picture, { experiment, selected, words }: OverlayChoice): void {
  const { palette } = over.scales
  picture.curves.forEach((points, i) => {
    const beta = experiment.betas[i]
    if (beta === undefined) return
    nameAtEnd(over, points, words.curve(beta), resolvePaint(curvePaint(i), palette), i === selected ? 3 : 2)
  })
  picture.windows.forEach((points, i) => {
    if (experiment.windows[i] === undefined) return
    nameAtEnd(over, points, words.window(experiment.windows[i]), palette.ink, 1, false)
  })
  // One name is enough for all purple lines, on the slowest to warm up, shortly after its start.
  const slowest = experiment.betas.indexOf(Math.max(...experiment.betas))
  const warming = picture.uncorrected[slowest]
  if (warming && warming.length > 8) {
    const k = 2 * Math.floor(warming.length / 2 / 8)
    const [x, y] = [over.scales.x(warming[k]), over.scales.y(warming[k + 1])]
    if (x > 0 && x < over.scales.width)
      over.label({
        x,
        y,
        text: words.purple,
        color: purplePaint(palette),
        bold: true,
        priority: 4,
        side: 'below-right',
      })
  }
  if (picture.season) nameAtEnd(over, picture.season, words.season, palette.muted, 0, false)
}

/** A bracket over the days that are "averaged", at the bottom of the plot. */
function bracket(over: Overlay, picture: Picture, { experiment, selected }: OverlayChoice): void {
  const { pen, scales } = over
  const beta = experiment.betas[selected]
  if (beta === undefined) return
  const days = averagedDays(beta)
  const left = Math.max(scales.x(Math.max(1, picture.day.t - days + 1) - 0.5), -20)
  const right = Math.min(scales.x(picture.day.t + 0.5), scales.width + 20)
  if (right < 0 || left > scales.width || right - left < 2) return
  const y = scales.height - 4 * scales.size
  pen.save()
  pen.strokeStyle = resolvePaint(curvePaint(selected), scales.palette)
  pen.lineWidth = 2 * scales.size
  pen.beginPath()
  pen.moveTo(left, y - 5 * scales.size)
  pen.lineTo(left, y)
  pen.lineTo(right, y)
  pen.lineTo(right, y - 5 * scales.size)
  pen.stroke()
  pen.restore()
}

function lagArrow(over: Overlay, { selected, words }: OverlayChoice): void {
  const lag = useReadings.getState().measures?.lag
  if (!lag || !(lag.days > 0)) return
  const { pen, scales } = over
  const y = scales.y(lag.level)
  const color = resolvePaint(curvePaint(selected), scales.palette)
  const [x0, x1] = [scales.x(lag.from), scales.x(lag.from + lag.days)]
  arrow(pen, x0, y, x1, y, { color, width: 2.4 * scales.size, paper: scales.palette.paper })
  over.label({
    x: (x0 + x1) / 2,
    y,
    text: words.lag(lag.days),
    color,
    bold: true,
    priority: 5,
    side: 'above',
    distance: 8,
  })
}

export function drawAverageOverlay(over: Overlay, choice: OverlayChoice): void {
  const picture = averagesPicture.current
  if (!picture) return
  const { pen, scales } = over
  const { palette } = scales
  bracket(over, picture, choice)
  // The original places of edited days.
  for (let i = 0; i < picture.moved.length; i += 2) {
    const [x, y] = [scales.x(picture.moved[i]), scales.y(picture.moved[i + 1])]
    ring(pen, x, y, 3 * scales.size, { color: rawPaint(palette), width: scales.size })
  }
  picture.day.shown.forEach((value, i) => {
    const [x, y] = [scales.x(picture.day.t), scales.y(value)]
    if (x >= 0 && x <= scales.width && Number.isFinite(y))
      disc(
        pen,
        x,
        y,
        (i === choice.selected ? 4.5 : 3) * scales.size,
        resolvePaint(curvePaint(i), palette),
        palette.paper,
      )
  })
  if (choice.lag) lagArrow(over, choice)
  names(over, picture, choice)
}
