// Encodes frames as a film, MP4 or WebM, with the browser's own encoder. A format is offered only after a real frame
// was encoded and decoded, because some browsers claim H.264 and fail.

import { retried } from '../../fetch/retried.ts'
import type { Frames } from './frames.ts'

export type FilmFormat = 'mp4' | 'webm'

const codecs = { mp4: 'avc1.640028', webm: 'vp09.00.40.08' } as const

/** Bits per second of a film at 1280 × 720 and 30 frames, with flat colors and thin lines. */
const rate = 3_500_000
/** Milliseconds in which a frame must come back. */
const patience = 4000

export const bitrateOf = (width: number, height: number, perSecond: number): number =>
  Math.round(rate * ((width * height) / (1280 * 720)) * (perSecond / 30) ** 0.5)

/** Whether a frame of this size survives the browser's encoder. */
export async function canFilm(format: FilmFormat, width: number, height: number): Promise<boolean> {
  if (typeof VideoEncoder !== 'function' || typeof VideoDecoder !== 'function') return false
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')!.fillRect(0, 0, width / 2, height)
  const tried = new Promise<boolean>((resolve) => {
    const decoder = new VideoDecoder({
      output: (frame) => {
        resolve(frame.displayWidth === width && frame.displayHeight === height)
        frame.close()
      },
      error: () => resolve(false),
    })
    const encoder = new VideoEncoder({
      output: (chunk, made) => {
        const decoderConfig = made?.decoderConfig
        if (!decoderConfig) return resolve(false)
        decoder.configure(decoderConfig)
        decoder.decode(chunk)
        decoder.flush().catch(() => resolve(false))
      },
      error: () => resolve(false),
    })
    encoder.configure({ codec: codecs[format], width, height, bitrate: rate, framerate: 30 })
    const frame = new VideoFrame(canvas, { timestamp: 0 })
    encoder.encode(frame, { keyFrame: true })
    frame.close()
    encoder.flush().catch(() => resolve(false))
    setTimeout(() => resolve(false), patience)
  })
  return tried.catch(() => false)
}

export interface Film extends Frames {
  readonly canvas: HTMLCanvasElement
  readonly format: FilmFormat
  readonly perSecond: number
}

/** Seconds between key frames, which players can seek to. */
const keyEvery = 2
/** The most frames waiting for the encoder. Fewer leave the page more of the processor. */
const mostWaiting = 1

/** Returns the film, or undefined if it was canceled. */
export async function film(wishes: Film): Promise<Blob | undefined> {
  const { canvas, format, perSecond, frames, hold, paint, goOn } = wishes
  const { width, height } = canvas
  const { openContainer } = await retried(() => import('./container.ts'))
  const container = await openContainer(format, perSecond)
  let fault: unknown
  const encoder = new VideoEncoder({
    output: (chunk, made) => container.add(chunk, made),
    error: (error) => (fault = error),
  })
  encoder.configure({
    codec: codecs[format],
    width,
    height,
    framerate: perSecond,
    bitrate: bitrateOf(width, height, perSecond),
  })
  const all = frames + Math.round(hold * perSecond)
  const timeOf = (frame: number): number => Math.round((frame * 1e6) / perSecond)
  try {
    for (let frame = 0; frame < all; frame++) {
      if (fault) throw fault
      if (frame < frames) paint(frame)
      // Painting and copying the picture are a task each, so the page answers in between.
      if (!(await goOn(frame))) return undefined
      const taken = new VideoFrame(canvas, { timestamp: timeOf(frame), duration: timeOf(1) })
      encoder.encode(taken, { keyFrame: frame % (keyEvery * perSecond) === 0 })
      taken.close()
      do await new Promise((resolve) => setTimeout(resolve, 2))
      while (encoder.encodeQueueSize > mostWaiting && !fault)
    }
    await encoder.flush()
    if (fault) throw fault
    return await container.finish()
  } finally {
    if (encoder.state !== 'closed') encoder.close()
    await container.drop()
  }
}
