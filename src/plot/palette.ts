// The colors of the theme for canvases, read from CSS variables: --run-0 … --run-12, their shades --run-N-1 and
// --run-N-2, --ink, --muted, --hairline, --paper, --surface-*. A run's look is a number that selects one of thirteen
// combinations of color, dash and marker, plus thirteen for each shade. No picture depends on color vision.

/** Colors, each with its own dash and marker. */
export const LOOKS = 13
/** The color itself and its two shades. */
export const SHADES = 3

/** Returns the look of the nth variant of one of the thirteen: the same marker in another shade. */
export const shadeOf = (look: number, variant: number): number => look + LOOKS * (variant % SHADES)

export interface Palette {
  /** Increases when the theme changes. */
  readonly revision: number
  /** Indexed by look. */
  readonly runs: readonly string[]
  /** The colors mixed with paper, opaque, for the batches read so far. */
  readonly runPasts: readonly string[]
  readonly ink: string
  readonly muted: string
  readonly hairline: string
  readonly paper: string
  /** The color of faults. */
  readonly fault: string
  readonly surface: {
    /** From the valley's floor to the walls. */
    readonly stops: readonly string[]
    /** The color that lines are mixed towards. */
    readonly ink: string
  }
  readonly dark: boolean
  readonly font: string
  readonly mathFont: string
}

/** Lengths of ink and gap in pixels at size 1. [] is a solid line. Look 0 is dashed as in the course's pictures. */
const DASHES: readonly (readonly number[])[] = [
  [9, 5],
  [],
  [10, 4, 2, 4],
  [2, 4.5],
  [14, 4],
  [4, 2],
  [10, 3, 2, 3, 2, 3],
  [1, 4],
  [16, 3, 6, 3],
  [6, 6],
  [3, 3, 9, 3],
  [20, 5],
  [5, 3, 1, 3],
]
/** A shade has its color's dash, stretched or shortened. */
const STRETCHES = [1, 1.7, 0.65]
const VARIED = DASHES.map((dash) => STRETCHES.map((stretch) => dash.map((length) => length * stretch)))
export const runDash = (look: number): readonly number[] =>
  VARIED[look % LOOKS][Math.floor(look / LOOKS) % SHADES]

/** The dotted look has round dots. */
export const runCap = (look: number): 'round' | 'butt' => (look % LOOKS === 3 ? 'round' : 'butt')

const MARKERS = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'cross',
  'plus',
  'triangleDown',
  'star',
  'ring',
  'squareOpen',
  'triangleOpen',
  'diamondOpen',
  'pentagon',
] as const
export type Marker = (typeof MARKERS)[number]
export const runMarker = (look: number): Marker => MARKERS[look % LOOKS]

export const runColor = (look: number) => (palette: Palette) => palette.runs[look % palette.runs.length]

/** Returns the look's color as a CSS variable. */
export function runVariable(look: number): string {
  const variant = Math.floor(look / LOOKS) % SHADES
  const plain = `var(--run-${look % LOOKS})`
  return variant === 0 ? plain : `var(--run-${look % LOOKS}-${variant}, ${plain})`
}

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
  '#4a545f',
]

const FALLBACK_STOPS = ['#fffdf4', '#fdf1d0', '#eee7c4', '#d1dbc5', '#b4c8c6']

function parseHex(color: string): Rgb | null {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color)
  if (long) return [parseInt(long[1], 16), parseInt(long[2], 16), parseInt(long[3], 16)]
  const plain = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color)
  return plain ? [+plain[1], +plain[2], +plain[3]] : null
}

const toHex = (rgb: Rgb): string =>
  '#' + rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')

/** `share` of a, the rest of b. Both are colors from this file (#rrggbb). */
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

/** Creates a palette from a function that resolves a CSS variable to '#rrggbb', or to '' if it is not set. */
export function createPalette(
  resolve: (variable: string, fallback: string) => string,
  revision = 0,
  fonts = { text: 'system-ui, sans-serif', math: 'Georgia, serif' },
): Palette {
  const paper = resolve('--paper', '#fcfaf6')
  const ink = resolve('--ink', '#1c2530')
  const plain = FALLBACK_RUNS.map((fallback, look) => resolve(`--run-${look}`, fallback))
  const runs = Array.from({ length: LOOKS * SHADES }, (_, look) => {
    const variant = Math.floor(look / LOOKS)
    const color = plain[look % LOOKS]
    return variant === 0 ? color : resolve(`--run-${look % LOOKS}-${variant}`, color)
  })
  return {
    revision,
    runs,
    runPasts: runs.map((color) => mix(color, paper, 0.6)),
    ink,
    muted: resolve('--muted', '#5f6770'),
    hairline: resolve('--hairline', '#dedacf'),
    paper,
    fault: resolve('--fault', '#a3231f'),
    surface: {
      stops: FALLBACK_STOPS.map((fallback, stop) => resolve(`--surface-${stop}`, fallback)),
      ink: resolve('--surface-ink', '#231f14'),
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

/** Calls back when the page's theme may have changed. Returns an unsubscribe function. */
export function onThemeChange(listener: () => void): () => void {
  watch()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Returns the theme's colors as seen from an element of the page. Cached until the theme changes. */
export function readPalette(element: HTMLElement): Palette {
  watch()
  return (cached ??= paletteOf(element))
}

/** Reads the colors without the cache. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element)
  const resolve = (variable: string, fallback: string): string => {
    const color = style.getPropertyValue(variable).trim() || fallback
    return /^#[\da-f]{6}$/i.test(color) ? color.toLowerCase() : hexOf(color, element)
  }
  const fonts = {
    text: style.fontFamily,
    math: style.getPropertyValue('--math-font').trim() || 'KaTeX_Math, "STIX Two Math", Georgia, serif',
  }
  return createPalette(resolve, revision, fonts)
}

/** Converts any color: the browser resolves it on a probe, and a canvas converts the result to bytes. */
function hexOf(color: string, element: HTMLElement): string {
  const probe = document.createElement('span')
  probe.hidden = true
  // In forced-colors mode a picture keeps its own colors, because a single color would show nothing.
  probe.style.setProperty('forced-color-adjust', 'none')
  probe.style.color = color
  element.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = getComputedStyle(probe).color
  probe.remove()
  context.fillRect(0, 0, 1, 1)
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data
  return toHex([r, g, b])
}
