// A WebM file of one video track (RFC 8794, RFC 9559): a cluster from each key frame on, and the places of all clusters
// before them, so that a player can seek.

import { joined } from './bytes.ts'
import type { Sample } from './mp4.ts'

export interface WebmTrack {
  readonly width: number
  readonly height: number
  readonly samples: readonly Sample[]
  /** Microseconds. */
  readonly duration: number
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
/** A whole number in eight bytes, most significant first; as a length its first bit pair says that it has eight. */
function eight(value: number, isLength = false): Uint8Array {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(value / 2 ** 32) | (isLength ? 0x01000000 : 0))
  view.setUint32(4, value >>> 0)
  return bytes
}
function element(id: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const name = [24, 16, 8, 0].filter((shift) => id >>> shift > 0).map((shift) => (id >>> shift) & 255)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return joined([Uint8Array.from(name), eight(length, true), ...parts])
}
const number = (id: number, value: number): Uint8Array => element(id, eight(value))
function real(id: number, value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value)
  return element(id, bytes)
}

/** A frame: the track, its time from the cluster's on in two bytes, whether it is a key. */
function block({ data, key, time }: Sample, from: number): Uint8Array {
  const late = Math.round(time / 1000) - from
  return element(0xa3, Uint8Array.of(0x81, (late >> 8) & 255, late & 255, key ? 0x80 : 0), data)
}

/** Milliseconds that a cluster's frames may be late: two bytes, with a sign. */
const longest = 30_000

export function webm({ width, height, samples, duration }: WebmTrack): Uint8Array<ArrayBuffer> {
  const clusters: { readonly time: number; readonly bytes: Uint8Array }[] = []
  let waiting: Sample[] = []
  const close = (): void => {
    if (waiting.length === 0) return
    const time = Math.round(waiting[0].time / 1000)
    const blocks = waiting.map((sample) => block(sample, time))
    clusters.push({ time, bytes: element(0x1f43b675, number(0xe7, time), ...blocks) })
    waiting = []
  }
  for (const sample of samples) {
    if (waiting.length > 0 && (sample.key || (sample.time - waiting[0].time) / 1000 > longest)) close()
    waiting.push(sample)
  }
  close()
  const info = element(
    0x1549a966,
    number(0x2ad7b1, 1_000_000),
    real(0x4489, duration / 1000),
    element(0x4d80, text('Ravine')),
    element(0x5741, text('Ravine')),
  )
  const video = element(0xe0, number(0xb0, width), number(0xba, height))
  const entry = [
    number(0xd7, 1),
    number(0x73c5, 1),
    number(0x83, 1),
    number(0x9c, 0),
    element(0x86, text('V_VP9')),
  ]
  const tracks = element(0x1654ae6b, element(0xae, ...entry, video))
  // Every number has eight bytes, so the list of places is as long as it will be.
  const cues = (from: number): Uint8Array => {
    let at = from
    const points = clusters.map(({ time, bytes }) => {
      const place = element(0xb7, number(0xf7, 1), number(0xf1, at))
      at += bytes.length
      return element(0xbb, number(0xb3, time), place)
    })
    return element(0x1c53bb6b, ...points)
  }
  const before = info.length + tracks.length
  const places = cues(before + cues(0).length)
  const head = element(
    0x1a45dfa3,
    number(0x4286, 1),
    number(0x42f7, 1),
    number(0x42f2, 4),
    number(0x42f3, 8),
    element(0x4282, text('webm')),
    number(0x4287, 4),
    number(0x4285, 2),
  )
  return joined([head, element(0x18538067, info, tracks, places, ...clusters.map(({ bytes }) => bytes))])
}
