// Starts the page's real workers in threads of Node, bundled as a build does it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker, type TransferListItem } from 'node:worker_threads'
import { build, type Rollup } from 'vite'
import type { HostedWorker } from '../workerHost.ts'

/** What a worker in a browser has and a thread lacks. */
const scope = `const { parentPort } = require('node:worker_threads')
globalThis.addEventListener = (type, listener) => {
  if (type === 'message') parentPort.on('message', (data) => listener({ data }))
}
globalThis.postMessage = (message, options) => parentPort.postMessage(message, options?.transfer ?? [])
`

export interface Threads {
  spawn<Request, Reply>(): HostedWorker<Request, Reply>
  /** Ends those that still run. */
  end(): Promise<void>
}

/** Bundles a worker from its file. */
export async function threadsOf(file: string): Promise<Threads> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: file, formats: ['cjs'], fileName: 'worker' } },
  })) as Rollup.RollupOutput[]
  const folder = mkdtempSync(join(tmpdir(), 'ravine-worker-'))
  const bundle = join(folder, 'worker.cjs')
  writeFileSync(bundle, scope + built[0].output[0].code)
  const running = new Set<Worker>()
  return {
    spawn<Request, Reply>() {
      const thread = new Worker(bundle)
      running.add(thread)
      return {
        postMessage: (message: Request, transfer: Transferable[]) =>
          thread.postMessage(message, transfer as unknown as TransferListItem[]),
        terminate: () => void thread.terminate(),
        addEventListener(type: string, listener: (event: never) => void) {
          if (type === 'message') thread.on('message', (data: Reply) => listener({ data } as never))
          else if (type === 'error') thread.on('error', (error) => listener(error as never))
        },
      }
    },
    async end() {
      await Promise.all([...running].map((thread) => thread.terminate()))
      rmSync(folder, { recursive: true })
    },
  }
}
