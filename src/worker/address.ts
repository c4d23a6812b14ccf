// Starts workers under a strict content policy. Addresses pass through the single Trusted Types policy, which accepts
// only this build's own workers.

import experimentFile from './experimentFile.worker.ts?worker&url'
import painter from './picture.worker.ts?worker&url'
import search from './search.worker.ts?worker&url'
import runner from './runner.worker.ts?worker&url'

interface Policy {
  createScriptURL(url: string): unknown
}

const own = new Set<string>([runner, painter, experimentFile, search])

function createPolicy(): Policy {
  const rules = {
    createScriptURL(url: string): string {
      if (!own.has(url)) throw new TypeError(`not a worker of Ravine: ${url}`)
      return url
    },
  }
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
    .trustedTypes
  return factory ? factory.createPolicy('ravine', rules) : rules
}

let policy: Policy | undefined

/** A frame with an opaque origin. It may not start workers from the app's address, only from a blob. */
const isSandboxed = globalThis.origin === 'null' && globalThis.location?.protocol.startsWith('http')
const blobs = new Map<string, string>()

/**
 * Returns the worker's text as a blob, if the host allows other origins to read it. Synchronous, like starting a
 * worker.
 */
function asBlob(address: string): string {
  const known = blobs.get(address)
  if (known !== undefined) return known
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  request.send()
  const blob = URL.createObjectURL(new Blob([request.responseText], { type: 'text/javascript' }))
  blobs.set(address, blob)
  allowWorker(blob)
  return blob
}

/**
 * Starts a worker from an address imported with `?worker&url`: a module, or a blob. A page opened from a file or in a
 * sandbox may start a blob only as a classic script.
 */
export function startWorker(address: string): Worker {
  const started = isSandboxed && own.has(address) ? asBlob(address) : address
  return new Worker(trusted(started), { type: started.startsWith('blob:') ? 'classic' : 'module' })
}

/** Returns the address of one of our own workers as a trusted script URL. */
export function trusted(address: string): string {
  policy ??= createPolicy()
  return policy.createScriptURL(address) as string
}

/** Registers a worker of a part that loads later. */
export function allowWorker(address: string): void {
  own.add(address)
}

export const startRunner = (): Worker => startWorker(runner)
export const startPainter = (): Worker => startWorker(painter)
export const startExperimentFile = (): Worker => startWorker(experimentFile)
export const startSearch = (): Worker => startWorker(search)
