// Connects the stage and its console: two windows of one browser. A console opened by the stage talks through its
// opener, which works from a file too. Any other uses a BroadcastChannel. Nothing leaves the device.

export interface Message {
  readonly source: 'ravine-stage' | 'ravine-console'
  /** The stage's id distinguishes several stages. */
  readonly stage: string
  readonly kind: string
  readonly [key: string]: unknown
}

type Listener = (message: Message) => void

export interface Bus {
  post(message: Message): void
  close(): void
}

const isMessage = (data: unknown, from: Message['source']): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  (data as Message).source === from &&
  typeof (data as Message).stage === 'string' &&
  typeof (data as Message).kind === 'string'

/** From a file every window's origin is `null`, and only the window object can be compared. */
const ownOrigin = (): string =>
  location.origin === 'null' || location.protocol === 'file:' ? '*' : location.origin

function channel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('ravine.stage')
  } catch {
    // This browser has none, or the frame may not use it. The opener's connection remains.
    return undefined
  }
}

/** Whether two windows can communicate at all. */
export const canTalk = (): boolean => typeof BroadcastChannel === 'function' || window.opener !== null

/** The stage's end: listens to every console, and replies on every connection that a console has used. */
export function openStageBus(hear: Listener): Bus {
  const wide = channel()
  const windows = new Set<Window>()
  const heard = (data: unknown): void => {
    if (isMessage(data, 'ravine-console')) hear(data)
  }
  const onWide = ({ data }: MessageEvent<unknown>): void => heard(data)
  const onWindow = ({ data, origin, source }: MessageEvent<unknown>): void => {
    const own = ownOrigin()
    if ((own !== '*' && origin !== own) || !isMessage(data, 'ravine-console')) return
    if (source && source !== window) windows.add(source as Window)
    heard(data)
  }
  wide?.addEventListener('message', onWide)
  addEventListener('message', onWindow)
  return {
    post(message) {
      wide?.postMessage(message)
      for (const one of windows) {
        if (one.closed) windows.delete(one)
        else one.postMessage(message, ownOrigin())
      }
    },
    close() {
      wide?.close()
      removeEventListener('message', onWindow)
    },
  }
}

/**
 * Windows of one origin that opened each other share a thread. Delivered synchronously, a message is handled before the
 * console draws its own picture, not after it. Returns false if the windows may not access each other, as from a file.
 */
function handed(to: Window, message: Message): boolean {
  try {
    const own = to as Window & typeof globalThis
    // Built from the other window's own objects, like a posted message.
    const data: unknown = own.structuredClone(message)
    own.dispatchEvent(new own.MessageEvent('message', { data, origin: location.origin, source: window }))
    return true
  } catch {
    return false
  }
}

/** The console's end. */
export function openConsoleBus(hear: Listener): Bus {
  const opener = window.opener as Window | null
  const wide = opener ? undefined : channel()
  const onWide = ({ data }: MessageEvent<unknown>): void => {
    if (isMessage(data, 'ravine-stage')) hear(data)
  }
  const onWindow = ({ data, source }: MessageEvent<unknown>): void => {
    if (source === opener && isMessage(data, 'ravine-stage')) hear(data)
  }
  wide?.addEventListener('message', onWide)
  addEventListener('message', onWindow)
  return {
    post(message) {
      wide?.postMessage(message)
      if (opener && !opener.closed && !handed(opener, message)) opener.postMessage(message, ownOrigin())
    },
    close() {
      wide?.close()
      removeEventListener('message', onWindow)
    },
  }
}
