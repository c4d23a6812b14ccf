import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisSigns, runsOf } from '../typeset/signs.ts'
import { axisMarks, marginsOf } from './frame.ts'
import { drawLabels, Obstacles, placeLabels, type LabelSides } from './labels.ts'
import type { Label, LabelSide } from './layer.ts'
import { createPalette } from './palette.ts'
import { createScales } from './scales.ts'
import { createSvgPen } from './svgPen.ts'
import { axisTicks, formatTick } from './ticks.ts'

const palette = createPalette((_, fallback) => fallback)
const texts = (domain: [number, number], log: boolean, count: number, integer = false): string[] =>
  axisTicks(domain, log, count, integer).map(({ text }) => text)

describe('labels', () => {
  const label = fc.record({
    x: fc.double({ min: -20, max: 420, noNaN: true }),
    y: fc.double({ min: -20, max: 220, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 20 }),
    color: fc.constant('#000000'),
    priority: fc.integer({ min: 0, max: 3 }),
  })

  it('never cover each other and never leave the plot', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 25 }), (labels) => {
        const obstacles = new Obstacles()
        for (const { x, y } of labels) obstacles.add(x, y, 4)
        const placed = placeLabels(labels, 400, 200, 16, ({ text }) => text.length * 7, obstacles)
        placed.forEach((a, i) => {
          expect(a.left >= 0 && a.top >= 0 && a.left + a.width <= 400 && a.top + a.height <= 200).toBe(true)
          for (const b of placed.slice(i + 1)) {
            const apart =
              a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top
            expect(apart).toBe(true)
          }
        })
      }),
    )
  })

  const one: Label = { key: 'run', x: 100, y: 100, text: 'Momentum', color: '#000000' }
  const place = (labels: Label[], obstacles?: Obstacles, sides?: LabelSides) =>
    placeLabels(labels, 400, 200, 16, ({ text }) => text.length * 7, obstacles, sides)

  it('are right of their point if possible, and avoid obstacles', () => {
    expect(place([one])[0].left).toBeGreaterThan(100)
    const obstacles = new Obstacles()
    obstacles.add(120, 100, 5)
    const [moved] = place([one], obstacles)
    const { left, top, width, height } = moved
    expect(left >= 125 || left + width <= 115 || top >= 105 || top + height <= 95).toBe(true)
  })

  it('are left out if optional and without a place clear of obstacles', () => {
    const obstacles = new Obstacles()
    obstacles.add(100, 100, 200)
    expect(place([one], obstacles)).toHaveLength(1)
    expect(place([{ ...one, optional: true }], obstacles)).toEqual([])
  })

  it('end before the edge that they have to themselves', () => {
    const [{ left, width }] = place([{ ...one, within: 110 }])
    expect(left + width).toBeLessThanOrEqual(110)
  })

  it('stay on their side while there is room', () => {
    const sides = new Map<string, LabelSide>([['run', 'left']])
    expect(place([one], undefined, sides)[0].left).toBeLessThan(100)
  })

  it('two at one point are apart', () => {
    expect(place([one, { ...one, key: 'other' }])).toHaveLength(2)
  })
})

describe('ticks', () => {
  it('are few and round, with a true minus', () => {
    expect(texts([-11.5, 2.2], false, 7)).toEqual(['−10', '−8', '−6', '−4', '−2', '0', '2'])
    expect(texts([0, 0.12], false, 3)).toEqual(['0', '0.05', '0.10'])
    expect(texts([0, 1e6], false, 5)).toEqual(['0', '200,000', '400,000', '600,000', '800,000', '1,000,000'])
    expect(texts([0, 2000], false, 4)).toEqual(['0', '500', '1,000', '1,500', '2,000'])
  })

  it('of logarithmic axes are decades', () => {
    expect(texts([0.03, 200], true, 5)).toEqual(['0.1', '1', '10', '100'])
    expect(texts([1e-12, 1e6], true, 4)).toEqual(['10⁻¹⁰', '10⁻⁵', '1', '10⁵'])
    expect(texts([1e-5, 1e5], true, 11)).toEqual([
      '10⁻⁵',
      '10⁻⁴',
      '10⁻³',
      '0.01',
      '0.1',
      '1',
      '10',
      '100',
      '10³',
      '10⁴',
      '10⁵',
    ])
    expect(texts([1e-3, 1e4], true, 4)).toEqual(['0.01', '1', '100', '10,000'])
    expect(texts([0.5, 8], true, 4)).toEqual(['0.5', '1', '2', '5'])
  })

  it('of whole numbers are whole', () => {
    expect(texts([0, 3], false, 10, true)).toEqual(['0', '1', '2', '3'])
  })

  it('lie in their domain and differ in words', () => {
    const end = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(
        end,
        fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
        fc.boolean(),
        (low, wide, integer) => {
          const high = low + wide
          fc.pre(high - low > Math.abs(low) * 1e-4)
          const found = axisTicks([low, high], false, 6, integer)
          expect(found.length).toBeLessThanOrEqual(14)
          for (const { value } of found) expect(value >= low && value <= high).toBe(true)
          expect(new Set(found.map(({ text }) => text)).size).toBe(found.length)
        },
      ),
    )
  })

  it('format numbers as people do', () => {
    expect([0, -1.5, 12345, 1e-5, 2.5e8, -1e9].map((value) => formatTick(value))).toEqual([
      '0',
      '−1.5',
      '12,345',
      '10⁻⁵',
      '2.5·10⁸',
      '−10⁹',
    ])
  })
})

describe('axes', () => {
  const x = { name: 'w' }
  const y = { name: 'J', scale: 'log' as const }

  it('have constant margins and names in the notes’ letters', () => {
    const scales = createScales({ x: [-10, 2], y: [0.1, 100], yLog: true, width: 400, height: 200, palette })
    const marks = axisMarks(scales, x, y)
    expect(marks.texts.filter(({ kind }) => kind === 'symbol').map(({ text }) => text)).toEqual(['J', 'w'])
    expect(marks.rows).toHaveLength(4)
    expect(marginsOf(x, y, 1)).toEqual(marginsOf(x, { ...y, domain: [1e-9, 1e9] }, 1))
    expect(runsOf(axisSigns('J^{t}'))).toEqual([
      { text: 'J', shift: 0 },
      { text: '{t}', shift: -0.35 },
    ])
    expect(runsOf(axisSigns('iteration'))).toEqual([{ text: 'iteration', shift: 0 }])
  })

  it('a symbol is in the middle of its axis, or between two ticks whose labels would touch it', () => {
    const symbolOf = (low: number, high: number): [number, number[]] => {
      const scales = createScales({ x: [0, 5], y: [low, high], width: 400, height: 200, palette })
      const { texts, rows } = axisMarks(scales, x, { name: 'α' })
      return [texts.find(({ text }) => text === 'α')!.y, [...rows]]
    }
    expect(symbolOf(0, 4)[0]).toBe(100)
    const [at, rows] = symbolOf(0.0008, 0.0012)
    expect(rows.some((row) => Math.abs(row - 100) < 8)).toBe(true)
    expect(Math.min(...rows.map((row) => Math.abs(row - at)))).toBeGreaterThan(10)
    expect(Math.abs(at - 100)).toBeLessThan(40)
  })

  it('a word of one Chinese character is above its axis, like other words', () => {
    const scales = createScales({ x: [0, 5], y: [0, 100], width: 400, height: 200, palette })
    const { texts: words } = axisMarks(scales, { name: '步' }, { name: '步' })
    expect(words.filter(({ text }) => text === '步').map(({ kind }) => kind)).toEqual(['name', 'name'])
  })

  it('no number at the axis is cut by the picture’s edge, with a y axis and without', () => {
    for (const hidden of [true, false]) {
      const y = { name: 'J', hidden }
      const { left, right } = marginsOf(x, y, 1)
      for (const domain of [[-0.8, 0.8] as const, [0, 10_000] as const]) {
        const narrow = createScales({ x: domain, y: [0, 1], width: 400, height: 200, palette })
        for (const { x: at, text, kind, y: below } of axisMarks(narrow, x, y).texts) {
          if (kind !== 'tick' || below <= 200) continue
          const half = (text.length * 7.8) / 2
          expect(at - half >= -left - 1e-9 && at + half <= 400 + right + 1e-9).toBe(true)
        }
      }
    }
  })

  it('a last number moved in from the edge does not touch the one before it', () => {
    for (let width = 200; width <= 600; width += 10) {
      const narrow = createScales({ x: [0, 1_000_000], y: [0, 1], width, height: 200, palette })
      const ends = axisMarks(narrow, x, { name: 'J' })
        .texts.filter(({ kind, y: below }) => kind === 'tick' && below > 200)
        .map(({ x: at, text }) => [at - (text.length * 7.8) / 2, at + (text.length * 7.8) / 2])
      expect(ends.length).toBeGreaterThan(1)
      for (let i = 1; i < ends.length; i++) expect(ends[i][0] - ends[i - 1][1]).toBeGreaterThan(5)
    }
  })

  it('within a decade a logarithmic axis has the same decimals at every tick', () => {
    expect(texts([0.0435, 0.0575], true, 6)).toEqual([
      '0.044',
      '0.046',
      '0.048',
      '0.050',
      '0.052',
      '0.054',
      '0.056',
    ])
    expect(texts([2, 60], true, 5)).toEqual(['2', '5', '10', '20', '50'])
  })
})

describe('the pen that writes SVG', () => {
  const penOf = () =>
    createSvgPen(
      200,
      50,
      (text) => text.length * 7,
      () => 'data:,',
    )

  it('writes paths, escapes words and puts halos beneath', () => {
    const pen = penOf()
    pen.plane()
    pen.translate(10, 5)
    pen.save()
    pen.strokeStyle = '#123456'
    pen.beginPath()
    pen.moveTo(0, 0)
    pen.lineTo(5, 5)
    pen.stroke()
    pen.globalCompositeOperation = 'destination-over'
    pen.strokeStyle = '#ffffff'
    pen.stroke()
    pen.restore()
    const scales = createScales({ x: [0, 1], y: [0, 1], width: 80, height: 40, palette })
    drawLabels(pen, scales, [{ x: 2, y: 20, text: 'J < 0.5', color: '#000000' }])
    const svg = pen.toString()
    expect(svg).toContain('M10 5L15 10')
    expect(svg).toContain('J &lt; 0.5')
    expect(svg.indexOf('#ffffff')).toBeLessThan(svg.indexOf('#123456'))
  })

  it('raises the {t} of J^{t} in a label', () => {
    const pen = penOf()
    const scales = createScales({ x: [0, 1], y: [0, 1], width: 180, height: 40, palette })
    drawLabels(pen, scales, [{ x: 2, y: 20, text: 'average of J^{t}, lags', color: '#123456' }])
    const written = [...pen.toString().matchAll(/<text [^>]*\by="([^"]+)"[^>]*>([^<]*)<\/text>/g)].slice(-3)
    expect(written.map(([, , text]) => text)).toEqual(['average of J', '{t}', ', lags'])
    const [before, raised, after] = written.map(([, y]) => Number(y))
    expect(raised).toBeLessThan(before)
    expect(after).toBe(before)
  })
})
