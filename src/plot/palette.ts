// The colors of the theme as a canvas needs them, read from CSS variables: --run-0 … --run-11 (each with --run-N-text
// for words), --ink, --muted, --hairline, --paper, --surface-*. A run is told apart by color, dash and marker, so that
// no picture depends on seeing colors.

export const RUNS = 12

export interface Palette {
  /** Grows when the theme changes. */
  readonly revision: number
  readonly runs: readonly string[]
  readonly runTexts: readonly string[]
  /** The runs' colors mixed towards paper, opaque: what is past. */
  readonly runPasts: readonly string[]
  readonly ink: string
  readonly muted: string
  readonly hairline: string
  readonly paper: string
  readonly surface: {
    readonly floor: string
    readonly wall: string
    readonly line: string
    readonly lineStrong: string
  }
  readonly dark: boolean
  readonly font: string
  readonly mathFont: string
}

/** Lengths of ink and gap in pixels at size 1; [] is a solid line. Line 0 is dashed as in the course's pictures. */
const DASHES: readonly (readonly number[])[] = [
  [7, 4],
  [],
  [2, 3],
  [10, 3, 2, 3],
  [14, 4],
  [4, 2],
  [10, 3, 2, 3, 2, 3],
  [1, 4],
  [16, 3, 6, 3],
  [6, 6],
  [3, 3, 9, 3],
  [20, 5],
]
export const runDash = (run: number): readonly number[] => DASHES[run % DASHES.length]

const MARKERS = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'plus',
  'triangleDown',
  'star',
  'ring',
  'squareOpen',
  'triangleOpen',
  'diamondOpen',
] as const
export type Marker = (typeof MARKERS)[number]
export const runMarker = (run: number): Marker => MARKERS[run % MARKERS.length]

export const runColor = (run: number) => (palette: Palette) => palette.runs[run % RUNS]
export const runTextColor = (run: number) => (palette: Palette) => palette.runTexts[run % RUNS]

type Rgb = readonly [number, number, number]

const FALLBACK_RUNS = [
  '#2b5fa5',
  '#c25e15',
  '#2a7f62',
  '#8a4f9e',
  '#a3283f',
  '#0e7c86',
  '#8c6d1f',
  '#5b5f97',
  '#4c7a1d',
  '#b0487f',
  '#5e6b75',
  '#7a4a2b',
]

function parseHex(color: string): Rgb | null {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color)
  if (long) return [parseInt(long[1], 16), parseInt(long[2], 16), parseInt(long[3], 16)]
  const plain = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color)
  return plain ? [+plain[1], +plain[2], +plain[3]] : null
}

const toHex = (rgb: Rgb): string =>
  '#' + rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')

/** share of a, the rest of b; both as this file gives them out (#rrggbb). */
export function mix(a: string, b: string, share: number): string {
  const from = parseHex(a)
  const to = parseHex(b)
  if (!from || !to) return a
  return toHex([0, 1, 2].map((i) => from[i] * share + to[i] * (1 - share)) as unknown as Rgb)
}

function luminance(color: string): number {
  const [r, g, b] = parseHex(color) ?? [255, 255, 255]
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
}

/** A palette from a function that resolves a CSS variable to a color: '#rrggbb', or '' where it is not set. */
export function createPalette(
  resolve: (variable: string, fallback: string) => string,
  revision = 0,
  fonts = { text: 'system-ui, sans-serif', math: 'Georgia, serif' },
): Palette {
  const paper = resolve('--paper', '#fcfaf6')
  const ink = resolve('--ink', '#1c2530')
  const runs = FALLBACK_RUNS.map((fallback, run) => resolve(`--run-${run}`, fallback))
  return {
    revision,
    runs,
    runTexts: runs.map((color, run) => resolve(`--run-${run}-text`, color)),
    runPasts: runs.map((color) => mix(color, paper, 0.6)),
    ink,
    muted: resolve('--muted', '#5f6770'),
    hairline: resolve('--hairline', '#dedacf'),
    paper,
    surface: {
      floor: resolve('--surface-floor', paper),
      wall: resolve('--surface-wall', '#e2ded2'),
      line: resolve('--surface-line', '#b9b5a8'),
      lineStrong: resolve('--surface-line-strong', '#807c70'),
    },
    dark: luminance(paper) < luminance(ink),
    font: fonts.text,
    mathFont: fonts.math,
  }
}

let revision = 0
let watching = false
let cached: Palette | null = null
const listeners = new Set<() => void>()

function watch(): void {
  if (watching) return
  watching = true
  const changed = () => {
    revision++
    cached = null
    for (const listener of listeners) listener()
  }
  const attributes = {
    attributes: true,
    attributeFilter: ['class', 'data-theme', 'data-present', 'style', 'lang'],
  }
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, attributes)
  observer.observe(document.body, attributes)
  matchMedia('(forced-colors: active)').addEventListener('change', changed)
}

/** Calls back when the page's theme may have changed; gives the function that ends it. */
export function onThemeChange(listener: () => void): () => void {
  watch()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The theme's colors as seen from an element of the page. Cheap until the theme changes. */
export function readPalette(element: HTMLElement): Palette {
  watch()
  if (cached) return cached
  // A variable may hold any color syntax, or refer to others: the browser resolves it on a probe, and a canvas turns
  // the result into bytes.
  const probe = document.createElement('span')
  probe.hidden = true
  // Where the system forces its colors on the page, a picture keeps its own: of one color it would show nothing.
  probe.style.setProperty('forced-color-adjust', 'none')
  element.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const resolve = (variable: string, fallback: string): string => {
    probe.style.color = `var(${variable}, ${fallback})`
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data
    return toHex([r, g, b])
  }
  const style = getComputedStyle(element)
  const fonts = {
    text: style.fontFamily,
    math: style.getPropertyValue('--math-font').trim() || 'KaTeX_Math, "STIX Two Math", Georgia, serif',
  }
  cached = createPalette(resolve, revision, fonts)
  probe.remove()
  return cached
}
