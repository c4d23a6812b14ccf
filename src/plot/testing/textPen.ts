// A pen that records what it draws, so a test can read the picture.

import type { Pen } from '../layer.ts'

export interface TextPen extends Pen {
  /** One line per call that draws something, with its state. */
  readonly lines: string[]
  /** Stroked straight segments, "x0,y0→x1,y1", with the composite operation's plane. */
  readonly segments: string[]
  /** Calls of any kind. */
  calls: number
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)

export function createTextPen(): TextPen {
  const lines: string[] = []
  const segments: string[] = []
  let path: string[] = []
  let pieces: string[] = []
  let here = ''
  const saved: Record<string, unknown>[] = []
  const at = (x: number, y: number): string => `${number(x)},${number(y)}`
  const properties: Record<string, unknown> = {
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 1,
    lineDashOffset: 0,
    globalAlpha: 1,
    globalCompositeOperation: 'source-over',
    dash: '',
  }
  const methods = {
    lines,
    segments,
    calls: 0,
    save: () => saved.push({ ...properties }),
    restore: () => Object.assign(properties, saved.pop()),
    translate() {},
    clip() {},
    beginPath() {
      path = []
      pieces = []
    },
    closePath: () => path.push('Z'),
    moveTo(x: number, y: number) {
      here = at(x, y)
      path.push(`M${here}`)
    },
    lineTo(x: number, y: number) {
      const next = at(x, y)
      path.push(`L${next}`)
      pieces.push(`${here}→${next}`)
      here = next
    },
    arc: (x: number, y: number, radius: number) => path.push(`O${at(x, y)}r${number(radius)}`),
    ellipse: (x: number, y: number, rx: number, ry: number) => path.push(`E${at(x, y)}r${at(rx, ry)}`),
    rect: (x: number, y: number, w: number, h: number) => path.push(`R${at(x, y)}+${at(w, h)}`),
    stroke() {
      if (path.length) lines.push(`stroke ${properties.strokeStyle} ${properties.dash} ${path.join('')}`)
      for (const piece of pieces) segments.push(`${properties.globalCompositeOperation} ${piece}`)
    },
    fill() {
      if (path.length) lines.push(`fill ${properties.fillStyle} ${path.join('')}`)
    },
    fillRect: (x: number, y: number, w: number, h: number) =>
      lines.push(`rect ${properties.fillStyle} ${at(x, y)}+${at(w, h)}`),
    strokeText() {},
    fillText: (text: string, x: number, y: number) => lines.push(`text ${at(x, y)} ${text}`),
    measureText: (text: string) => ({ width: text.length * 7 }),
    setLineDash(dash: number[]) {
      properties.dash = dash.join('-')
    },
    drawImage: (_image: unknown, x: number, y: number, w: number, h: number) =>
      lines.push(`image ${at(x, y)}+${at(w, h)}`),
  }
  return new Proxy(methods as unknown as TextPen, {
    get(target, key) {
      if (key in target) {
        if (typeof target[key as keyof TextPen] === 'function') target.calls++
        return target[key as keyof TextPen]
      }
      return properties[key as string]
    },
    set(target, key, value) {
      if (key === 'calls') target.calls = value as number
      else properties[key as string] = value
      return true
    },
  })
}
