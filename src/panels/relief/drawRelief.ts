// Draws the relief with the plots' pen: the block, contour lines, draped paths, a plumb line from each present point to
// the front edge, and a pin with its name.

import {
  cross,
  disc,
  drawMarker,
  ring,
  runDash,
  runMarker,
  type Palette,
  type Pen,
  type Scales,
} from '../../plot/index.ts'
import { runCap } from '../../plot/palette.ts'
import { projectX, projectY } from './camera.ts'
import { drawEdges } from './edges.ts'
import type { Sides } from './raster.ts'
import { Draped, seenLines, spotAt, type ReliefRun, type ReliefScene } from './scene.ts'

const casing = 1.75
const dotDistance = 9

export const sidesOf = ({ dark }: Palette): Sides =>
  dark ? [0xff2a2320, 0xff211b19] : [0xffafc3ca, 0xff98acb2]

export function drawRelief(pen: Pen, scales: Scales, scene: ReliefScene): void {
  const { palette, width, height, size } = scales
  pen.save()
  pen.fillStyle = palette.paper
  pen.fillRect(0, 0, width, height)
  shadow(pen, scales, scene)
  pen.imageSmoothingEnabled = true
  const { raster, scale } = scene
  pen.drawImage(scene.image, 0, 0, raster.width * scale, raster.height * scale)
  const seen = seenLines(scene)
  contourLines(pen, scene, seen, size)
  if (!scene.bare) drawEdges(pen, scales, scene, seen)
  const plain = scene.runs.filter(({ strong }) => !strong)
  const inOrder = [...plain, ...scene.runs.filter(({ strong }) => strong)]
  for (const run of inOrder) path(pen, scales, scene, run)
  minima(pen, scales, scene)
  startRing(pen, scales, scene)
  pins(pen, scales, scene, inOrder)
  pen.restore()
}

function shadow(pen: Pen, { palette, size }: Scales, { camera, ground }: ReliefScene): void {
  if (camera.tall < 0.05) return
  pen.fillStyle = '#000000'
  const corners = [
    [0, 0],
    [ground.width, 0],
    [ground.width, ground.height],
    [0, ground.height],
  ]
  pen.globalAlpha = palette.dark ? 0.09 : 0.026
  for (let spread = 2; spread <= 22; spread += 4) {
    pen.beginPath()
    for (const [x, y] of corners) {
      const out = spread * size
      const px = projectX(camera, x, y) + Math.sign(x - 1) * out
      const py =
        projectY(camera, x, y, -ground.depth) + (10 + Math.sign(y - 1) * spread * 0.7) * size * camera.tall
      pen.lineTo(px, py)
    }
    pen.closePath()
    pen.fill()
  }
  pen.globalAlpha = 1
}

function contourLines(pen: Pen, { ground }: ReliefScene, seen: readonly Float32Array[], size: number): void {
  for (const [n, { color, strong }] of ground.lines.entries()) {
    const segments = seen[n]
    pen.strokeStyle = color
    pen.lineWidth = (strong ? 1.7 : 1) * size
    pen.beginPath()
    for (let i = 0; i < segments.length; i += 4) {
      pen.moveTo(segments[i], segments[i + 1])
      pen.lineTo(segments[i + 2], segments[i + 3])
    }
    pen.stroke()
  }
}

function path(pen: Pen, { palette, size }: Scales, scene: ReliefScene, run: ReliefRun): void {
  const { points, look, strong } = run
  const length = points.length()
  const many = length > 2000
  const wide = many ? 1 : strong ? 3.4 : 2.8
  const color = palette.runs[look]
  pen.save()
  pen.lineJoin = 'round'
  // The places that are visibly apart, computed once for both strokes.
  const places: number[] = []
  for (let i = 0; i < length; i++) {
    const [x, y] = [points.x(i), points.y(i)]
    const last = places.length - 2
    if (
      i < length - 1 &&
      last >= 0 &&
      Math.abs(x - places[last]) < 0.6 &&
      Math.abs(y - places[last + 1]) < 0.6
    )
      continue
    places.push(x, y)
  }
  const line = new Draped(pen, scene)
  for (let i = 0; i < places.length; i += 2) line.to(places[i], places[i + 1])
  if (!many) {
    pen.strokeStyle = palette.paper
    pen.lineWidth = (wide + 2 * casing) * size
    pen.stroke()
  }
  pen.strokeStyle = color
  pen.lineWidth = wide * size
  const dash = runDash(look)
  pen.lineCap = dash.length > 0 ? runCap(look) : 'butt'
  pen.setLineDash(dash.map((piece) => piece * size))
  pen.stroke()
  pen.setLineDash([])
  if (!many) {
    let [px, py] = [Infinity, Infinity]
    const radius = (strong ? 2.6 : 2.2) * size
    pen.fillStyle = color
    pen.beginPath()
    for (let i = 0; i < places.length; i += 2) {
      const spot = spotAt(scene, places[i], places[i + 1])
      const apart = Math.hypot(spot.x - px, spot.y - py) >= dotDistance * size
      ;[px, py] = [spot.x, spot.y]
      if (!apart || !spot.seen) continue
      pen.moveTo(px + radius, py)
      pen.arc(px, py, radius, 0, 2 * Math.PI)
    }
    pen.fill()
  }
  pen.restore()
}

function minima(pen: Pen, { palette, size }: Scales, scene: ReliefScene): void {
  for (const [x, y] of scene.minima) {
    if (!(x >= 0 && y >= 0 && x <= scene.ground.width && y <= scene.ground.height)) continue
    const spot = spotAt(scene, x, y)
    if (spot.seen)
      cross(pen, spot.x, spot.y, 7 * size, { color: palette.ink, width: 1.8 * size, paper: palette.paper })
  }
}

function startRing(pen: Pen, { palette, size }: Scales, scene: ReliefScene): void {
  const { x, y } = spotAt(scene, ...scene.start)
  const { ink, paper } = palette
  if (scene.isStartFocused) ring(pen, x, y, 15 * size, { color: ink, width: 2.5 * size, paper })
  disc(pen, x, y, 9 * size, paper, paper, size)
  ring(pen, x, y, 9 * size, { color: ink, width: 2 * size, paper })
  disc(pen, x, y, 2.6 * size, ink, paper, 0)
}

/** Draws plumb lines, present points and their names without overlap. */
function pins(pen: Pen, scales: Scales, scene: ReliefScene, runs: readonly ReliefRun[]): void {
  const { palette, size, width } = scales
  const { ground, camera } = scene
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = []
  pen.font = `600 ${Math.round(13 * size)}px ${palette.font}`
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  for (const { points, look, strong, label, ended } of runs) {
    const last = points.length() - 1
    if (last < 0) continue
    const [x, y] = [points.x(last), points.y(last)]
    if (!(x >= 0 && y >= 0 && x <= ground.width && y <= ground.height)) continue
    const color = palette.runs[look]
    const spot = spotAt(scene, x, y)
    pen.strokeStyle = color
    pen.lineWidth = 1.4 * size
    pen.setLineDash([2 * size, 3 * size])
    const line = new Draped(pen, scene)
    line.to(x, y)
    line.to(x, ground.height)
    const foot = [
      projectX(camera, x, ground.height),
      projectY(camera, x, ground.height, -ground.depth),
    ] as const
    pen.moveTo(foot[0], projectY(camera, x, ground.height, ground.heightAt(x, ground.height)))
    pen.lineTo(...foot)
    pen.stroke()
    pen.setLineDash([])
    const radius = (strong ? 7.5 : 6.5) * size
    if (spot.seen)
      if (ended) cross(pen, spot.x, spot.y, 6 * size, { color, width: 2.4 * size, paper: palette.paper })
      else drawMarker(pen, runMarker(look), spot.x, spot.y, radius, color, palette.paper)
    const wide = pen.measureText(label).width + 18 * size
    const tall = 24 * size
    const left = Math.max(4, Math.min(width - wide - 4, spot.x - wide / 2))
    let top = spot.y - 66 * size * Math.max(0.35, camera.tall)
    while (top > 4 && taken.some(([l, t, r, b]) => left < r && left + wide > l && top < b && top + tall > t))
      top -= 6 * size
    top = Math.max(4, top)
    taken.push([left, top, left + wide, top + tall])
    pen.beginPath()
    pen.moveTo(spot.x, spot.y - radius)
    pen.lineTo(spot.x, top + tall)
    pen.stroke()
    tag(pen, left, top, wide, tall, palette.paper)
    pen.fillStyle = color
    pen.fillText(label, left + 9 * size, top + tall / 2)
  }
}

function tag(pen: Pen, left: number, top: number, wide: number, tall: number, paper: string): void {
  const r = tall / 2
  pen.fillStyle = paper
  pen.beginPath()
  pen.arc(left + r, top + r, r, Math.PI / 2, 1.5 * Math.PI)
  pen.arc(left + wide - r, top + r, r, -Math.PI / 2, Math.PI / 2)
  pen.closePath()
  pen.fill()
}
