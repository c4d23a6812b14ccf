// Exports a picture with the same layers: PNG from canvases, SVG from a pen that writes it.

import type { Pen, Scales } from './layer.ts'
import { axisFontSize } from './axes.ts'
import { axisSigns, runsOf, SCRIPT } from '../typeset/signs.ts'
import { axisMarks, type AxisMarks } from './frame.ts'
import { drawGrid, drawOverlay, isGround } from './picture.ts'
import type { PlotProps } from './plotProps.ts'
import { createSvgPen } from './svgPen.ts'
import { CAPTION, captionFont, sheet, TITLE } from './sheet.ts'
import type { SheetPainter, SheetWishes } from './plotProps.ts'
import type { Stage } from './stage.ts'

function drawTitle(pen: Pen, { palette, size }: Scales, name: string): void {
  pen.save()
  pen.font = `600 ${Math.round(14 * size)}px ${palette.font}`
  pen.fillStyle = palette.ink
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillText(name, 12 * size, (TITLE * size) / 2 + 3)
  pen.restore()
}

interface Planes {
  /** Returns the pen for a plane above all previous ones. */
  next(): Pen
  /** Call when the plane is done. */
  done(): void
}

function drawSheet(
  { next, done }: Planes,
  props: PlotProps,
  from: Scales,
  wishes: SheetWishes,
  pixelRatio: number,
  vectors?: (pen: Pen, scales: Scales) => void,
): void {
  const { width, height, ground } = wishes
  const { scales, left, top, title, lines, captionAt, mark = '' } = sheet(from, props, wishes, pixelRatio)
  const grid = axisMarks(scales, props.x, props.y)
  const map = Boolean(props.equal || props.zoom)
  const layers = props.concealed ? [] : props.layers
  const plane = (clipped: boolean, draw: (pen: Pen) => void): void => {
    const pen = next()
    pen.save()
    pen.translate(left, top)
    if (clipped) {
      const bleed = map ? 0 : 3
      pen.beginPath()
      pen.rect(-bleed, -bleed, scales.width + 2 * bleed, scales.height + 2 * bleed)
      pen.clip()
    }
    draw(pen)
    pen.restore()
    done()
  }
  plane(false, (pen) => {
    pen.fillStyle = scales.palette.paper
    pen.fillRect(-left, -top, width, height)
  })
  const instead = props.concealed ? undefined : props.instead?.()
  if (instead) {
    plane(true, (pen) => instead(pen, scales))
    plane(false, (pen) => {
      pen.translate(-left, -top)
      if (title !== '') drawTitle(pen, scales, title)
      drawLines(pen, scales, lines, captionAt)
    })
    return
  }
  plane(true, (pen) => {
    if (!map) drawGrid(pen, scales, grid, false)
    if (ground) ground(pen, scales)
    else
      for (const layer of layers.filter(isGround))
        if (layer.key === 'surface' && vectors) vectors(pen, scales)
        else layer.draw(pen, scales, 0, layer.length())
    if (map) drawGrid(pen, scales, grid, true)
  })
  plane(true, (pen) => {
    for (const layer of layers) if (!isGround(layer)) layer.draw(pen, scales, 0, layer.length())
  })
  plane(false, (pen) => {
    const cursor = props.cursor?.() ?? null
    if (!props.concealed) drawOverlay(pen, scales, { layers, overlay: props.overlay, cursor, hover: null })
    drawAxisTexts(pen, scales, grid)
    pen.translate(-left, -top)
    if (title !== '') drawTitle(pen, scales, title)
    drawLines(pen, scales, lines, captionAt)
    if (mark !== '') drawMark(pen, scales, mark, left + scales.width, top)
  })
}

function drawLines(pen: Pen, { palette, size }: Scales, lines: readonly string[], from: number): void {
  pen.save()
  pen.font = captionFont(size, palette)
  pen.fillStyle = palette.muted
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  lines.forEach((line, i) => pen.fillText(line, 12 * size, from + (i + 0.5) * CAPTION.line * size))
  pen.restore()
}

function drawMark(pen: Pen, { palette, size }: Scales, mark: string, right: number, top: number): void {
  pen.save()
  pen.font = `600 ${Math.round(15 * size)}px ${palette.font}`
  pen.textAlign = 'right'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 4 * size
  pen.strokeStyle = palette.paper
  pen.strokeText(mark, right - 10 * size, top + 16 * size)
  pen.fillStyle = palette.ink
  pen.fillText(mark, right - 10 * size, top + 16 * size)
  pen.restore()
}

/** Draws the whole sheet onto a canvas. */
function paintCanvas(
  target: CanvasRenderingContext2D,
  props: PlotProps,
  scales: Scales,
  wishes: SheetWishes,
  pixelRatio: number,
): void {
  const { width, height } = wishes
  // Draw each plane on a canvas of its own, because halos go beneath the contents of their plane only.
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * pixelRatio)
  canvas.height = Math.round(height * pixelRatio)
  const context = canvas.getContext('2d')!
  const planes: Planes = {
    next() {
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      return context
    },
    done() {
      target.drawImage(canvas, 0, 0, width, height)
    },
  }
  drawSheet(planes, props, scales, wishes, pixelRatio)
}

/** Returns the sheet as the text of an SVG file. `vectors` draws a surface as paths. */
function paintSvg(
  props: PlotProps,
  scales: Scales,
  wishes: SheetWishes,
  vectors?: (pen: Pen, scales: Scales) => void,
): string {
  const measuring = document.createElement('canvas').getContext('2d')!
  const measure = (text: string, font: string): number => {
    measuring.font = font
    return measuring.measureText(text).width
  }
  const address = (image: CanvasImageSource): string => {
    const canvas = document.createElement('canvas')
    const { width: w, height: h } = image as ImageBitmap
    canvas.width = w
    canvas.height = h
    canvas.getContext('2d')!.drawImage(image, 0, 0)
    return canvas.toDataURL('image/png')
  }
  const pen = createSvgPen(wishes.width, wishes.height, measure, address)
  const planes: Planes = {
    next() {
      pen.plane()
      return pen
    },
    done() {},
  }
  drawSheet(planes, props, scales, wishes, 1, vectors)
  return pen.toString()
}

type Present = () => Pick<Stage, 'scales' | 'redraw'> | null

function scalesOf(present: Present): Scales {
  const scales = present()?.scales()
  if (!scales) throw new Error('the plot has no size yet')
  return scales
}

/** Uses the size on the page, or a readable one if the plot is small. */
export async function exportPicture(
  format: 'png' | 'svg',
  props: PlotProps,
  present: Present,
  frame: HTMLElement,
): Promise<Blob> {
  const scales = scalesOf(present)
  const width = Math.max(320, frame.clientWidth)
  const height = Math.max(160, frame.clientHeight) + TITLE * scales.size
  if (format === 'svg') {
    const text = paintSvg(props, scales, { width, height }, await props.vectors?.())
    present()?.redraw()
    return new Blob([text], { type: 'image/svg+xml' })
  }
  const pixelRatio = Math.max(2, devicePixelRatio || 1)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * pixelRatio)
  canvas.height = Math.round(height * pixelRatio)
  const context = canvas.getContext('2d')!
  context.scale(pixelRatio, pixelRatio)
  paintCanvas(context, props, scales, { width, height }, pixelRatio)
  present()?.redraw()
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG could be made'))), 'image/png'),
  )
}

/** Draws the axis texts, which are SVG on the page. */
function drawAxisTexts(pen: Pen, scales: Scales, { texts }: AxisMarks): void {
  const { palette, size } = scales
  pen.save()
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  for (const { x, y, text, anchor, kind } of texts) {
    const full = axisFontSize(kind, size)
    const parts = runsOf(axisSigns(text)).map((part) => {
      const pixels = Math.round(part.shift ? full * SCRIPT : full)
      const font =
        kind === 'symbol' ? `italic ${pixels}px ${palette.mathFont}` : `${pixels}px ${palette.font}`
      pen.font = font
      return { ...part, font, width: pen.measureText(part.text).width }
    })
    const whole = parts.reduce((sum, part) => sum + part.width, 0)
    let at = anchor === 'start' ? x : anchor === 'end' ? x - whole : x - whole / 2
    pen.fillStyle = kind === 'tick' ? palette.muted : palette.ink
    for (const part of parts) {
      pen.font = part.font
      pen.fillText(part.text, at, y + part.shift * full)
      at += part.width
    }
  }
  pen.restore()
}

/** Paints a plot as it is now on sheets of any size. */
export const painterOf = (props: () => PlotProps, present: Present): SheetPainter => ({
  paint(context, wishes) {
    paintCanvas(context, props(), scalesOf(present), wishes, context.getTransform().a || 1)
    present()?.redraw()
  },
  svg(wishes) {
    const text = paintSvg(props(), scalesOf(present), wishes)
    present()?.redraw()
    return text
  },
})
