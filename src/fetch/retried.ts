// Loads a part of the app from a file of its own. A failed load is forgotten and retried after growing delays, at last
// under another address. The final failure is a `MissingPart`, and listeners can find out why: no network, another
// version on the server, or a browser that remembers the failure.

/** Milliseconds before each further attempt. */
const delays = [300, 1200]

/** Milliseconds for which a rejected promise is kept. */
const rejectedFor = 1000

/** A part that cannot be loaded now. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart'
}

/** `isThere`: the server has the file, but the browser refuses to import it. */
type Listener = (isThere: boolean) => void
const listeners = new Set<Listener>()

/** Calls back whenever a part could not be loaded. Returns an unsubscribe function. */
export function onMissing(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Error messages of browsers and Vite for a module or a style sheet that could not be fetched. */
const isFetchFault = (error: unknown): error is Error =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|module script failed|preload css/i.test(
    error.message,
  )

/** The queries of parts that are imported under another address, by their own address. */
const queries = new Map<string, string>()
let renamings = 0

declare global {
  /** Returns the address under which a part is imported. The build lets every import ask (scripts/vite/askAgain.ts). */
  var ravineAgain: (address: string) => string
}
globalThis.ravineAgain = (address) => address + (queries.get(address) ?? '')

/**
 * Some browsers remember a failed import for as long as the page lives. Gives the parts of `load` another address if the
 * server has them. Returns whether it has.
 */
async function rename(load: () => Promise<unknown>): Promise<boolean> {
  const addresses = Array.from(
    String(load).matchAll(/ravineAgain\((["'`])(.+?)\1\)/g),
    ([, , address]) => address,
  )
  const replies = await Promise.all(
    addresses.map((address) =>
      fetch(new URL(address, import.meta.url), { cache: 'no-cache' }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  )
  if (replies.length === 0 || replies.includes(false)) return false
  for (const address of addresses) queries.set(address, `?again=${++renamings}`)
  return true
}

export async function retried<Part>(
  load: () => Promise<Part>,
  { wait = pause, renew = renewStyles } = {},
): Promise<Part> {
  let isThere = false
  for (let attempt = 0; ; attempt++) {
    try {
      return await load()
    } catch (error) {
      // A part that loaded but throws is not fetched again.
      if (!isFetchFault(error)) throw error
      if (attempt < delays.length) {
        await wait(delays[attempt])
        await renew()
        continue
      }
      // The same address has failed each time: one more attempt under another one, if the network is not the reason.
      if (!isThere && !/css/i.test(error.message) && (isThere = await rename(load))) continue
      for (const listener of listeners) listener(isThere)
      throw new MissingPart(error.message)
    }
  }
}

/** Requests failed style sheets again, because importing a module does not. */
async function renewStyles(): Promise<void> {
  const failed = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
    ({ sheet }) => sheet === null,
  )
  await Promise.all(
    failed.map(
      (link) =>
        new Promise<void>((settled) => {
          const again = link.cloneNode() as HTMLLinkElement
          for (const event of ['load', 'error']) again.addEventListener(event, () => settled())
          link.replaceWith(again)
        }),
    ),
  )
}

/**
 * Returns a function that loads a part once and returns the same promise until it is rejected. The next call then loads
 * it again. The promise carries its own status, because React suspends on a promise without one.
 */
export function remembered<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let promise: Promise<Part> | undefined
  return () => {
    if (promise) return promise
    const coming = (promise = retried(load))
    coming.then(
      (value) => Object.assign(coming, { status: 'fulfilled', value }),
      (reason: unknown) => {
        void Object.assign(coming, { status: 'rejected', reason })
        // React must see this promise fail before another one is made, and it renders when it has time.
        setTimeout(() => {
          if (promise === coming) promise = undefined
        }, rejectedFor)
      },
    )
    return coming
  }
}
