// An embedded app exchanges messages only with the origin named in its address, and accepts only the commands below.

import { onShown, shownLab } from '../labs/shown.ts'
import { onFrame } from '../state/frame.ts'
import { decoded, splitHash } from '../document/link/hash.ts'
import { ravine } from './ravine.ts'
import { isPresenting } from '../state/theme.ts'

const actions = () => shownLab()?.actions
const isPlaying = (): boolean => actions()?.isPlaying?.() ?? false

const state = (): object => ({
  source: 'ravine',
  type: 'state',
  step: ravine.step,
  playing: isPlaying(),
  experiment: ravine.experiment,
  route: location.hash,
})

const commands: Readonly<Record<string, (step: unknown) => void>> = {
  state: () => {},
  play: () => actions()?.play?.(),
  pause: () => actions()?.pause?.(),
  restart: () => actions()?.restart?.(),
  seek: (step) => {
    if (typeof step === 'number' && Number.isFinite(step)) actions()?.seek(step)
  },
}

/** How Reveal.js calls what a clicker's keys do. */
const revealMethods: Readonly<Record<string, string>> = { PageUp: 'prev', PageDown: 'next' }

/**
 * In every frame: a click inside must not disable the speaker's clicker, and Reveal.js plays and pauses what is on its
 * slide. PageUp and PageDown are sent to the origin named in the address. Without one a parent that speaks as Reveal.js
 * is told to move, by its own messages. The parent gets the focus back in any case.
 */
function obeyTalk(post: string | undefined): void {
  /** The origin of the slides, once they have spoken. */
  let slides = document.documentElement.dataset.slides
  addEventListener(
    'keydown',
    (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event
      if ((key !== 'PageUp' && key !== 'PageDown') || ctrlKey || metaKey || altKey || isPresenting()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (post !== undefined) {
        if (isOrigin(post) && mayBeParents(post))
          parent.postMessage({ source: 'ravine', type: 'key', key }, post)
      } else if (slides !== undefined)
        // Slides opened from a file have no origin to name.
        parent.postMessage(JSON.stringify({ method: revealMethods[key] }), isOrigin(slides) ? slides : '*')
      parent.focus()
    },
    true,
  )
  addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
    if (source !== parent || (data !== 'slide:start' && data !== 'slide:stop')) return
    slides = origin
    if (data === 'slide:start') actions()?.play?.()
    else actions()?.pause?.()
  })
  // What was said before there was anything to play (index.html).
  void ravine.ready.then(() => {
    if (document.documentElement.dataset.slide === 'start') actions()?.play?.()
  })
}

/** A complete origin. `*` would send to everyone. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/** If the browser reveals who embeds the page, ignore an address that names another origin. */
function mayBeParents(origin: string): boolean {
  const embedder = location.ancestorOrigins?.[0]
  return embedder === undefined || embedder === origin
}

/** Call if the page is in a frame. */
export function embedIn(): void {
  // Read from the address directly, because the rest of it may still be loading.
  const post = /(?:^|&)post=([^&]*)/.exec(splitHash(location.hash).search)?.[1]
  const origin = post ? decoded(post) : undefined
  obeyTalk(origin)
  if (origin !== undefined) listenTo(origin)
}

/** Minimum milliseconds between reports of changes to the parent. */
const interval = 100

/**
 * Reports the state of an embedded app to its parent page, when the rows are ready and after every change, and accepts
 * {target: 'ravine', command: 'state' | 'play' | 'pause' | 'restart' | 'seek', step?}.
 */
function listenTo(origin: string): void {
  if (!isOrigin(origin) || !mayBeParents(origin)) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const tell = (): void => {
    timer = undefined
    parent.postMessage(state(), origin)
  }
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, interval)
  }
  void ravine.ready.then(() => {
    tell()
    onFrame(() => {
      const now = `${ravine.step} ${isPlaying()}`
      if (now !== told) tellSoon()
      told = now
    })
    onShown(tellSoon)
  })
  addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
    if (from !== origin || source !== parent || typeof data !== 'object' || data === null) return
    const { target, command, step } = data as Record<string, unknown>
    if (target !== 'ravine' || typeof command !== 'string' || !Object.hasOwn(commands, command)) return
    commands[command](step)
    parent.postMessage(state(), origin)
  })
}
