// The service worker: every file of the build is kept at the first visit, so that every route works with the server gone.
// A new version is kept beside the old one and waits until a page asks for it; the old one serves its own pages until then.

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

/** What is used of the worker's own world: the page's library knows a window only. */
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

/** One name a version: the same files, the same name. */
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

/** All versions but this one and the one before it, whose pages may still be open in other windows. */
async function forgetOthers(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('ravine-') && name !== cacheName)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept =
    request.mode === 'navigate'
      ? await cache.match(page, { ignoreVary: true })
      : await cache.match(request.url, { ignoreVary: true, ignoreSearch: true })
  if (kept) return kept
  // A file of the version before this one, for a page that is still open; or one that was never kept.
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
