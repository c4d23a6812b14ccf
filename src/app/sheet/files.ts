// The files of a sheet: PNG with its resolution, SVG with its fonts, and the file name.

import type { DescentExperiment, RunSpec } from '../../engine/experiment.ts'
import type { SheetPainter, SheetWishes } from '../../plot/index.ts'

/** CSS pixels per inch, and those of print. */
const [screen, print] = [96, 300]

export async function pngOf(painter: SheetPainter, wishes: SheetWishes): Promise<Blob> {
  const ratio = print / screen
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(wishes.width * ratio)
  canvas.height = Math.round(wishes.height * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser gives no canvas of this size.')
  pen.scale(ratio, ratio)
  painter.paint(pen, wishes)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser gives no canvas of this size.')
  return new Blob([withResolution(new Uint8Array(await blob.arrayBuffer()), print)], { type: 'image/png' })
}

/** Adds the resolution to a PNG: the chunk pHYs, after the header of 33 bytes. */
export function withResolution(png: Uint8Array, perInch: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, 9)
  chunk.set(new TextEncoder().encode('pHYs'), 4)
  const perMeter = Math.round(perInch / 0.0254)
  view.setUint32(8, perMeter)
  view.setUint32(12, perMeter)
  chunk[16] = 1
  view.setUint32(17, crc(chunk.subarray(4, 17)))
  const made = new Uint8Array(png.length + chunk.length)
  made.set(png.subarray(0, 33))
  made.set(chunk, 33)
  made.set(png.subarray(33), 33 + chunk.length)
  return made
}

/** CRC-32 as in ISO 3309. */
function crc(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

export async function svgOf(painter: SheetPainter, wishes: SheetWishes): Promise<Blob> {
  const text = painter.svg(wishes)
  const style = `<style>${(await fontFaces()).join('')}</style>`
  const withFonts = text.replace(/(<svg[^>]*>)/, `$1${style}`)
  return new Blob([withFonts], { type: 'image/svg+xml' })
}

/**
 * Returns the fonts used by the words of a picture, each with its file embedded. Chinese uses the reader's own font.
 */
async function fontFaces(): Promise<string[]> {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].map((rule) => [rule, sheet.href ?? document.baseURI] as const)
    } catch {
      return []
    }
  })
  const faces = rules.flatMap(([rule, base]) => {
    if (!(rule instanceof CSSFontFaceRule)) return []
    const { style } = rule
    const family = style.getPropertyValue('font-family').replace(/["']/g, '')
    const latin = /U\+0+-0*FF|^$/i.test(style.getPropertyValue('unicode-range'))
    const wanted =
      (family === 'Inter Variable' && latin) ||
      (family === 'KaTeX_Math' && style.getPropertyValue('font-style') === 'italic')
    const file = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1]
    return wanted && file ? [{ rule: style.cssText, file, address: new URL(file, base).href }] : []
  })
  const made = faces.map(async ({ rule, file, address }) => {
    // In the one-file build the style already contains the file.
    if (file.startsWith('data:')) return `@font-face{${rule}}`
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    return `@font-face{${rule.replace(file, `data:font/woff2;base64,${btoa(binary)}`)}}`
  })
  return Promise.all(made.map((one) => one.catch(() => '')))
}

/** Returns a name that describes the picture: `ravine-momentum-a0.05-b0.9-k100`. */
export function nameOf(experiment: DescentExperiment, run: RunSpec): string {
  const { objective } = experiment
  const beta = run.beta ?? run.beta1
  const kappa =
    'curvature' in objective && Array.isArray(objective.curvature)
      ? Number((objective.curvature[1] / objective.curvature[0]).toPrecision(4))
      : undefined
  return [
    'ravine',
    run.optimizer,
    `a${run.alpha}`,
    ...(beta === undefined ? [] : [`b${beta}`]),
    ...(kappa === undefined ? [objective.kind.toLowerCase()] : [`k${kappa}`]),
  ].join('-')
}
