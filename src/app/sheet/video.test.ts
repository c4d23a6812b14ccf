// A format is offered only if a frame survives encoding and decoding: not without codecs, and not if a browser claims
// what it cannot do.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { canFilm } from './video.ts'

interface Ends {
  output(made: unknown, about?: unknown): void
  error(error: Error): void
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ fillRect: () => {} })
    },
  )
  vi.stubGlobal(
    'VideoFrame',
    class {
      close = () => {}
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Manner = 'works' | 'refuses' | 'breaks' | 'is silent' | 'is shorn'

/** A browser's codecs, including the observed failures of those that claim a format. */
function codecs(manner: Manner): void {
  vi.stubGlobal(
    'VideoDecoder',
    class {
      constructor(private readonly ends: Ends) {}
      configure = () => {}
      flush = () => Promise.resolve()
      decode = () =>
        this.ends.output({
          displayWidth: 1280,
          displayHeight: manner === 'is shorn' ? 704 : 720,
          close: () => {},
        })
    },
  )
  vi.stubGlobal(
    'VideoEncoder',
    class {
      constructor(private readonly ends: Ends) {}
      configure = () => {
        if (manner === 'refuses') throw new TypeError('Not supported')
      }
      encode = () => {
        if (manner === 'breaks') this.ends.error(new Error('EncodingError'))
        else if (manner !== 'is silent') this.ends.output({}, { decoderConfig: {} })
      }
      flush = () => (manner === 'is silent' ? new Promise(() => {}) : Promise.resolve())
    },
  )
}

async function found(): Promise<boolean> {
  const answer = canFilm('mp4', 1280, 720)
  await vi.advanceTimersByTimeAsync(10_000)
  return answer
}

test('without codecs no format is offered', async () => {
  expect(await found()).toBe(false)
})

test('a format that decodes its own frame is offered', async () => {
  codecs('works')
  expect(await found()).toBe(true)
})

for (const manner of ['refuses', 'breaks', 'is silent', 'is shorn'] as const)
  test(`an encoder that ${manner} is not offered`, async () => {
    codecs(manner)
    expect(await found()).toBe(false)
  })
