// Detects a worker that stays silent after a request. Asking again does not reset the timer, so a page that asks in
// every frame cannot keep the watchdog from firing.

import { systemClock, type Clock } from './clock.ts'

export class Watchdog {
  private lastReply = 0
  private cancel: (() => void) | undefined

  constructor(
    private readonly patience: number,
    /** Whether a reply is due. */
    private readonly isAsked: () => boolean,
    private readonly onSilence: () => void,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Call when the worker has replied, or on a request while none was pending. */
  reset(): void {
    this.lastReply = this.clock.now()
  }

  /** Schedules a check for when the worker's time is up. There is one timer, however often this is called. */
  start(): void {
    if (this.isAsked()) this.cancel ??= this.clock.after(this.patience, this.check)
  }

  stop(): void {
    this.cancel?.()
    this.cancel = undefined
  }

  private readonly check = (): void => {
    this.cancel = undefined
    if (!this.isAsked()) return
    const left = this.lastReply + this.patience - this.clock.now()
    if (left <= 0) this.onSilence()
    else this.cancel = this.clock.after(left, this.check)
  }
}
