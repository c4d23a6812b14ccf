import { describe, expect, test } from 'vitest'
import type { SheetPainter, SheetWishes } from '../../plot/index.ts'
import { choicesOf, sizeOf } from './sheetParts.ts'
import { stackedPainter } from './stacked.ts'

/** A painter that records its requests, with its own clip like a picture. */
function told(name: string, heard: SheetWishes[]): SheetPainter {
  return {
    paint: (_, wishes) => void heard.push(wishes),
    svg: (wishes) => {
      heard.push(wishes)
      return `<svg xmlns="x" height="${wishes.height}"><clipPath id="clip0"/><g clip-path="url(#clip0)">${name}</g></svg>`
    },
  }
}

describe('pictures on one sheet', () => {
  const wishes: SheetWishes = {
    width: 960,
    height: 540,
    title: 'A ravine',
    caption: 'α = 0.05',
    mark: 'step 3',
    ground: () => {},
  }
  const heard: SheetWishes[] = []
  const painter = stackedPainter([
    { painter: told('map', heard), share: 2 },
    { painter: told('cost', heard), share: 1 },
  ])
  const svg = painter.svg(wishes)

  test('the title, the step and the surface are the first one’s, the caption the last one’s', () => {
    const [map, cost] = heard
    expect(map).toMatchObject({ title: 'A ravine', caption: '', mark: 'step 3' })
    expect(map.ground).toBe(wishes.ground)
    expect(cost).toMatchObject({ title: '', caption: 'α = 0.05' })
    expect(cost.ground).toBeUndefined()
    expect(cost.mark).toBeUndefined()
  })

  test('the pictures fill the sheet, each in its place', () => {
    const [map, cost] = heard
    expect(map.height + cost.height).toBe(540)
    expect(svg).toContain(`<svg y="0" xmlns="x" height="${map.height}"`)
    expect(svg).toContain(`<svg y="${map.height}" xmlns="x" height="${cost.height}"`)
  })

  test('no two pictures share a clip', () => {
    const ids = [...svg.matchAll(/id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(2)
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  })

  test('only parts on the page are offered, and a column grows with its content', () => {
    expect(choicesOf(['map', 'cost'])).toEqual(['map', 'mapCost', 'cost'])
    expect(choicesOf(['averages'])).toEqual(['averages'])
    expect(choicesOf(['hypermap'])).toEqual(['hypermap'])
    expect(sizeOf('wide', [{ share: 2 }, { share: 1 }]).height).toBe(540)
    const column = sizeOf('column', [{ share: 2 }, { share: 1 }])
    expect(column.width).toBe(321)
    expect(column.height).toBeGreaterThan(241)
    expect(column.film[1] % 2).toBe(0)
  })
})
