// Numbers along the front edge of the block and along its visible flank, and J at the strong contour lines.

import { mix, type Pen, type Scales } from '../../plot/index.ts'
import { axisTicks, type Tick } from '../../plot/ticks.ts'
import { formatNumber } from '../../ui/number.ts'
import { projectX, projectY } from './camera.ts'
import type { ReliefScene } from './scene.ts'

export function drawEdges(pen: Pen, scales: Scales, scene: ReliefScene, seen: readonly Float32Array[]): void {
  const { camera, ground, axes } = scene
  const { palette, size } = scales
  const shown = Math.min(1, camera.pose.tilt / 25)
  if (shown < 0.2) return
  pen.globalAlpha = shown
  pen.fillStyle = pen.strokeStyle = palette.muted
  pen.lineWidth = size
  pen.textBaseline = 'middle'
  const font = `500 ${Math.round(12 * size)}px ${palette.font}`
  const italic = `italic ${Math.round(17 * size)}px ${palette.mathFont}`
  const write = (
    ticks: readonly Tick[],
    place: (value: number) => readonly [number, number],
    dx: number,
    name: string,
  ) => {
    pen.textAlign = dx === 0 ? 'center' : dx < 0 ? 'right' : 'left'
    const spots = ticks.map(({ value, text }) => {
      const [x, y] = place(value)
      return { x: projectX(camera, x, y), y: projectY(camera, x, y, -ground.depth), text }
    })
    pen.font = font
    pen.beginPath()
    for (const { x, y } of spots) {
      pen.moveTo(x, y)
      pen.lineTo(x + (dx === 0 ? 0 : dx * 6 * size), y + (dx === 0 ? 6 * size : 0))
    }
    pen.stroke()
    for (const { x, y, text } of spots) pen.fillText(text, x + dx * 10 * size, y + (dx === 0 ? 15 * size : 0))
    if (spots.length < 2) return
    const [a, b] = [spots[spots.length - 2], spots[spots.length - 1]]
    pen.font = italic
    pen.fillStyle = palette.ink
    pen.fillText(name, (a.x + b.x) / 2 + dx * 16 * size, (a.y + b.y) / 2 + (dx === 0 ? 16 * size : 0))
    pen.fillStyle = palette.muted
  }
  const across = axisTicks(scales.xDomain, false, Math.round(scales.width / (110 * size)))
  const up = axisTicks(scales.yDomain, false, Math.round(scales.height / (110 * size)))
  write(across, (value) => [scales.x(value), ground.height], 0, axes[0])
  const flank = camera.pose.turn >= 0 ? 0 : ground.width
  write(up, (value) => [flank, scales.y(value)], camera.pose.turn >= 0 ? -1 : 1, axes[1])

  const named: (readonly [x: number, y: number])[] = []
  pen.textAlign = 'left'
  pen.lineJoin = 'round'
  for (const [n, { value, strong }] of ground.lines.entries()) {
    if (!strong) continue
    const segments = seen[n]
    let [atX, atY] = [-Infinity, 0]
    for (let i = 0; i < segments.length; i += 2)
      if (segments[i] < scales.width * 0.9 && segments[i] > atX) [atX, atY] = [segments[i], segments[i + 1]]
    if (atX === -Infinity) continue
    if (named.some(([x, y]) => Math.hypot(x - atX, y - atY) < 36 * size)) continue
    named.push([atX, atY])
    const number = formatNumber(value, 3)
    pen.strokeStyle = mix(palette.surface.stops[2], palette.paper, 0.8)
    pen.lineWidth = 4 * size
    pen.fillStyle = palette.ink
    for (const [text, type, dx] of [
      ['J', italic, 0],
      [number, `600 ${Math.round(11 * size)}px ${palette.font}`, 13 * size],
    ] as const) {
      pen.font = type
      pen.strokeText(text, atX + dx - 30 * size, atY)
      pen.fillText(text, atX + dx - 30 * size, atY)
    }
  }
  pen.globalAlpha = 1
}
