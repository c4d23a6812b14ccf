// How a worker is started under a strict content policy: its address goes through the one Trusted Types policy, which
// lets only this build's own workers pass.

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

/** A frame without an origin of its own: it may start no worker of the app's address, but one of its own text. */
const isSandboxed = globalThis.origin === 'null' && globalThis.location?.protocol.startsWith('http')
const blobs = new Map<string, string>()

/** The worker's text as a blob, where the host lets other origins read it. At once, as a worker is started. */
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

/** Starts a worker from an address that `?worker&url` gave: a module, or a blob, which a page opened from a file or in a
 * sandbox may start only as a classic script. */
export function startWorker(address: string): Worker {
  const started = isSandboxed && own.has(address) ? asBlob(address) : address
  return new Worker(trusted(started), { type: started.startsWith('blob:') ? 'classic' : 'module' })
}

/** The address of one of the own workers, as the content policy wants it. */
export function trusted(address: string): string {
  policy ??= createPolicy()
  return policy.createScriptURL(address) as string
}

/** Adds a worker of a part that is loaded later. */
export function allowWorker(address: string): void {
  own.add(address)
}

export const startRunner = (): Worker => startWorker(runner)
export const startPainter = (): Worker => startWorker(painter)
export const startExperimentFile = (): Worker => startWorker(experimentFile)
export const startSearch = (): Worker => startWorker(search)
