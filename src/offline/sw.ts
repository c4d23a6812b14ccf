// The service worker: caches every file of the build at the first visit, so every route works offline. A new version is
// cached next to the old one and waits until a page asks for it. Until then the old one serves its own pages.

interface Kept {
  readonly url: string
  readonly revision: string | null
}

interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void
}

interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** The parts of the worker's global scope used here. The page's type library only has a window. */
interface World {
  readonly __WB_MANIFEST: readonly Kept[]
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', heard: (event: Waiting) => void): void
  addEventListener(type: 'message', heard: (event: MessageEvent<unknown>) => void): void
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void
}

declare const self: World

const files = self.__WB_MANIFEST
const scope = self.registration.scope

/** Returns one name per version: equal files give equal names. */
function nameOf(list: readonly Kept[]): string {
  let hash = 5381
  for (const { url, revision } of list)
    for (const sign of `${url} ${revision ?? ''}`) hash = (Math.imul(hash, 33) ^ sign.codePointAt(0)!) >>> 0
  return `ravine-${hash.toString(36)}`
}

const cacheName = nameOf(files)
const page = new URL('index.html', scope).href

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  await Promise.all(
    files.map(async ({ url }) => {
      const address = new URL(url, scope).href
      if (await cache.match(address, { ignoreVary: true })) return
      const response = await fetch(address, { cache: 'reload' })
      if (!response.ok) throw new Error(`${url}: ${response.status}`)
      await cache.put(address, response)
    }),
  )
}

/** Each version writes into its own cache when it began to serve pages. 0: it only waited until another one replaced it. */
const mark = new URL('served-since', scope).href
const servedSince = async (name: string): Promise<number> =>
  Number(await (await (await caches.open(name)).match(mark))?.text()) || 0

/** Deletes all versions except this one and the one that served before it, whose pages may still be open in other windows. */
async function forgetOthers(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('ravine-') && name !== cacheName)
  const since = await Promise.all(others.map(servedSince))
  // A version without a mark is older than all that have one. The last of them is the newest.
  const before = others[since.lastIndexOf(Math.max(...since))]
  await Promise.all(others.filter((name) => name !== before).map((name) => caches.delete(name)))
  await (await caches.open(cacheName)).put(mark, new Response(String(Date.now())))
  await self.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept =
    request.mode === 'navigate'
      ? await cache.match(page, { ignoreVary: true })
      : await cache.match(request.url, { ignoreVary: true, ignoreSearch: true })
  if (kept) return kept
  // A file of the previous version, for a page that is still open, or a file that was never cached.
  const before = await caches.match(request.url, { ignoreVary: true, ignoreSearch: true })
  return before ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { href, pathname } = new URL(request.url)
  if (request.method !== 'GET' || !href.startsWith(scope)) return
  if (request.mode === 'navigate' && !/\/(index\.html)?$/.test(pathname)) return
  event.respondWith(answer(request))
})

export {}
