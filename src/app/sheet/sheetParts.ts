// The options of a sheet: its sizes, looks, and the words of its caption.

import { sheets } from '../../labs/sheets.ts'
import { paletteOf as paletteNow, type Palette } from '../../plot/index.ts'

/** CSS pixels: ten inches wide, six inches, or 85 mm, and the even pixels of a film. */
export const shapes = {
  wide: { width: 960, height: 540, film: [1280, 720] },
  classic: { width: 960, height: 720, film: [1280, 960] },
  square: { width: 576, height: 576, film: [1280, 1280] },
  column: { width: 321, height: 241, film: [1280, 960] },
} as const
export type Shape = keyof typeof shapes

export type SheetChoice = keyof typeof sheets

/** Returns the choices whose pictures are all on the page. */
export const choicesOf = (shown: readonly string[]): SheetChoice[] =>
  (Object.keys(sheets) as SheetChoice[]).filter((key) =>
    sheets[key].every(({ picture }) => shown.includes(picture)),
  )

/** A column has the width of a page's column and the height its pictures need. The other shapes are fixed. */
export function sizeOf(
  shape: Shape,
  stacked: readonly { readonly share: number }[],
): { readonly width: number; readonly height: number; readonly film: readonly [number, number] } {
  const { width, height, film } = shapes[shape]
  if (shape !== 'column' || stacked.length === 1) return { width, height, film }
  const times = 1 + 0.4 * (stacked.length - 1)
  return { width, height: Math.round(height * times), film: [film[0], 2 * Math.round((film[1] * times) / 2)] }
}

export const looks = ['light', 'dark', 'print'] as const
export type Look = (typeof looks)[number]

/** Reads the colors of a theme other than the page's: sets its mark and removes it before anything is drawn. */
function paletteOfTheme(theme: string): Palette {
  const { dataset } = document.documentElement
  const own = dataset.theme
  dataset.theme = theme
  try {
    return paletteNow(document.body)
  } finally {
    dataset.theme = own
  }
}

/** Returns the colors of a look. Print has white paper and black ink. */
export function paletteOf(look: Look): Palette {
  const palette = paletteOfTheme(look === 'dark' ? 'dark' : 'light')
  if (look !== 'print') return palette
  return {
    ...palette,
    paper: '#ffffff',
    ink: '#000000',
    muted: '#333333',
    hairline: '#bbbbbb',
    surface: { stops: ['#ffffff', '#ffffff'], ink: '#444444' },
  }
}
