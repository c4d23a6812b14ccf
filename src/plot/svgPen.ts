// A pen that writes SVG, so exports use the same layers as the page. It supports what layers use: paths, texts, images,
// rectangular clips. `destination-over` puts a shape beneath its plane.

import type { Pen } from './layer.ts'

const initial = {
  strokeStyle: '#000',
  fillStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter' as CanvasLineJoin,
  lineCap: 'butt' as CanvasLineCap,
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: 'source-over' as GlobalCompositeOperation,
  imageSmoothingEnabled: true,
  font: '10px sans-serif',
  textAlign: 'start' as CanvasTextAlign,
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  dash: [] as number[],
  dx: 0,
  dy: 0,
  clip: '',
}
type State = typeof initial

const number = (value: number): string => String(Math.round(value * 100) / 100)
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

export interface SvgPen extends Pen {
  /** Starts a new plane above everything so far, including shapes drawn beneath their plane. */
  plane(): void
  toString(): string
}

export function createSvgPen(
  width: number,
  height: number,
  measure: (text: string, font: string) => number,
  imageAddress: (image: CanvasImageSource) => string,
): SvgPen {
  let state = { ...initial }
  const stack: State[] = []
  const clips: string[] = []
  const planes: { under: string[]; over: string[] }[] = [{ under: [], over: [] }]
  let path = ''
  let rectangle: readonly number[] | null = null

  const at = (x: number, y: number): string => `${number(x + state.dx)} ${number(y + state.dy)}`
  const add = (element: string): void => {
    const plane = planes[planes.length - 1]
    const clipped = state.clip ? `<g clip-path="url(#${state.clip})">${element}</g>` : element
    if (state.globalCompositeOperation === 'destination-over') plane.under.unshift(clipped)
    else plane.over.push(clipped)
  }
  const alpha = (): string => (state.globalAlpha < 1 ? ` opacity="${number(state.globalAlpha)}"` : '')
  const stroking = (): string =>
    ` fill="none" stroke="${escape(state.strokeStyle)}" stroke-width="${number(state.lineWidth)}"` +
    ` stroke-linejoin="${state.lineJoin}" stroke-linecap="${state.lineCap}"` +
    (state.dash.length
      ? ` stroke-dasharray="${state.dash.map(number).join(' ')}" stroke-dashoffset="${number(state.lineDashOffset)}"`
      : '')
  const text = (words: string, x: number, y: number, paint: string): void => {
    const anchor = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' }[
      state.textAlign
    ]
    const baseline = state.textBaseline === 'middle' ? ' dominant-baseline="central"' : ''
    const [, style, weight, size, family] = /^(italic )?(\d+ |bold )?([\d.]+)px (.*)$/.exec(state.font) ?? []
    add(
      `<text x="${number(x + state.dx)}" y="${number(y + state.dy)}" text-anchor="${anchor}"${baseline}` +
        ` font-family="${escape(family ?? 'sans-serif')}" font-size="${size ?? 12}"` +
        (weight ? ` font-weight="${weight.trim()}"` : '') +
        (style ? ' font-style="italic"' : '') +
        `${paint}${alpha()}>${escape(words)}</text>`,
    )
  }

  const pen = {
    save() {
      stack.push({ ...state })
    },
    restore() {
      state = stack.pop() ?? state
    },
    translate(x: number, y: number) {
      state.dx += x
      state.dy += y
    },
    beginPath() {
      path = ''
      rectangle = null
    },
    closePath() {
      path += 'Z'
    },
    moveTo(x: number, y: number) {
      path += `M${at(x, y)}`
    },
    lineTo(x: number, y: number) {
      path += `${path ? 'L' : 'M'}${at(x, y)}`
    },
    arc(x: number, y: number, radius: number, from: number, to: number) {
      pen.ellipse(x, y, radius, radius, 0, from, to)
    },
    ellipse(x: number, y: number, rx: number, ry: number, rotation: number, from: number, to: number) {
      const point = (angle: number): string => {
        const ex = rx * Math.cos(angle)
        const ey = ry * Math.sin(angle)
        return at(
          x + ex * Math.cos(rotation) - ey * Math.sin(rotation),
          y + ex * Math.sin(rotation) + ey * Math.cos(rotation),
        )
      }
      const radii = `${number(rx)} ${number(ry)} ${number((rotation * 180) / Math.PI)}`
      const middle = from + (to - from) / 2
      path += `${path && !path.endsWith('Z') ? 'L' : 'M'}${point(from)}`
      path += `A${radii} 0 1 ${point(middle)}A${radii} 0 1 ${point(to)}`
    },
    rect(x: number, y: number, w: number, h: number) {
      rectangle = [x + state.dx, y + state.dy, w, h]
      path += `M${at(x, y)}h${number(w)}v${number(h)}h${number(-w)}Z`
    },
    stroke() {
      if (path.includes('L') || path.includes('A') || path.includes('Z'))
        add(`<path d="${path}"${stroking()}${alpha()}/>`)
    },
    fill() {
      if (path) add(`<path d="${path}" fill="${escape(state.fillStyle)}"${alpha()}/>`)
    },
    clip() {
      if (!rectangle) return
      const [x, y, w, h] = rectangle.map(number)
      state.clip = `clip${clips.length}`
      clips.push(
        `<clipPath id="${state.clip}"><rect x="${x}" y="${y}" width="${w}" height="${h}"/></clipPath>`,
      )
    },
    fillRect(x: number, y: number, w: number, h: number) {
      add(
        `<rect x="${number(x + state.dx)}" y="${number(y + state.dy)}" width="${number(w)}" height="${number(h)}"` +
          ` fill="${escape(state.fillStyle)}"${alpha()}/>`,
      )
    },
    strokeText(words: string, x: number, y: number) {
      text(words, x, y, stroking())
    },
    fillText(words: string, x: number, y: number) {
      text(words, x, y, ` fill="${escape(state.fillStyle)}"`)
    },
    measureText: (words: string) => ({ width: measure(words, state.font) }),
    setLineDash(segments: number[]) {
      state.dash = [...segments]
    },
    drawImage(image: CanvasImageSource, x: number, y: number, w: number, h: number) {
      add(
        `<image x="${number(x + state.dx)}" y="${number(y + state.dy)}" width="${number(w)}" height="${number(h)}"` +
          ` preserveAspectRatio="none"${state.imageSmoothingEnabled ? '' : ' image-rendering="pixelated"'}` +
          ` href="${escape(imageAddress(image))}"${alpha()}/>`,
      )
    },
    plane() {
      planes.push({ under: [], over: [] })
    },
    toString() {
      const body = planes.map(({ under, over }) => `<g>${under.join('')}${over.join('')}</g>`).join('\n')
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n` +
        `<defs>${clips.join('')}</defs>\n${body}\n</svg>\n`
      )
    },
  }
  // The properties of a canvas context.
  for (const property of Object.keys(state).filter((key) => !['dash', 'dx', 'dy', 'clip'].includes(key)))
    Object.defineProperty(pen, property, {
      get: () => state[property as keyof State],
      set: (value) => {
        ;(state as unknown as Record<string, unknown>)[property] = value
      },
    })
  return pen as unknown as SvgPen
}
