// The themes' guarantees: contrast on paper and on the valley's walls, and runs that are distinguishable with normal
// vision and the three kinds of color blindness. Distances are in OKLab × 100, simulated after Machado, Oliveira and
// Fernandes (2009) at full severity. 2 is about the just noticeable difference side by side.

import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'

const css = readFileSync(new URL('./themes.css', import.meta.url), 'utf8')
type Rgb = readonly number[]
type Matrix = readonly Rgb[]

/** Returns the declarations of the block that follows a selector. */
function block(selector: string): ReadonlyMap<string, string> {
  const from = css.indexOf('{', css.indexOf(`${selector} {`)) + 1
  const lines = css.slice(from, css.indexOf('}', from)).matchAll(/(--[\w-]+|color-scheme): (.*);$/gm)
  return new Map([...lines].map(([, name, value]) => [name, value]))
}

const themes = {
  light: block(':root'),
  dark: block(":root[data-theme='dark']"),
  contrast: block(":root[data-theme='contrast']"),
}

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const times = (matrix: Matrix, v: Rgb): Rgb =>
  matrix.map((row) => row.reduce((sum, x, i) => sum + x * v[i], 0))
const sights: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const cones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const opponents: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]
const seen = (hex: string, sight: Matrix): Rgb => {
  const light = times(sight, linear(hex)).map((x) => Math.min(1, Math.max(0, x)))
  return times(opponents, times(cones, light).map(Math.cbrt))
}
const distance = (a: Rgb, b: Rgb): number => 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** CIE 1976 L*a*b* under D65, with a kind of color vision. */
function lab(hex: string, sight: Matrix): Rgb {
  const light = times(sight, linear(hex)).map((x) => Math.min(1, Math.max(0, x)))
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    light,
  )
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29)
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}
const apart = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
/** The least ΔE (1976) between any two of the course's four. */
const least = {
  normal: { light: 50, dark: 61, contrast: 50 },
  protanopia: { light: 30.9, dark: 30.5, contrast: 30 },
  deuteranopia: { light: 25, dark: 24.9, contrast: 22 },
  tritanopia: { light: 22, dark: 27, contrast: 22 },
}

const runs = [...Array(13).keys()]
const tints = [0, 1, 2, 3, 4].map((stop) => `surface-${stop}`)

describe.each(Object.entries(themes))('the %s theme', (themeName, theme) => {
  const color = (name: string): string => theme.get(`--${name}`)!
  const paper = color('paper')

  it('has runs and their shades of at least 3:1 on every tint of the surface, and 4.5:1 on paper', () => {
    const names = [...theme.keys()].filter((name) => name.startsWith('--run-'))
    expect(names.length).toBe(13 + 8)
    for (const name of names) {
      const run = theme.get(name)!
      for (const tint of tints) expect(contrast(run, color(tint))).toBeGreaterThanOrEqual(3)
      expect(contrast(run, paper)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(Object.entries(least))('keeps the course’s four apart under %s', (sight, distances) => {
    const four = [0, 1, 2, 3].map((run) => lab(color(`run-${run}`), sights[sight]))
    const nearest = Math.min(...four.flatMap((one, i) => four.slice(0, i).map((other) => apart(one, other))))
    expect(nearest).toBeGreaterThanOrEqual(distances[themeName as keyof typeof distances])
  })

  it('tells the shades of one run apart', () => {
    for (const run of [0, 1, 2, 3]) {
      const shades = ['', '-1', '-2'].map((shade) => lab(color(`run-${run}${shade}`), sights.normal))
      for (const [i, one] of shades.entries())
        for (const other of shades.slice(0, i)) expect(apart(one, other)).toBeGreaterThanOrEqual(12)
    }
  })

  it('has words of at least 4.5:1, and lines that matter of at least 3:1', () => {
    for (const ground of ['paper', 'field', 'hover', 'notice', 'surface-0', 'lit']) {
      expect(contrast(color('ink'), color(ground))).toBeGreaterThanOrEqual(7)
    }
    for (const word of ['muted', 'link', 'fault']) {
      expect(contrast(color(word), paper)).toBeGreaterThanOrEqual(4.5)
    }
    // The numbers of the axes are drawn on the surface.
    for (const tint of tints) expect(contrast(color('ink'), color(tint))).toBeGreaterThanOrEqual(7)
    for (const line of ['control-line', 'focus'])
      expect(contrast(color(line), paper)).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(sights))('tells its runs apart under %s', (_, sight) => {
    const colors = runs.map((run) => seen(color(`run-${run}`), sight))
    const nearest = (count: number): number =>
      Math.min(
        ...colors
          .slice(0, count)
          .flatMap((one, i) => colors.slice(0, i).map((other) => distance(one, other))),
      )
    expect(nearest(2)).toBeGreaterThanOrEqual(20)
    expect(nearest(4)).toBeGreaterThanOrEqual(9)
    expect(nearest(13)).toBeGreaterThanOrEqual(5)
  })
})

test('every theme sets the same names', () => {
  const names = (theme: ReadonlyMap<string, string>) => [...theme.keys()]
  expect(names(themes.dark)).toEqual(names(themes.light))
  expect(names(themes.contrast)).toEqual(names(themes.light))
})
