// Writes a film's encoded frames to an MP4 or WebM file as they come from the encoder.

import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import type { FilmFormat } from './video.ts'

const kinds = {
  mp4: { Format: Mp4OutputFormat, codec: 'avc' },
  webm: { Format: WebMOutputFormat, codec: 'vp9' },
} as const

export interface Container {
  /** Adds the next frame in decoding order. */
  add(chunk: EncodedVideoChunk, made?: EncodedVideoChunkMetadata): void
  /** Returns the whole file. */
  finish(): Promise<Blob>
  /** Releases what was added, unless the file is finished. */
  drop(): Promise<void>
}

export async function openContainer(format: FilmFormat, perSecond: number): Promise<Container> {
  const { Format, codec } = kinds[format]
  const target = new BufferTarget()
  const kind = new Format()
  const output = new Output({ format: kind, target })
  const track = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(track, { frameRate: perSecond })
  await output.start()
  let written: Promise<void> = Promise.resolve()
  return {
    add(chunk, made) {
      const data = new Uint8Array(chunk.byteLength)
      chunk.copyTo(data)
      const packet = new EncodedPacket(data, chunk.type, chunk.timestamp / 1e6, 1 / perSecond)
      written = written.then(() => track.add(packet, made))
      // finish() reports the error.
      written.catch(() => {})
    },
    async finish() {
      await written
      await output.finalize()
      return new Blob([target.buffer!], { type: kind.mimeType })
    },
    drop: async () => {
      if (output.state !== 'finalized') await output.cancel()
    },
  }
}
