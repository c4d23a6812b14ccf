// Workers that could not be kept alive. The page says so in one sentence with a button that tries all of them again; so
// does the browser's word that it is online again.

import { create } from 'zustand'
import { WorkerClient, type Answer } from '../worker/workerClient.ts'
import type { HostedWorker } from '../worker/workerHost.ts'

export const useFailures = create<{ readonly retries: readonly (() => void)[] }>()(() => ({ retries: [] }))

export function reportFailure(retry: () => void): void {
  const { retries } = useFailures.getState()
  if (!retries.includes(retry)) useFailures.setState({ retries: [...retries, retry] })
}

/** What failed is not wanted any more. */
export function forgetFailure(retry: () => void): void {
  const { retries } = useFailures.getState()
  if (retries.includes(retry)) useFailures.setState({ retries: retries.filter((one) => one !== retry) })
}

export function tryAgain(): void {
  const { retries } = useFailures.getState()
  useFailures.setState({ retries: [] })
  for (const retry of retries) retry()
}

if (typeof addEventListener === 'function') addEventListener('online', tryAgain)

/** A client whose failure the page speaks of. */
export function clientOf<Request extends { readonly id: number }, Reply extends Answer>(
  spawn: () => HostedWorker<Request, Reply>,
  patience: number,
): WorkerClient<Request, Reply> {
  return new WorkerClient({ spawn, patience, failed: reportFailure, closed: forgetFailure })
}
