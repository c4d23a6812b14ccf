import { describe, expect, it } from 'vitest'
import { experimentFrom, linkOf } from '../document/link.ts'
import { addressOf, phenomena } from './gallery.ts'

const numbers = (text: string): string[] => text.match(/\d+(\.\d+)?/g) ?? []

describe.each(phenomena.map((one) => [one.id, one] as const))('%s', (_, one) => {
  it('does what its sentence claims', () => {
    expect(one.holds()).toBe(true)
  })
  it('has a link that is read completely', () => {
    const { notices, experiment } = experimentFrom(one.link, one.preset)
    expect(notices).toEqual([])
    // The link has nothing superfluous or repeated: it is what the page itself would write for this experiment.
    expect(linkOf(experiment, experiment)).toBe('')
    expect(addressOf(one)).toMatch(/^#\/(playground|averages-lab)\?/)
  })
  it('says the same numbers in both languages', () => {
    const inDigits = (text: string): string[] => numbers(text).sort()
    const spoken = inDigits(one.says.en)
    expect(inDigits(one.says.zh)).toEqual(spoken)
  })
  it('has a picture in which a path ends', () => {
    const { box, lines } = one.picture()
    const ends = lines.map(({ points }) => points[points.length - 1])
    expect(ends.some(([x, y]) => x >= box[0] && x <= box[1] && y >= box[2] && y <= box[3])).toBe(true)
  })
})

it('has about twenty entries, each with an id of its own', () => {
  expect(phenomena.length).toBeGreaterThanOrEqual(20)
  expect(new Set(phenomena.map(({ id }) => id)).size).toBe(phenomena.length)
  expect(new Set(phenomena.map(addressOf)).size).toBe(phenomena.length)
})
