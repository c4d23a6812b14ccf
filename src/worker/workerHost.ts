// Keeps one worker alive. A worker that throws, cannot start or stays silent is replaced after growing delays. After
// three replacements in a row the host gives up and reports it, and `retry` starts over. It knows nothing about the
// requests: after a replacement, `restarted` must send again what is still needed.

import { systemClock, type Clock } from './clock.ts'
import { Watchdog } from './watchdog.ts'

/** The part of Worker that is used. */
export interface HostedWorker<Request, Reply> {
  postMessage(message: Request, transfer: Transferable[]): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Reply>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

export interface HostEvents<Reply> {
  received(reply: Reply): void
  /** A new worker has replaced a lost one. It has no state yet. */
  restarted(): void
  /** A worker was lost, with everything it was asked. */
  lost?(): void
  /** The worker kept dying. */
  failed(): void
  /** Whether a reply is due. */
  isAsked(): boolean
}

export interface HostOptions {
  /** Milliseconds after which a silent worker counts as lost. */
  readonly patience: number
  readonly clock?: Clock
}

/** Milliseconds before each replacement. */
const delays = [0, 400, 1600]
/** A worker that replied and lived for this many milliseconds has recovered. */
const recovery = 5000

export class WorkerHost<Request, Reply> {
  /** How many workers were replaced. */
  restarts = 0
  /** Increases with each worker, because a new one has none of the old one's state. */
  generation = 0
  /** Whether it gave up and waits for `retry`. */
  hasFailed = false
  private worker: HostedWorker<Request, Reply> | undefined
  private readonly watchdog: Watchdog
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
    this.watchdog = new Watchdog(patience, () => events.isAsked(), this.lose, clock)
  }

  /** Whether a message would reach a worker. */
  get isReady(): boolean {
    return this.worker !== undefined
  }

  /** Starts a worker unless one exists, one is about to start, or the host has given up. */
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
        this.watchdog.reset()
        this.events.received(data)
      })
      for (const fault of ['error', 'messageerror'] as const)
        worker.addEventListener(fault, (event) => {
          // The page shows its own message about this.
          event?.preventDefault?.()
          if (worker === this.worker) this.lose()
        })
    } catch {
      // A sandbox may forbid workers.
      this.lose()
    }
  }

  /** Sends a message. Does nothing while a worker is being replaced: `restarted` asks again. */
  post(message: Request, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer)
  }

  /** Starts waiting for a reply. `isFirst` if none was due before. */
  expect(isFirst = true): void {
    if (isFirst) this.watchdog.reset()
    this.watchdog.start()
  }

  /** Tries again after giving up. */
  readonly retry = (): void => {
    if (!this.hasFailed) return
    this.hasFailed = false
    this.losses = 0
    this.start()
    if (this.worker) this.events.restarted()
  }

  /** Terminates the worker. The next `start` creates a new one with a clean history. */
  close(): void {
    this.stop()
    this.hasFailed = false
    this.losses = 0
  }

  private stop(): void {
    this.watchdog.stop()
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
    // A handler of the loss may have closed the host.
    if (this.hasFailed) this.events.failed()
  }
}
