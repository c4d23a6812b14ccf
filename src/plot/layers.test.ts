import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipSegment } from './clip.ts'
import { dotsLayer } from './dotsLayer.ts'
import { interleaved, type Label, type Layer, type Overlay, type Points, type Scales } from './layer.ts'
import { pathLayer } from './pathLayer.ts'
import { drawOverlay } from './picture.ts'
import { noiseBand } from './noiseBand.ts'
import { createPalette, mix, runColor } from './palette.ts'
import { ruleLayer } from './ruleLayer.ts'
import { createScales, equalUnits, panned, stretchOf, usableDomain, zoomed } from './scales.ts'
import { seriesLayer } from './seriesLayer.ts'
import { createTextPen, type TextPen } from './testing/textPen.ts'

const palette = createPalette((_, fallback) => fallback)
const scalesOf = (x: [number, number], y: [number, number], more: object = {}): Scales =>
  createScales({ x, y, width: 200, height: 100, palette, ...more })

const pointsOf = (rows: readonly (readonly [number, number])[]): Points => ({
  length: () => rows.length,
  revision: () => 0,
  x: (i) => rows[i][0],
  y: (i) => rows[i][1],
})

function drawIn(layer: Layer, scales: Scales, cuts: readonly number[]): TextPen {
  const pen = createTextPen()
  let from = 0
  for (const to of [...cuts, layer.length()]) {
    layer.draw(pen, scales, from, to)
    from = to
  }
  return pen
}

function over(layer: Layer, scales: Scales): { pen: TextPen; labels: Label[] } {
  const pen = createTextPen()
  const labels: Label[] = []
  const overlay: Overlay = { pen, scales, label: (label) => labels.push(label), avoid() {} }
  layer.drawOver!(overlay)
  return { pen, labels }
}

/** Returns every number passed to a pen. */
const numbersOf = (pen: TextPen): number[] =>
  pen.lines
    .join(' ')
    .match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g)!
    .map(Number)

describe('incremental drawing', () => {
  const cutsOf = (length: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: 0, max: length }), { maxLength: 5 }).map((cuts) => cuts.sort((a, b) => a - b))
  const rows = fc.array(
    fc.tuple(
      fc.oneof(fc.double({ min: -2, max: 12, noNaN: true }), fc.constantFrom(1e100, -1e308)),
      fc.oneof(fc.double({ min: -2, max: 12, noNaN: true }), fc.constantFrom(NaN, 1e100, -1e308)),
    ),
    { minLength: 1, maxLength: 30 },
  )
  /** Paths with steps shorter and longer than the visible limit. */
  const walks = fc
    .array(
      fc.tuple(
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
      ),
      { minLength: 2, maxLength: 30 },
    )
    .map((steps) => {
      let [x, y] = [5, 5]
      return steps.map(([dx, dy]) => [(x += dx), (y += dy)] as const)
    })
  const scenes = rows.chain((list) => fc.tuple(fc.constant(list), cutsOf(list.length)))

  it('a path drawn in parts equals the path drawn at once', () => {
    fc.assert(
      fc.property(scenes, ([list, cuts]) => {
        const layer = pathLayer({ key: 'run', points: pointsOf(list), look: 1 })
        const scales = scalesOf([0, 10], [0, 10])
        const once = drawIn(layer, scales, [])
        const often = drawIn(layer, scales, cuts)
        expect(often.segments.toSorted()).toEqual(once.segments.toSorted())
      }),
    )
  })

  it('a path redrawn at the same size or larger equals the first drawing', () => {
    fc.assert(
      fc.property(walks, cutsOf(30), fc.constantFrom(1, 0.5, 0.01), (list, cuts, zoom) => {
        const options = { key: 'run', points: pointsOf(list), look: 1 }
        const layer = pathLayer(options)
        drawIn(
          layer,
          scalesOf([0, 10], [0, 10]),
          cuts.filter((cut) => cut <= list.length),
        )
        const near = [5 - 5 * zoom, 5 + 5 * zoom] as const
        const scales = scalesOf([...near], [...near])
        expect(drawIn(layer, scales, []).lines).toEqual(drawIn(pathLayer(options), scales, []).lines)
      }),
    )
  })

  it('a path redrawn smaller passes all its points', () => {
    fc.assert(
      fc.property(walks, (list) => {
        const layer = pathLayer({ key: 'run', points: pointsOf(list), look: 1, present: false })
        drawIn(layer, scalesOf([0, 10], [0, 10]), [])
        const scales = scalesOf([0, 40], [0, 40])
        const corners = drawIn(layer, scales, [])
          .segments.flatMap((one) => one.split(' ')[1].split('→'))
          .map((corner) => corner.split(',').map(Number))
        for (const [x, y] of corners.length > 0 ? list : []) {
          const near = (at: number[]): boolean =>
            Math.abs(at[0] - scales.x(x)) < 0.7 && Math.abs(at[1] - scales.y(y)) < 0.7
          expect(corners.some(near)).toBe(true)
        }
      }),
    )
  })

  it('a series drawn in parts equals the series drawn at once, if points are apart', () => {
    fc.assert(
      fc.property(scenes, ([list, cuts]) => {
        const layer = seriesLayer({
          key: 'J',
          points: pointsOf(list.map(([, y], i) => [i, y] as const)),
          color: runColor(0),
        })
        const scales = scalesOf([0, 30], [0, 10])
        expect(drawIn(layer, scales, cuts).segments).toEqual(drawIn(layer, scales, []).segments)
      }),
    )
  })

  it('a dash continues where the last part ended', () => {
    const phases: number[] = []
    const layer = pathLayer({ key: 'run', look: 0, points: pointsOf([[0, 5], [1, 5], [2, 5]]) }) // prettier-ignore
    const scales = scalesOf([0, 10], [0, 10])
    const pen = createTextPen()
    const watched = new Proxy(pen, {
      set(target, key, value) {
        if (key === 'lineDashOffset') phases.push(value)
        return Reflect.set(target, key, value)
      },
    })
    layer.draw(watched, scales, 0, 2)
    phases.length = 0
    layer.draw(watched, scales, 2, 3)
    // 20 pixels so far, in a pattern of 9 + 5.
    expect(phases[0]).toBeCloseTo(20 % 14)
  })
})

describe('the path', () => {
  it('is a line with marks where steps are far enough apart, and a large mark at its present point', () => {
    const layer = pathLayer({
      key: 'run',
      look: 0,
      points: pointsOf([[0, 0], [5, 5], [5.1, 5], [10, 5]]), // prettier-ignore
      label: () => 'Momentum',
    })
    const scales = scalesOf([0, 10], [0, 10])
    const pen = drawIn(layer, scales, [])
    expect(pen.segments.filter((piece) => piece.startsWith('source-over'))).toEqual([
      'source-over 0,100→100,50',
      'source-over 100,50→102,50',
      'source-over 102,50→200,50',
    ])
    const dot = (x: number, y: number): string => `M${x + 3.1},${y}O${x},${y}r3.1`
    expect(pen.lines.at(-1)).toBe(`fill ${palette.runs[0]} ${dot(0, 100)}${dot(100, 50)}${dot(200, 50)}`)
    const above = over(layer, scales)
    expect(above.pen.lines.at(-1)).toBe(`fill ${palette.runs[0]} M206.5,50O200,50r6.5`)
    // The marker is a square, larger for the selected run.
    const square = pathLayer({ key: 'run', look: 1, strong: true, points: pointsOf([[0, 0], [5, 5]]) }) // prettier-ignore
    expect(over(square, scales).pen.lines.at(-1)).toMatch(new RegExp(`^fill ${palette.runs[1]} R93`))
    expect(above.labels[0]).toMatchObject({ x: 200, y: 50, text: 'Momentum' })
  })

  it('leaves the view with an arrow at the border, without clamping its data', () => {
    const points = pointsOf([[1, 5], [2, 6], [3, -1e100], [4, 1e308]]) // prettier-ignore
    const layer = pathLayer({ key: 'run', look: 0, points, label: () => 'diverged' })
    const scales = scalesOf([0, 10], [0, 10])
    const pen = drawIn(layer, scales, [])
    expect(Math.max(...numbersOf(pen).map(Math.abs))).toBeLessThan(1000)
    expect(points.y(3)).toBe(1e308)
    const { labels } = over(layer, scales)
    expect(labels).toHaveLength(1)
    expect(labels[0].x).toBeGreaterThanOrEqual(0)
    expect(labels[0].y).toBeLessThanOrEqual(100)
  })

  it('that returns has no arrow', () => {
    const layer = pathLayer({ key: 'run', look: 0, points: pointsOf([[1, 5], [1, 500], [2, 5]]) }) // prettier-ignore
    const scales = scalesOf([0, 10], [0, 10])
    drawIn(layer, scales, [])
    expect(over(layer, scales).pen.lines.some((line) => line.includes('Z'))).toBe(false)
  })
})

describe('the series', () => {
  it('of a million points costs only its new points', () => {
    const data = new Float64Array(2_000_000)
    for (let i = 0; i < 1_000_000; i++) {
      data[2 * i] = i
      data[2 * i + 1] = 5 + 4 * Math.sin(i * 0.37)
    }
    let rows = 0
    let reads = 0
    const inner = interleaved(() => ({ data, rows, revision: 0 }), 2, 0, 1)
    const points: Points = { ...inner, x: (i) => (reads++, inner.x(i)), y: (i) => (reads++, inner.y(i)) }
    const layer = seriesLayer({ key: 'J', points, color: '#000000', weight: 'thin' })
    const scales = scalesOf([0, 1e6], [0, 10])
    const pen = createTextPen()
    for (; rows < 999_000; rows += 1000) layer.draw(pen, scales, rows, rows + 1000)
    reads = 0
    pen.calls = 0
    layer.draw(pen, scales, 999_000, 1_000_000)
    expect(reads).toBeLessThan(1500)
    expect(pen.calls).toBeLessThan(40)
    // A redraw costs pixels, not points.
    reads = 0
    pen.calls = 0
    layer.draw(pen, scales, 0, 1_000_000)
    expect(reads).toBeLessThan(200 * 60)
    expect(pen.calls).toBeLessThan(200 * 6)
  })

  it('shows a spike that is narrower than a pixel', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [i, i === 12_345 ? 9 : 1] as const)
    const layer = seriesLayer({ key: 'J', points: pointsOf(rows), color: '#000000' })
    const pen = drawIn(layer, scalesOf([0, 20_000], [0, 10]), [7_000, 12_340, 12_346])
    expect(pen.segments.some((piece) => piece.endsWith(',10'))).toBe(true)
  })

  it('has its label beside it however dense it is, or on a patch of paper without room', () => {
    const named = (swing: number): { readonly y: number; readonly ground: boolean } => {
      const rows = Array.from({ length: 5000 }, (_, i) => [i, 5 + (i % 2 ? swing : -swing)] as const)
      const layer = seriesLayer({
        key: 'J',
        points: pointsOf(rows),
        color: '#000000',
        label: () => 'B = 1,000',
      })
      const scales = scalesOf([0, 5000], [0, 10])
      drawIn(layer, scales, [])
      const pen = createTextPen()
      drawOverlay(pen, scales, { layers: [layer], cursor: null, hover: null })
      const [, y] = /^text [-\d.]+,([-\d.]+) B = 1,000$/.exec(
        pen.lines.find((line) => line.endsWith('1,000'))!,
      )!
      return { y: Number(y), ground: pen.lines.some((line) => line.startsWith('rect')) }
    }
    const beside = named(0.5)
    expect(Math.abs(beside.y - 50)).toBeGreaterThan(5 + 8)
    expect(beside.ground).toBe(false)
    expect(named(5).ground).toBe(true)
  })

  it('keeps other labels off its end, and off all of it on request', () => {
    const places = (keptClear: boolean): [x: number, y: number][] => {
      const layer = seriesLayer({
        key: 'error',
        points: pointsOf([[0, 9], [5, 1], [10, 9]]), // prettier-ignore
        color: '#000000',
        keptClear,
      })
      const scales = createScales({ x: [0, 10], y: [0, 10], width: 600, height: 100, palette })
      drawIn(layer, scales, [])
      const avoided: [number, number][] = []
      const pen = createTextPen()
      layer.drawOver!({ pen, scales, label() {}, avoid: (x, y) => avoided.push([x, y]) })
      return avoided
    }
    expect(Math.min(...places(false).map(([x]) => x))).toBeGreaterThan(400)
    // Also left of the lowest point, about every 6 pixels, on the line.
    const left = places(true).filter(([x]) => x < 300)
    for (let x = 6; x < 300; x += 6)
      expect(left.some(([at, y]) => Math.abs(at - x) <= 6 && Math.abs(y - (10 + (80 * x) / 300)) <= 6)).toBe(
        true,
      )
  })

  it('that is thick places its label before a thin one', () => {
    const scales = scalesOf([0, 10], [0, 10])
    const [thick, thin] = (['thick', 'thin'] as const).map((weight) => {
      const points = pointsOf([[1, 1] as const, [5, 5] as const])
      const layer = seriesLayer({ key: weight, points, color: '#000000', weight, label: () => weight })
      drawIn(layer, scales, [])
      return over(layer, scales).labels[0].priority!
    })
    expect(thick).toBeGreaterThan(thin)
  })

  it('that left the picture for good is labeled where it left', () => {
    const rows = [1, 1, 11, 1e100, NaN, NaN].map((y, i) => [i, y] as const)
    const layer = seriesLayer({ key: 'J', points: pointsOf(rows), color: '#000000', label: () => 'diverged' })
    const scales = scalesOf([0, 10], [0, 10])
    drawIn(layer, scales, [2, 4])
    const [{ x, y }] = over(layer, scales).labels
    expect(x).toBeGreaterThan(20)
    expect(x).toBeLessThan(40)
    expect(y).toBe(0)
  })

  it('that returns is labeled at its end', () => {
    const layer = seriesLayer({
      key: 'J',
      points: pointsOf([[0, 1], [2, 99], [5, 4]]), // prettier-ignore
      color: '#000000',
      label: () => 'back',
    })
    const scales = scalesOf([0, 10], [0, 10])
    drawIn(layer, scales, [])
    expect(over(layer, scales).labels[0]).toMatchObject({ x: 100, y: 60 })
  })

  it('has gaps for NaN, and for values that a logarithmic axis cannot show', () => {
    const rows = [10, 1, 0, 1, 10, NaN, 10, 10, -5, 100].map((y, i) => [i, y] as const)
    const layer = seriesLayer({ key: 'J', points: pointsOf(rows), color: '#000000' })
    const pen = drawIn(layer, scalesOf([0, 10], [1, 100], { yLog: true }), [])
    expect(pen.segments.map((piece) => piece.slice('source-over '.length))).toEqual([
      '0,50→20,100',
      '60,100→80,50',
      '120,50→140,50',
    ])
  })

  it('draws a zoomed view without its other points', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [i, i % 7] as const)
    const layer = seriesLayer({ key: 'J', points: pointsOf(rows), color: '#000000' })
    const pen = drawIn(layer, scalesOf([50_000, 50_010], [0, 10]), [])
    expect(pen.segments.length).toBeLessThan(20)
    expect(pen.segments.length).toBeGreaterThan(9)
  })
})

describe('the smaller layers', () => {
  const scales = scalesOf([0, 10], [0, 10])

  it('dots are drawn by class', () => {
    const layer = dotsLayer({
      key: 'x',
      points: pointsOf([[1, 1], [2, 2], [99, 2]]), // prettier-ignore
      classes: [{ color: '#111111' }, { color: '#222222', marker: 'squareOpen' }],
      classOf: (i) => i % 2,
      radius: 2,
    })
    expect(drawIn(layer, scales, [1]).lines.map((line) => line.split(' ')[0])).toEqual(['fill', 'stroke'])
  })

  it('a rule’s revision changes when it moves', () => {
    let at: number | null = 5
    const layer = ruleLayer({ key: 'target', direction: 'horizontal', at: () => at, label: () => 'target' })
    const first = layer.revision()
    expect(layer.revision()).toBe(first)
    at = 6
    expect(layer.revision()).not.toBe(first)
    expect(over(layer, scales).labels[0]).toMatchObject({ y: 40, text: 'target' })
    at = null
    expect(drawIn(layer, scales, []).lines).toEqual([])
  })
})

describe('clipping', () => {
  const view = { left: 0, top: 0, right: 100, bottom: 50 }
  const any = fc.oneof(
    fc.double({ min: -200, max: 200, noNaN: true }),
    fc.constantFrom(1e308, -1e308, 1e100, Infinity, -Infinity, 1e16),
  )

  it('returns pieces within the rectangle, whatever the ends', () => {
    fc.assert(
      fc.property(any, any, any, any, (x0, y0, x1, y1) => {
        const out = { x0: NaN, y0: NaN, x1: NaN, y1: NaN }
        if (!clipSegment(x0, y0, x1, y1, view, out)) return
        for (const x of [out.x0, out.x1]) expect(x >= -1e-9 && x <= 100 + 1e-9).toBe(true)
        for (const y of [out.y0, out.y1]) expect(y >= -1e-9 && y <= 50 + 1e-9).toBe(true)
      }),
    )
  })

  it('keeps an inside segment, and rejects NaN', () => {
    const out = { x0: 0, y0: 0, x1: 0, y1: 0 }
    expect(clipSegment(1, 2, 3, 4, view, out)).toBe(true)
    expect(out).toEqual({ x0: 1, y0: 2, x1: 3, y1: 4 })
    expect(clipSegment(NaN, 2, 3, 4, view, out)).toBe(false)
    expect(clipSegment(-5, -5, -1, 60, view, out)).toBe(false)
  })
})

describe('scales', () => {
  it('invert themselves, linear and logarithmic', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), (value) => {
        const scales = scalesOf([0.01, 1e4], [0.01, 1e4], { xLog: true })
        expect(scales.invertX(scales.x(value)) / value).toBeCloseTo(1, 9)
        expect(scales.invertY(scales.y(value))).toBeCloseTo(value, 6)
      }),
    )
    expect(scalesOf([1, 10], [0, 1], { xLog: true }).x(0)).toBeNaN()
  })

  it('equal units: the gradient is at right angles to the lines', () => {
    const { x, y } = equalUnits([-11, 2], [-1, 1], 900, 300)
    const scales = scalesOf([...x], [...y], { width: 900, height: 300 })
    expect(stretchOf(scales)).toBeCloseTo(1, 12)
    expect(scales.x(-11)).toBeGreaterThanOrEqual(-1e-6)
    expect(scales.y(1)).toBeGreaterThanOrEqual(-1e-6)
    expect(stretchOf(scalesOf([0, 10], [0, 10]))).toBeCloseTo(2)
  })

  it('zoom keeps the point under the pointer, panning moves by pixels', () => {
    const scales = scalesOf([0, 10], [1, 100], { yLog: true })
    const { x, y } = zoomed(scales, 2, 50, 30)
    const near = scalesOf([...x], [...y], { yLog: true })
    expect(near.invertX(50)).toBeCloseTo(scales.invertX(50))
    expect(near.invertY(30)).toBeCloseTo(scales.invertY(30))
    const moved = panned(scales, 20, 0)
    expect(moved.x[0]).toBeCloseTo(-1)
    expect(moved.y[0]).toBeCloseTo(1)
  })

  it('any domain can be shown', () => {
    const end = fc.oneof(
      fc.double(),
      fc.constantFrom(0, NaN, Infinity, -1e308, -Number.MAX_VALUE, Number.MAX_VALUE),
    )
    fc.assert(
      fc.property(end, end, fc.boolean(), (a, b, log) => {
        const [low, high] = usableDomain([a, b], log)
        expect(low < high).toBe(true)
        expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true)
        expect(!log || low > 0).toBe(true)
      }),
    )
  })
})

it('colors are mixed opaque', () => {
  expect(mix('#000000', '#ffffff', 0.6)).toBe('#666666')
  expect(palette.runPasts).toHaveLength(39)
})

describe('noise denser than pixels', () => {
  /** Jumps between 2 and 6 at every point; one point is far above. */
  const jumping = (count: number): Points =>
    pointsOf(Array.from({ length: count }, (_, i) => [i, i === 700 ? 9 : i % 2 === 0 ? 2 : 6] as const))
  const draw = (points: Points, cuts: readonly number[]): string[] => {
    const layer = seriesLayer({ key: 'noise', points, color: () => 'rgb(200 0 0)', band: noiseBand(points) })
    return drawIn(layer, scalesOf([0, points.length() - 1], [0, 10]), cuts).lines
  }
  const rects = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('rect'))

  it('is a band from minimum to maximum, with its mean above', () => {
    const lines = draw(jumping(1000), [])
    const heights = rects(lines).map((line) => Number(line.split(',').at(-1)))
    expect(heights.length).toBeGreaterThan(60)
    // 2 … 6 of 10 in 100 pixels, and an outlier is seen whole.
    expect(heights.filter((height) => height !== 41)).toEqual([71])
    const rows = [...lines.at(-1)!.matchAll(/[ML][\d.]+,([\d.]+)/g)].map(([, y]) => Number(y))
    expect(rows.length).toBe(heights.length - 1)
    for (const y of rows) expect(Math.abs(y - 60)).toBeLessThan(6)
  })

  it('is the same band in parts', () => {
    /** Each piece as it was drawn last: the one at the axis's end grows. */
    const pieces = (cuts: readonly number[]): Map<string, string> =>
      new Map(rects(draw(jumping(1000), cuts)).map((line) => [line.split(',')[0], line]))
    const whole = pieces([])
    expect(whole.size).toBeGreaterThan(60)
    for (const cuts of [[500], [100, 101, 650, 999], [61, 62, 63]]) expect(pieces(cuts)).toEqual(whole)
  })

  it('is a line if there is room', () => {
    expect(rects(draw(jumping(100), []))).toEqual([])
  })
})
