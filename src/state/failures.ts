// Workers that kept dying. The page reports them in one sentence with a button that retries all of them. So does the
// browser's `online` event.

import { create } from 'zustand'
import { WorkerClient, type Answer } from '../worker/workerClient.ts'
import type { HostedWorker } from '../worker/workerHost.ts'

export const useFailures = create<{ readonly retries: readonly (() => void)[] }>()(() => ({ retries: [] }))

export function reportFailure(retry: () => void): void {
  const { retries } = useFailures.getState()
  if (!retries.includes(retry)) useFailures.setState({ retries: [...retries, retry] })
}

/** Call when what failed is no longer needed. */
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

/** Creates a client whose failures the page reports. */
export function clientOf<Request extends { readonly id: number }, Reply extends Answer>(
  spawn: () => HostedWorker<Request, Reply>,
  patience: number,
): WorkerClient<Request, Reply> {
  return new WorkerClient({ spawn, patience, failed: reportFailure, closed: forgetFailure })
}
