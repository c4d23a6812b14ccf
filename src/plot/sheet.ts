// A picture as a sheet of its own: its size, look, title and caption, and the scales of the same view on it.

import { marginsOf } from './frame.ts'
import type { AxisDomain, Scales } from './layer.ts'
import type { Palette } from './palette.ts'
import type { PlotProps, SheetWishes } from './plotProps.ts'
import { createScales } from './scales.ts'

/** Height of the title's line, at size 1. */
export const TITLE = 30
/** Measures of the caption's lines, at size 1. */
export const CAPTION = { font: 12, line: 16, gap: 8 }

interface Sheet extends SheetWishes {
  readonly scales: Scales
  readonly left: number
  readonly top: number
  readonly title: string
  readonly lines: readonly string[]
  /** Position of the caption's first line. */
  readonly captionAt: number
}

/** Equal pixels per unit on both axes: widens one domain around its middle. */
function widened(x: AxisDomain, y: AxisDomain, width: number, height: number): [AxisDomain, AxisDomain] {
  const [across, up] = [(x[1] - x[0]) / width, (y[1] - y[0]) / height]
  const wider = ([low, high]: AxisDomain, by: number): AxisDomain => {
    const [middle, half] = [(low + high) / 2, ((high - low) / 2) * by]
    return [middle - half, middle + half]
  }
  return across < up ? [wider(x, up / across), y] : [x, wider(y, across / up)]
}

/** Returns scales for the same view on a sheet of another size, with room for the title above and the caption below. */
export function sheet(from: Scales, props: PlotProps, wishes: SheetWishes, pixelRatio: number): Sheet {
  const { width, height, title = props.name, caption = '' } = wishes
  const size = wishes.size ?? from.size
  const margins = marginsOf(props.x, props.y, size)
  const lines = caption === '' ? [] : broken(caption, width - 24 * size, size, wishes.palette ?? from.palette)
  const foot = lines.length > 0 ? (CAPTION.gap + lines.length * CAPTION.line) * size : 0
  const top = margins.top + (title === '' ? 0 : TITLE * size)
  const [wide, tall] = [width - margins.left - margins.right, height - top - margins.bottom - foot]
  const [x, y] = props.equal ? widened(from.xDomain, from.yDomain, wide, tall) : [from.xDomain, from.yDomain]
  const scales = createScales({
    x,
    y,
    xLog: from.xLog,
    yLog: from.yLog,
    width: wide,
    height: tall,
    pixelRatio,
    size,
    palette: wishes.palette ?? from.palette,
  })
  return {
    ...wishes,
    scales,
    left: margins.left,
    top,
    title,
    lines,
    captionAt: height - foot + CAPTION.gap * size * 0.5,
  }
}

export const captionFont = (size: number, { font }: Palette): string =>
  `${Math.round(CAPTION.font * size)}px ${font}`

/** Breaks a text into lines of at most `width` pixels. Longer words are cut. */
function broken(text: string, width: number, size: number, palette: Palette): string[] {
  const measuring = document.createElement('canvas').getContext('2d')!
  measuring.font = captionFont(size, palette)
  const fits = (line: string): boolean => measuring.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=[\s&?,，。；])/u)) {
    if (fits(line + piece)) {
      line += piece
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = piece
    while (!fits(line)) {
      let cut = line.length - 1
      while (cut > 1 && !fits(line.slice(0, cut))) cut--
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
