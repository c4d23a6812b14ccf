import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLabels, Obstacles, tagging, type LabelSides } from './labels.ts'
import type { Label } from './layer.ts'
import { createPalette } from './palette.ts'
import { createScales } from './scales.ts'
import { keepOff, placeTags } from './tags.ts'
import { createTextPen } from './testing/textPen.ts'

const palette = createPalette((_, fallback) => fallback)
const scales = createScales({ x: [0, 10], y: [0, 10], width: 600, height: 300, palette })
const measure = ({ text }: Label): number => text.length * 7

const run = fc.record({
  key: fc.string({ minLength: 1, maxLength: 3 }),
  x: fc.double({ min: 0, max: 600, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
  text: fc.string({ minLength: 1, maxLength: 24 }),
  color: fc.constant('#1543ab'),
  tag: fc.integer({ min: 0, max: 12 }),
})

describe('tags of runs', () => {
  it('cover no other tag and stay within the picture', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (labels) => {
        const obstacles = new Obstacles()
        for (const { x, y } of labels) obstacles.add(x, y, 8)
        const placed = placeTags(labels, scales, { obstacles, sides: undefined, measure })
        placed.forEach((a, i) => {
          expect(a.left >= 0 && a.top >= 0 && a.left + a.width <= 600 && a.top + a.height <= 300).toBe(true)
          for (const b of placed.slice(i + 1))
            expect(
              a.left + a.width <= b.left ||
                b.left + b.width <= a.left ||
                a.top + a.height <= b.top ||
                b.top + b.height <= a.top,
            ).toBe(true)
        })
      }),
    )
  })

  const one: Label = { key: 'run', x: 300, y: 150, text: 'Momentum', color: '#b44200', tag: 1 }

  it('four at one point all find room', () => {
    const four = [0, 1, 2, 3].map((tag) => ({ ...one, key: `run ${tag}`, tag }))
    expect(placeTags(four, scales, { obstacles: new Obstacles(), sides: undefined, measure })).toHaveLength(4)
  })

  it('leave the numbers of the axis below free', () => {
    const low = { ...one, y: 298 }
    const [{ top, height }] = placeTags([low], scales, {
      obstacles: new Obstacles(),
      sides: undefined,
      measure,
    })
    expect(top + height).toBeLessThanOrEqual(300 - 26)
  })

  it('keep off a path, and lie further away where it fills the room nearby', () => {
    const obstacles = new Obstacles()
    for (let x = 180; x <= 420; x += 9) for (let y = 120; y <= 180; y += 9) obstacles.add(x, y, 3)
    const [{ left, top, width, height, clear }] = placeTags([one], scales, {
      obstacles,
      sides: undefined,
      measure,
    })
    expect(clear).toBe(true)
    expect(obstacles.touch(left, top, width, height)).toBe(false)
  })

  it('keep their place from frame to frame while it is free', () => {
    const sides: LabelSides = new Map()
    const blocked = new Obstacles()
    for (let x = 300; x < 600; x += 9) for (let y = 0; y < 300; y += 9) blocked.add(x, y, 3)
    const at = (obstacles: Obstacles) => placeTags([one], scales, { obstacles, sides, measure })[0]
    const first = at(blocked)
    expect(first.left + first.width).toBeLessThan(300)
    expect(at(new Obstacles())).toMatchObject({ left: first.left, top: first.top })
  })

  it('keep off all of a hop, and off a path that leaves without end', () => {
    const avoided: (readonly [number, number])[] = []
    const over = { scales, avoid: (x: number, y: number) => avoided.push([x, y]) } as never
    const points = (rows: readonly (readonly [number, number])[]) => ({
      length: () => rows.length,
      revision: () => 0,
      x: (i: number) => rows[i][0],
      y: (i: number) => rows[i][1],
    })
    keepOff(over, points([[0, 5], [10, 5]]), 600, 150) // prettier-ignore
    expect(avoided.length).toBeGreaterThan(60)
    for (let i = 1; i < avoided.length; i++)
      expect(Math.abs(avoided[i][0] - avoided[i - 1][0])).toBeLessThanOrEqual(9)
    avoided.length = 0
    keepOff(over, points([[5, 5], [NaN, 5], [5, 1e300]]), 300, 150) // prettier-ignore
    expect(avoided.length).toBeLessThan(400)
  })

  it('carry the run’s marker and name, and other labels keep off them', () => {
    const pen = createTextPen()
    expect(tagging.draw).toBeDefined()
    const labels: Label[] = [
      { ...one, bold: true, priority: 2 },
      { key: 'minimum', x: 300, y: 150, text: 'minimum', color: '#000000', priority: -1 },
    ]
    drawLabels(pen, scales, labels)
    const texts = pen.lines.filter((line) => line.startsWith('text'))
    expect(texts.map((line) => line.split(' ').at(-1))).toEqual(['Momentum', 'minimum'])
    const [[x1, y1], [x2, y2]] = texts.map((line) => line.split(' ')[1].split(',').map(Number))
    expect(Math.abs(y1 - y2) >= 16 || x2 >= x1 + 56 || x2 + 49 <= x1 - 14).toBe(true)
    expect(pen.lines.some((line) => line.startsWith('fill #b44200 R'))).toBe(true)
  })
})
