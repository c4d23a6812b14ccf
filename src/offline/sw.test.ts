// The service worker over several deployments: a page of an older version keeps its files, one that only waited is no
// version before, and a deployment that is half there takes nothing away. The browser's part is played by a few maps.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const scope = 'https://ravine.example/app/'

/** What the server has. */
let server: Map<string, string>
let asked: string[]
let stores: Map<string, Map<string, string>>
let claims: number
let now: number

const plain = (url: string): string => url.replace(/\?.*$/, '')

function storeOf(held: Map<string, string>) {
  return {
    match: (url: string, options?: { ignoreSearch?: boolean }) => {
      const found = options?.ignoreSearch ? held.get(plain(url)) : held.get(url)
      return Promise.resolve(found === undefined ? undefined : new Response(found))
    },
    put: async (url: string, response: Response) => void held.set(url, await response.text()),
  }
}

const cacheStorage = {
  keys: () => Promise.resolve([...stores.keys()]),
  open: (name: string) => {
    if (!stores.has(name)) stores.set(name, new Map())
    return Promise.resolve(storeOf(stores.get(name)!))
  },
  delete: (name: string) => Promise.resolve(stores.delete(name)),
  match: async (url: string, options?: { ignoreSearch?: boolean }) => {
    for (const held of stores.values()) {
      const found = await storeOf(held).match(url, options)
      if (found) return found
    }
    return undefined
  },
}

beforeEach(() => {
  server = new Map()
  stores = new Map()
  asked = []
  claims = now = 0
  vi.stubGlobal('caches', cacheStorage)
  vi.stubGlobal('fetch', (target: string | { url: string }) => {
    const url = typeof target === 'string' ? target : target.url
    asked.push(url)
    const text = server.get(url)
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text))
  })
  vi.spyOn(Date, 'now').mockImplementation(() => ++now)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** The server has this version and no other; its worker, which has not been started. */
async function deployed(version: string, missing?: string) {
  const files = ['index.html', `assets/app-${version}.js`, `assets/map-${version}.js`]
  server = new Map(
    files.filter((file) => file !== missing).map((file) => [scope + file, `${file} of ${version}`]),
  )
  const heard = new Map<string, (event: object) => void>()
  vi.stubGlobal('self', {
    __WB_MANIFEST: files.map((url) => ({ url, revision: url === 'index.html' ? version : null })),
    registration: { scope },
    clients: { claim: () => Promise.resolve(void claims++) },
    skipWaiting: () => Promise.resolve(),
    addEventListener: (type: string, listener: (event: object) => void) => heard.set(type, listener),
  })
  vi.resetModules()
  await import('./sw.ts')
  const tell = async (type: string): Promise<void> => {
    let done: Promise<unknown> = Promise.resolve()
    heard.get(type)!({ waitUntil: (promise: Promise<unknown>) => (done = promise) })
    await done
  }
  return {
    install: () => tell('install'),
    activate: () => tell('activate'),
    /** What a page gets; undefined where the worker lets the browser ask. */
    async answer(file: string, mode = 'cors'): Promise<string | undefined> {
      let given: Promise<Response> | undefined
      const request = { method: 'GET', url: scope + file, mode }
      heard.get('fetch')!({ request, respondWith: (answer: Promise<Response>) => (given = answer) })
      const response = await given
      return response && (response.ok ? response.text() : String(response.status))
    },
  }
}

async function served(version: string) {
  const worker = await deployed(version)
  await worker.install()
  await worker.activate()
  return worker
}

test('without the server every file and every navigation works', async () => {
  const worker = await served('one')
  server.clear()
  asked = []
  expect(await worker.answer('', 'navigate')).toBe('index.html of one')
  expect(await worker.answer('index.html?x=1', 'navigate')).toBe('index.html of one')
  expect(await worker.answer('assets/map-one.js?again=1')).toBe('assets/map-one.js of one')
  expect(asked).toEqual([])
})

test('a page of the old version keeps working while the new one waits', async () => {
  const old = await served('one')
  const next = await deployed('two')
  await next.install()
  expect(await old.answer('', 'navigate')).toBe('index.html of one')
  expect(await old.answer('assets/map-one.js')).toBe('assets/map-one.js of one')
  await next.activate()
  expect(await next.answer('', 'navigate')).toBe('index.html of two')
  // In another window the page of version one is still open, and the new worker serves it.
  expect(await next.answer('assets/map-one.js')).toBe('assets/map-one.js of one')
  expect(claims).toBe(2)
})

test('a version that only waited does not replace the open page’s files', async () => {
  await served('one')
  await (await deployed('two')).install()
  const third = await served('three')
  expect(await third.answer('assets/map-one.js')).toBe('assets/map-one.js of one')
  expect(await third.answer('assets/map-two.js')).toBe('404')
  const fourth = await served('four')
  expect(await fourth.answer('assets/map-three.js')).toBe('assets/map-three.js of three')
  // Its pages are two deployments old: the page says so and reloads (app/version.ts).
  expect(await fourth.answer('assets/map-one.js')).toBe('404')
  expect(stores.size).toBe(2)
})

test('a worker of a version that no server has serves its pages completely', async () => {
  const old = await served('one')
  await deployed('nine')
  asked = []
  expect(await old.answer('', 'navigate')).toBe('index.html of one')
  expect(await old.answer('assets/app-one.js')).toBe('assets/app-one.js of one')
  expect(asked).toEqual([])
  // A file it never had is requested, and the server's answer counts.
  expect(await old.answer('assets/app-nine.js')).toBe('assets/app-nine.js of nine')
  expect(await old.answer('assets/app-eight.js')).toBe('404')
  // Whether there is another version (app/version.ts) is always the server's word.
  server.set(scope, 'index.html of nine')
  expect(await old.answer('')).toBe('index.html of nine')
})

test('an incomplete deployment is not used and removes nothing', async () => {
  const old = await served('one')
  const half = await deployed('two', 'assets/map-two.js')
  await expect(half.install()).rejects.toThrow('assets/map-two.js: 404')
  server.clear()
  expect(await old.answer('', 'navigate')).toBe('index.html of one')
  expect(await old.answer('assets/map-one.js')).toBe('assets/map-one.js of one')
})

test('a cache without a mark counts as the oldest', async () => {
  stores.set('other-app', new Map([['x', 'y']]))
  stores.set('ravine-old', new Map([[`${scope}assets/map-old.js`, 'old']]))
  const worker = await served('one')
  expect(await worker.answer('assets/map-old.js')).toBe('old')
  const next = await served('two')
  expect([...stores.keys()]).not.toContain('ravine-old')
  expect([...stores.keys()]).toContain('other-app')
  expect(await next.answer('assets/map-one.js')).toBe('assets/map-one.js of one')
})
