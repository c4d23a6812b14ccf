// Keeps one worker alive. A worker that throws, cannot be started or stays silent is replaced, later each time; after three
// replacements in a row the host gives up and says so, and `retry` begins again. It knows nothing of what is asked: when a
// new worker has come, `restarted` asks for what is still wanted.

import { systemClock, type Clock } from './clock.ts'
import { Watch } from './watch.ts'

/** The part of a Worker that is used. */
export interface HostedWorker<Request, Reply> {
  postMessage(message: Request, transfer: Transferable[]): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Reply>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

export interface HostEvents<Reply> {
  received(reply: Reply): void
  /** A new worker stands in for one that was lost. It knows nothing yet. */
  restarted(): void
  /** A worker was lost, with all that it was asked. */
  lost?(): void
  /** No worker could be kept alive. */
  failed(): void
  /** Whether a reply is due. */
  isAsked(): boolean
}

export interface HostOptions {
  /** Milliseconds after which a worker that does not answer counts as lost. */
  readonly patience: number
  readonly clock?: Clock
}

/** Milliseconds before each replacement. */
const delays = [0, 400, 1600]
/** A worker that answered and lived for so many milliseconds has recovered. */
const recovery = 5000

export class WorkerHost<Request, Reply> {
  /** Workers that were replaced. */
  restarts = 0
  /** Grows with each worker: a new one knows nothing of what the last was told. */
  generation = 0
  /** Given up until `retry`. */
  hasFailed = false
  private worker: HostedWorker<Request, Reply> | undefined
  private readonly watch: Watch
  private readonly clock: Clock
  private losses = 0
  private startedAt = 0
  private hasAnswered = false
  private cancelRestart: (() => void) | undefined

  constructor(
    private readonly spawn: () => HostedWorker<Request, Reply>,
    private readonly events: HostEvents<Reply>,
    { patience, clock = systemClock }: HostOptions,
  ) {
    this.clock = clock
    this.watch = new Watch(patience, () => events.isAsked(), this.lose, clock)
  }

  /** Whether a message would reach a worker. */
  get isReady(): boolean {
    return this.worker !== undefined
  }

  /** Starts a worker unless there is one, one is about to be started, or the host has given up. */
  start(): void {
    if (this.worker || this.cancelRestart || this.hasFailed) return
    this.generation++
    this.startedAt = this.clock.now()
    this.hasAnswered = false
    try {
      const worker = (this.worker = this.spawn())
      worker.addEventListener('message', ({ data }) => {
        if (worker !== this.worker) return
        this.hasAnswered = true
        this.watch.heard()
        this.events.received(data)
      })
      for (const fault of ['error', 'messageerror'] as const)
        worker.addEventListener(fault, (event) => {
          // The page says itself what this means.
          event?.preventDefault?.()
          if (worker === this.worker) this.lose()
        })
    } catch {
      // A sandbox may forbid workers.
      this.lose()
    }
  }

  /** Sends a message to the worker. Between two workers nothing is sent: `restarted` asks again. */
  post(message: Request, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer)
  }

  /** Begins to wait for a reply; `isFirst` when none was due before. */
  expect(isFirst = true): void {
    if (isFirst) this.watch.heard()
    this.watch.begin()
  }

  /** Tries again after it has given up. */
  readonly retry = (): void => {
    if (!this.hasFailed) return
    this.hasFailed = false
    this.losses = 0
    this.start()
    if (this.worker) this.events.restarted()
  }

  /** Ends the worker. The next `start` begins with a new one, and without a history of losses. */
  close(): void {
    this.stop()
    this.hasFailed = false
    this.losses = 0
  }

  private stop(): void {
    this.watch.end()
    this.cancelRestart?.()
    this.cancelRestart = undefined
    this.worker?.terminate()
    this.worker = undefined
  }

  private readonly lose = (): void => {
    this.stop()
    if (this.hasAnswered && this.clock.now() - this.startedAt > recovery) this.losses = 0
    const delay = delays.at(this.losses++)
    if (delay === undefined) this.hasFailed = true
    else
      this.cancelRestart = this.clock.after(delay, () => {
        this.cancelRestart = undefined
        this.restarts++
        this.start()
        if (this.worker) this.events.restarted()
      })
    this.events.lost?.()
    // What was lost may have made somebody close the host.
    if (this.hasFailed) this.events.failed()
  }
}
