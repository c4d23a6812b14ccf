// Detects a worker that stays silent after a request. Asking again does not reset the timer, so a page that asks in
// every frame cannot keep the watchdog from firing.

import { systemClock, type Clock } from './clock.ts'

export class Watch {
  private heardAt = 0
  private cancel: (() => void) | undefined

  constructor(
    private readonly patience: number,
    /** Whether a reply is due. */
    private readonly isAsked: () => boolean,
    private readonly silent: () => void,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Call when the worker has replied, or on a request while none was pending. */
  heard(): void {
    this.heardAt = this.clock.now()
  }

  /** Schedules a check for when the worker's time is up. There is one timer, however often this is called. */
  begin(): void {
    if (this.isAsked()) this.cancel ??= this.clock.after(this.patience, this.look)
  }

  end(): void {
    this.cancel?.()
    this.cancel = undefined
  }

  private readonly look = (): void => {
    this.cancel = undefined
    if (!this.isAsked()) return
    const left = this.heardAt + this.patience - this.clock.now()
    if (left <= 0) this.silent()
    else this.cancel = this.clock.after(left, this.look)
  }
}
