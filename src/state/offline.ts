// Whether the app is cached on this device, since when, and whether a newer version waits. A newer version never
// replaces an open page: it waits for its button, and is not installed while a stage or a console is open in any
// window.

import { registerServiceWorker } from '../worker/serviceWorker.ts'
import { useOffline } from './offlineState.ts'

let registration: ServiceWorkerRegistration | undefined

/** Milliseconds after which a page reloads anyway if the new worker does not take over. */
const patience = 2000
/** Milliseconds in which an open stage or console replies. */
const answering = 250

function look(): void {
  if (!registration) return
  const { active, waiting } = registration
  useOffline.setState({
    ready: active?.state === 'activated' || navigator.serviceWorker.controller !== null,
    waiting: waiting !== null && active !== null,
  })
}

/** Returns when the cached page was fetched. */
async function keptSince(): Promise<number> {
  const page = await caches.match(new URL('index.html', registration!.scope).href, { ignoreVary: true })
  return Date.parse(page?.headers.get('date') ?? '') || Date.now()
}

/** Caches the app on this device. If that is refused, nothing changes. */
export async function keepOffline(): Promise<void> {
  try {
    registration = await registerServiceWorker()
    if (!registration) return
    const watch = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', look)
    for (const worker of [registration.installing, registration.waiting, registration.active]) watch(worker)
    registration.addEventListener('updatefound', () => watch(registration!.installing))
    look()
    await navigator.serviceWorker.ready
    look()
    useOffline.setState({ since: await keptSince() })
    await navigator.storage?.persist?.()
  } catch {
    // Private windows and frames may refuse. The app then works while online.
  }
}

/** Whether a stage or console is open in another window of this browser. */
function isPresented(): Promise<boolean> {
  if (typeof BroadcastChannel !== 'function') return Promise.resolve(false)
  return new Promise((resolve) => {
    const line = new BroadcastChannel('ravine.stage')
    const end = (found: boolean): void => {
      line.close()
      resolve(found)
    }
    line.addEventListener('message', ({ data }: MessageEvent<{ source?: unknown } | null>) => {
      if (data?.source === 'ravine-stage') end(true)
    })
    line.postMessage({ source: 'ravine-console', stage: '', kind: 'who' })
    setTimeout(() => end(false), answering)
  })
}

/** Installs the newer version. Returns false while a class is presented. */
export async function takeNewVersion(): Promise<boolean> {
  if (await isPresented()) return false
  const again = (): void => location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', again)
  registration?.waiting?.postMessage('take over')
  setTimeout(again, patience)
  return true
}
