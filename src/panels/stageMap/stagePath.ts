// A run on the stage: thick, with a halo of paper for contrast on every sheet, dashes aligned with steps, and a dot per
// step while steps are apart. A diverging run is a fan: the area it sweeps as one pale shape, its hops thin inside, its
// last one leaving the frame with an arrow.

import {
  arrowHead,
  drawMarker,
  mix,
  pathLayer,
  runColor,
  runDash,
  runMarker,
  type Layer,
  type Overlay,
  type Pen,
  type Points,
  type Scales,
} from '../../plot/index.ts'
import type { Room } from './stageFrame.ts'

export interface StagePathOptions {
  readonly key: string
  readonly points: Points
  readonly look: number
  /** Whether it is the scene's main run. */
  readonly main: boolean
  readonly label: () => string
  readonly flies: () => boolean
  /** Shares of the height that words take. */
  readonly room: Room
}

/** Fractions of the window's height. */
const thick = 1 / 100
const thin = 1 / 150
const least = 5
const short = 1 / 15
/** In pixels. Beyond a few hundred points, indistinguishable ones are dropped. */
const apart = 2
/** From this many steps a run is drawn in installments, as on the pages, because it streams. */
const long = 2000

interface Traced {
  readonly x: number[]
  readonly y: number[]
}

/** Returns the points in pixels, without those indistinguishable from the previous one. */
function traced(points: Points, scales: Scales, length: number): Traced {
  const x: number[] = []
  const y: number[] = []
  const far = 50 * Math.max(scales.width, scales.height)
  const many = length > 400
  for (let i = 0; i < length; i++) {
    const px = scales.x(points.x(i))
    const py = scales.y(points.y(i))
    if (!(Math.abs(px) < far && Math.abs(py) < far)) continue
    const last = x.length - 1
    if (many && i < length - 1 && last >= 0 && Math.hypot(px - x[last], py - y[last]) < apart) continue
    x.push(px)
    y.push(py)
  }
  return { x, y }
}

/** How many points a look back finds, and how many rows it reads: it runs in every frame, for every run. */
const seen = 61
const readBack = 300
/** The last points of a run, the newest first. Reused for each drawing. */
const tail = { x: new Float64Array(seen), y: new Float64Array(seen), length: 0 }

/** Fills `tail` with a run's last points in pixels, each distinguishable from the one before. */
function lookBack(points: Points, scales: Scales, length: number): void {
  const far = 50 * Math.max(scales.width, scales.height)
  const least = length > long ? length - readBack : 0
  const near = length > 400 ? apart : 0
  let count = 0
  for (let i = length - 1; i >= least && count < seen; i--) {
    const px = scales.x(points.x(i))
    const py = scales.y(points.y(i))
    if (!(Math.abs(px) < far && Math.abs(py) < far)) continue
    if (count > 0 && near > 0)
      if (Math.abs(px - tail.x[count - 1]) < near && Math.abs(py - tail.y[count - 1]) < near) continue
    tail.x[count] = px
    tail.y[count] = py
    count++
  }
  tail.length = count
}

function line(pen: Pen, { x, y }: Traced): void {
  pen.beginPath()
  for (let i = 0; i < x.length; i++) {
    if (i === 0) pen.moveTo(x[i], y[i])
    else pen.lineTo(x[i], y[i])
  }
}

/** One stroke per hop, so its dash restarts. Short hops are solid. */
function hops(pen: Pen, { x, y }: Traced, dash: readonly number[], solidBelow: number): void {
  let solid = true
  pen.setLineDash([])
  pen.beginPath()
  for (let i = 1; i < x.length; i++) {
    const length = Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1])
    const now = length < solidBelow || dash.length === 0
    if (!now || now !== solid) {
      pen.stroke()
      pen.beginPath()
      pen.setLineDash(now ? [] : [...dash])
      pen.lineDashOffset = 0
      solid = now
    }
    pen.moveTo(x[i - 1], y[i - 1])
    pen.lineTo(x[i], y[i])
  }
  pen.stroke()
  pen.setLineDash([])
}

/** The area between the hops' upper and lower ends. */
function fan(pen: Pen, { x, y }: Traced): void {
  pen.beginPath()
  pen.moveTo(x[0], y[0])
  for (let i = 2; i < x.length; i += 2) pen.lineTo(x[i], y[i])
  const last = x.length - 1
  for (let i = last % 2 === 1 ? last : last - 1; i > 0; i -= 2) pen.lineTo(x[i], y[i])
  pen.closePath()
  pen.fill()
}

export function stagePath(options: StagePathOptions): Layer {
  const { points, look, main } = options
  const streamed = pathLayer({ key: options.key, points, look, present: false })
  const streams = (): boolean => points.length() > long

  const width = (scales: Scales): number => Math.max(least, (main ? thick : thin) * (scales.size * 408))

  function draw(pen: Pen, scales: Scales, length: number): void {
    const { palette } = scales
    const color = runColor(look)(palette)
    const path = traced(points, scales, length)
    if (path.x.length === 0) return
    const wide = width(scales)
    pen.save()
    pen.lineJoin = 'round'
    pen.lineCap = 'round'
    if (options.flies() && path.x.length > 4) {
      pen.globalAlpha = 0.9
      pen.fillStyle = mix(color, palette.dark ? '#101418' : '#f4f6fa', 0.22)
      fan(pen, path)
      pen.globalAlpha = 1
      pen.strokeStyle = mix(color, palette.dark ? '#101418' : '#ffffff', 0.7)
      pen.lineWidth = least * 0.6
      line(pen, path)
      pen.stroke()
    } else {
      pen.strokeStyle = palette.paper
      pen.lineWidth = wide * 1.8
      line(pen, path)
      pen.stroke()
      pen.strokeStyle = color
      pen.lineWidth = wide
      const height = scales.size * 408
      const dash = runDash(look).map((part) => part * (wide / 3))
      hops(pen, path, dash, Math.max(short * height, (dash[0] ?? 0) * 1.6))
    }
    dots(pen, path, wide * 0.85, color, palette.paper)
    pen.restore()
  }

  function dots(pen: Pen, { x, y }: Traced, radius: number, color: string, paper: string): void {
    for (const [fill, r] of [
      [paper, radius * 1.35],
      [color, radius],
    ] as const) {
      pen.fillStyle = fill
      pen.beginPath()
      for (let i = 1; i < x.length; i++) {
        const near = Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) < 2.6 * radius
        if (near && i < x.length - 1) continue
        pen.moveTo(x[i] + r, y[i])
        pen.arc(x[i], y[i], r, 0, 2 * Math.PI)
      }
      pen.fill()
    }
  }

  return {
    key: options.key,
    length: () => points.length(),
    // Paths on the stage have few steps and are drawn whole, so the halo is beneath everything.
    revision: () =>
      streams() ? streamed.revision() + 0.25 : points.revision() + Math.min(points.length(), long) * 1e-5,
    draw(pen, scales, from, to) {
      if (streams()) streamed.draw(pen, scales, from, to)
      else draw(pen, scales, to)
    },
    drawOver(over: Overlay) {
      const { pen, scales, label, avoid } = over
      const length = points.length()
      if (length === 0) return
      const color = runColor(look)(scales.palette)
      if (streams()) streamed.drawOver?.(over)
      lookBack(points, scales, length)
      if (tail.length === 0) return
      const radius = scales.size * 8
      let [px, py] = [tail.x[0], tail.y[0]]
      const inside = px >= 0 && py >= 0 && px <= scales.width && py <= scales.height
      let nameAt = py
      if (inside) drawMarker(pen, runMarker(look), px, py, radius, color, scales.palette.paper)
      else {
        const before = Math.min(1, tail.length - 1)
        const [fromX, fromY] = [tail.x[before], tail.y[before]]
        const angle = Math.atan2(py - fromY, px - fromX)
        const edge = radius * 1.4
        ;[px, py] = exit(fromX, fromY, px, py, scales.width, scales.height, edge)
        pen.save()
        pen.strokeStyle = color
        pen.lineWidth = width(scales) * 1.2
        pen.beginPath()
        pen.moveTo(fromX, fromY)
        pen.lineTo(px, py)
        pen.stroke()
        pen.restore()
        arrowHead(pen, px, py, angle, radius * 3, color, scales.palette.paper)
        // Keep its name clear of the words at the edges.
        const { top, bottom } = options.room
        nameAt = Math.max(top * scales.height, Math.min((1 - bottom) * scales.height, py))
      }
      for (let i = Math.min(tail.length, seen - 1) - 1; i >= 0; i--) avoid(tail.x[i], tail.y[i], radius * 0.7)
      label({
        key: options.key,
        x: px,
        y: nameAt,
        text: options.label(),
        color,
        bold: true,
        priority: main ? 3 : 2,
        distance: radius * 1.8,
        within: sheetAt(options.room, scales),
      })
    },
  }
}

/** Returns where the picture ends: at the question's sheet, which is wider on a narrow window. */
const sheetAt = ({ over }: Room, { width, height }: Scales): number =>
  over === 'sheet' ? width * (width < 1.5 * height ? 0.53 : 0.61) : width

/** Returns where a hop leaves the window. */
function exit(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  height: number,
  edge: number,
): [number, number] {
  let share = 1
  const cut = (from: number, to: number, low: number, high: number): void => {
    if (to > high) share = Math.min(share, (high - from) / (to - from))
    if (to < low) share = Math.min(share, (low - from) / (to - from))
  }
  cut(x0, x1, edge, width - edge)
  cut(y0, y1, edge, height - edge)
  const held = Math.max(0, Math.min(1, share))
  return [x0 + held * (x1 - x0), y0 + held * (y1 - y0)]
}
