// An MP4 file of one video track, ISO/IEC 14496-12 and -15: the index before the data, so that it plays while it loads.

import { joined, type Part } from './bytes.ts'

export interface Sample {
  readonly data: Uint8Array
  readonly key: boolean
  /** Microseconds, when it is shown; samples come in the order in which they are decoded. */
  readonly time: number
}

export interface Track {
  readonly width: number
  readonly height: number
  /** Of the codec's own: for H.264 its parameter sets. */
  readonly description: Uint8Array
  readonly samples: readonly Sample[]
  /** Microseconds. */
  readonly duration: number
}

/** Ticks a second: 30 and 60 frames a second are whole numbers of them. */
const scale = 90_000
const ticks = (microseconds: number): number => Math.round((microseconds * scale) / 1e6)

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
const half = (value: number): number[] => [(value >>> 8) & 255, value & 255]
const letters = (text: string): number[] => [...text].map((sign) => sign.codePointAt(0)!)
const zeros = (count: number): Uint8Array => new Uint8Array(count)
const box = (type: string, ...parts: readonly Part[]): Uint8Array => {
  const length = parts.reduce((sum, part) => sum + part.length, 8)
  return joined([word(length), letters(type), ...parts])
}
/** A box with a version and flags. */
const full = (type: string, flags: number, ...parts: readonly Part[]): Uint8Array =>
  box(type, word(flags), ...parts)
const words = (values: readonly number[]): Uint8Array => joined(values.map(word))
const matrix = words([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000])

/** The same values in a row as one entry: how many, and which. */
function runsOf(values: readonly number[]): number[] {
  const runs: number[] = []
  for (const value of values)
    if (runs.at(-1) === value && runs.length > 0) runs[runs.length - 2]++
    else runs.push(1, value)
  return runs
}

export function mp4(track: Track): Uint8Array<ArrayBuffer> {
  const { samples } = track
  const type = box('ftyp', letters('isom'), word(512), letters('isomiso2avc1mp41'))
  // The data begin behind the index, whose length does not depend on where.
  const index = (from: number): Uint8Array => indexOf(track, from)
  const from = type.length + index(0).length + 8
  return joined([type, index(from), box('mdat', ...samples.map(({ data }) => data))])
}

function indexOf({ width, height, description, samples, duration }: Track, from: number): Uint8Array {
  const length = ticks(duration)
  const shown = samples.map(({ time }) => ticks(time))
  const decoded = shown.toSorted((a, b) => a - b)
  const lasting = decoded.map((time, i) => (decoded[i + 1] ?? length) - time)
  const late = shown.map((time, i) => time - decoded[i])
  const reordered = late.some((ticksLate) => ticksLate !== 0)
  const keys = samples.flatMap(({ key }, i) => (key ? [i + 1] : []))
  const entry = box(
    'avc1',
    [...zeros(6), ...half(1), ...zeros(16), ...half(width), ...half(height)],
    words([0x480000, 0x480000, 0]),
    [...half(1), ...zeros(32), ...half(24), ...half(0xffff)],
    box('avcC', description),
  )
  const durations = runsOf(lasting)
  const shifts = runsOf(late)
  const table = box(
    'stbl',
    full('stsd', 0, word(1), entry),
    full('stts', 0, word(durations.length / 2), words(durations)),
    ...(reordered ? [full('ctts', 0x1000000, word(shifts.length / 2), words(shifts))] : []),
    full('stss', 0, word(keys.length), words(keys)),
    full('stsc', 0, words([1, 1, samples.length, 1])),
    full('stsz', 0, words([0, samples.length]), words(samples.map(({ data }) => data.length))),
    full('stco', 0, words([1, from])),
  )
  const media = box(
    'mdia',
    full('mdhd', 0, words([0, 0, scale, length]), [...half(0x55c4), 0, 0]),
    full('hdlr', 0, word(0), letters('vide'), zeros(12), letters('Ravine\0')),
    box('minf', full('vmhd', 1, zeros(8)), box('dinf', full('dref', 0, word(1), full('url ', 1))), table),
  )
  const head = full(
    'tkhd',
    3,
    words([0, 0, 1, 0, length]),
    zeros(16),
    matrix,
    words([width << 16, height << 16]),
  )
  const movie = full(
    'mvhd',
    0,
    words([0, 0, scale, length, 0x10000]),
    [1, 0],
    zeros(10),
    matrix,
    zeros(24),
    word(2),
  )
  return box('moov', movie, box('trak', head, media))
}
