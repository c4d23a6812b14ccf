// Registers the service worker through the Trusted Types policy, like every other worker.

import { allowWorker, trusted } from './address.ts'

const address = './sw.js'

/** Returns the registration, or undefined if the page cannot have one: a file, a sandbox, the development server. */
export async function registerServiceWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return undefined
  allowWorker(address)
  return navigator.serviceWorker.register(trusted(address), { updateViaCache: 'none' })
}
