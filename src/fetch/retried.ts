// Loads a part of the app that comes in a file of its own. A failed load is forgotten and tried again, a little later each
// time. What fails after that is a `MissingPart`, and whoever listens can ask why: no network, or another version there.

/** Milliseconds before each further attempt. */
const delays = [300, 1200]

/** Milliseconds for which a rejected promise is remembered. */
const rejectedFor = 1000

/** A part that cannot be had now. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart'
}

const listeners = new Set<() => void>()

/** Calls back whenever a part could not be had; returns a function that ends it. */
export function onMissing(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What browsers and Vite say of a module or a style sheet that could not be fetched. */
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
      // A part that came and is itself at fault is not fetched again.
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

/** An import never asks again for a style sheet that failed: it is asked for here. */
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
 * The promise of a part, the same at every call until it is rejected; the next call then loads it again. As soon as it is
 * fulfilled it says so itself, because React waits for a promise that it has not seen but not for one that does.
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
        // Whoever renders it must see this one fail before another one is made, and React renders when it has time.
        setTimeout(() => {
          if (promise === coming) promise = undefined
        }, rejectedFor)
      },
    )
    return coming
  }
}
