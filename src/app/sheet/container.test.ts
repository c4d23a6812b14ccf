// The files of films, read byte by byte: boxes nest, the index leads to the frames, times are those of the frames.
// e2e/sheet.spec.ts checks that browsers play them.
import { expect, test } from 'vitest'
import { openContainer } from './container.ts'
import type { FilmFormat } from './video.ts'

const made = {
  mp4: { codec: 'avc1.640028', description: Uint8Array.of(1, 100, 0, 40, 255, 224, 0) },
  webm: { codec: 'vp09.00.40.08' },
}

/** A file of 90 frames at 30 per second, key frames every two seconds. Frame i is 20 or more bytes of the value i. */
async function fileOf(format: FilmFormat): Promise<Buffer> {
  const container = await openContainer(format, 30)
  for (let i = 0; i < 90; i++) {
    const data = new Uint8Array(20 + (i % 7)).fill(i)
    container.add(
      {
        type: i % 60 === 0 ? 'key' : 'delta',
        timestamp: Math.round((i * 1e6) / 30),
        duration: null,
        byteLength: data.length,
        copyTo: (to: AllowSharedBufferSource) => (to as Uint8Array).set(data),
      },
      { decoderConfig: { ...made[format], codedWidth: 1280, codedHeight: 720 } },
    )
  }
  const file = await container.finish()
  await container.drop()
  expect(file.type).toBe(`video/${format}`)
  return Buffer.from(await file.arrayBuffer())
}

interface Found {
  readonly name: string
  readonly from: number
}

/** Returns all boxes of an MP4 in order, including nested ones. */
function boxes(bytes: Buffer, from: number, to: number): Found[] {
  const found: Found[] = []
  for (let at = from; at < to;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    expect(length).toBeGreaterThanOrEqual(8)
    expect(at + length).toBeLessThanOrEqual(to)
    found.push({ name, from: at + 8 })
    if (['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(name))
      found.push(...boxes(bytes, at + 8, at + length))
    at += length
  }
  return found
}

test('an MP4: the index comes first and leads to the frames, 30 frames a second last 3 seconds', async () => {
  const bytes = await fileOf('mp4')
  const all = boxes(bytes, 0, bytes.length)
  const box = (name: string) => all.find((one) => one.name === name)!.from
  expect(box('moov')).toBeLessThan(box('mdat'))
  expect([...bytes.subarray(bytes.readUInt32BE(box('stco') + 8)).subarray(0, 41)]).toEqual([
    ...Array<number>(20).fill(0),
    ...Array<number>(21).fill(1),
  ])
  expect(bytes.readUInt32BE(box('stsz') + 8)).toBe(90)
  // One run of 90 frames of equal length.
  const [perSecond, whole] = [12, 16].map((at) => bytes.readUInt32BE(box('mdhd') + at))
  expect(whole / perSecond).toBe(3)
  expect([4, 8, 12].map((at) => bytes.readUInt32BE(box('stts') + at))).toEqual([1, 90, perSecond / 30])
  expect([4, 8, 12].map((at) => bytes.readUInt32BE(box('stss') + at))).toEqual([2, 1, 61])
  expect(all.some(({ name }) => name === 'ctts')).toBe(false)
})

test('a WebM has the frames in order, and lasts 3 seconds', async () => {
  const bytes = await fileOf('webm')
  const places = Array.from({ length: 90 }, (_, i) => bytes.indexOf(Buffer.alloc(20 + (i % 7), i)))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  // The duration, an eight-byte number in milliseconds.
  const at = bytes.indexOf(Buffer.from('448988', 'hex'))
  expect(bytes.readDoubleBE(at + 3)).toBe(3000)
})

test('frames that the file cannot take make the film fail, when it is requested', async () => {
  const container = await openContainer('mp4', 30)
  container.add({ type: 'delta', timestamp: 0, duration: null, byteLength: 1, copyTo: () => {} })
  await expect(container.finish()).rejects.toThrow('must be provided')
  await container.drop()
})
