// The containers of films: every box and element ends where its length says, the index points at the frames, and times are
// those of the frames. That browsers play them is held in e2e/sheet.spec.ts.
import { expect, test } from 'vitest'
import { mp4, type Sample } from './mp4.ts'
import { webm } from './webm.ts'

const samples: Sample[] = Array.from({ length: 90 }, (_, i) => ({
  data: Uint8Array.from({ length: 20 + (i % 7) }, () => i),
  key: i % 60 === 0,
  time: Math.round((i * 1e6) / 30),
}))
const track = { width: 1280, height: 720, samples, duration: 3e6, description: Uint8Array.of(1, 2, 3) }

interface Found {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** All boxes of an MP4 in order, those within others too. */
function boxes(bytes: Buffer, from: number, to: number): Found[] {
  const found: Found[] = []
  for (let at = from; at < to;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    expect(length).toBeGreaterThanOrEqual(8)
    expect(at + length).toBeLessThanOrEqual(to)
    found.push({ name, from: at + 8, to: at + length })
    if (['moov', 'trak', 'mdia', 'minf', 'stbl', 'dinf'].includes(name))
      found.push(...boxes(bytes, at + 8, at + length))
    at += length
  }
  return found
}

test('an MP4: boxes nest, the index leads to the frames, 30 frames a second last 3 seconds', () => {
  const bytes = Buffer.from(mp4(track))
  const all = boxes(bytes, 0, bytes.length)
  const box = (name: string) => all.find((one) => one.name === name)!
  const offset = bytes.readUInt32BE(box('stco').from + 8)
  expect(offset).toBe(box('mdat').from)
  expect([...bytes.subarray(offset, offset + 20)]).toEqual(Array(20).fill(0))
  expect(bytes.readUInt32BE(box('stsz').from + 8)).toBe(90)
  const { from } = box('stts')
  const runs = Array.from({ length: bytes.readUInt32BE(from + 4) }, (_, i) => [
    bytes.readUInt32BE(from + 8 + 8 * i),
    bytes.readUInt32BE(from + 12 + 8 * i),
  ])
  expect(runs).toEqual([[90, 3000]])
  expect(bytes.readUInt32BE(box('mdhd').from + 12)).toBe(90_000)
  expect(bytes.readUInt32BE(box('mdhd').from + 16)).toBe(270_000)
  expect([8, 12].map((at) => bytes.readUInt32BE(box('stss').from + at))).toEqual([1, 61])
  expect(all.some(({ name }) => name === 'ctts')).toBe(false)
})

test('an MP4 of frames that are decoded in another order says by how much each is late', () => {
  const order = [0, 3, 1, 2].map((i) => samples[i])
  const bytes = Buffer.from(mp4({ ...track, samples: order, duration: Math.round(4e6 / 30) }))
  const { from } = boxes(bytes, 0, bytes.length).find(({ name }) => name === 'ctts')!
  const shifts = Array.from({ length: bytes.readUInt32BE(from + 4) }, (_, i) => [
    bytes.readUInt32BE(from + 8 + 8 * i),
    bytes.readInt32BE(from + 12 + 8 * i),
  ])
  expect(shifts).toEqual([
    [1, 0],
    [1, 6000],
    [2, -3000],
  ])
})

/** All elements of a WebM: every length is written in eight bytes. */
function elements(bytes: Buffer, from: number, to: number): Found[] {
  const found: Found[] = []
  for (let at = from; at < to;) {
    const wide = Math.clz32(bytes[at]) - 23
    const name = bytes.toString('hex', at, at + wide)
    const length = Number(bytes.readBigUInt64BE(at + wide) & 0x00ffffffffffffffn)
    const start = at + wide + 8
    expect(bytes[at + wide]).toBe(1)
    expect(start + length).toBeLessThanOrEqual(to)
    found.push({ name, from: start, to: start + length })
    if (['18538067', '1f43b675', '1c53bb6b', 'bb', 'b7', '1654ae6b', 'ae', 'e0'].includes(name))
      found.push(...elements(bytes, start, start + length))
    at = start + length
  }
  return found
}

test('a WebM: a cluster from each key frame, and the list of places leads to them', () => {
  const bytes = Buffer.from(webm(track))
  const all = elements(bytes, 0, bytes.length)
  const segment = all.find(({ name }) => name === '18538067')!
  const clusters = all.filter(({ name }) => name === '1f43b675')
  expect(clusters).toHaveLength(2)
  const places = all
    .filter(({ name }) => name === 'f1')
    .map(({ from }) => Number(bytes.readBigUInt64BE(from)))
  expect(places.map((place) => segment.from + place)).toEqual(clusters.map(({ from }) => from - 12))
  const blocks = all.filter(({ name }) => name === 'a3')
  expect(blocks).toHaveLength(90)
  expect(blocks.map(({ from }) => bytes.readInt16BE(from + 1)).slice(58, 62)).toEqual([1933, 1967, 0, 33])
})
