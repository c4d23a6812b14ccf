// Loads a part of the app from a file of its own. A failed load is forgotten and retried after growing delays. The
// final failure is a `MissingPart`, and listeners can find out why: no network, or another version on the server.

/** Milliseconds before each further attempt. */
const delays = [300, 1200]

/** Milliseconds for which a rejected promise is kept. */
const rejectedFor = 1000

/** A part that cannot be loaded now. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart'
}

const listeners = new Set<() => void>()

/** Calls back whenever a part could not be loaded. Returns an unsubscribe function. */
export function onMissing(listener: () => void): () => void {
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

export async function retried<Part>(
  load: () => Promise<Part>,
  { wait = pause, renew = renewStyles } = {},
): Promise<Part> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load()
    } catch (error) {
      // A part that loaded but throws is not fetched again.
      if (!isFetchFault(error)) throw error
      if (attempt === delays.length) {
        for (const listener of listeners) listener()
        throw new MissingPart(error.message)
      }
      await wait(delays[attempt])
      await renew()
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
