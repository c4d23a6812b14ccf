// Hears when a worker that was asked stays silent. Asking is no answer: a page that asks in every frame does not keep the
// watch from running out.

export class Watch {
  private heardAt = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly patience: number,
    /** Whether an answer is due. */
    private readonly isAsked: () => boolean,
    private readonly silent: () => void,
  ) {}

  /** The worker has spoken, or was asked when nothing was under way. */
  heard(): void {
    this.heardAt = performance.now()
  }

  /** Looks again when the worker's time is up; one timer, whatever is said meanwhile. */
  begin(): void {
    if (this.isAsked()) this.timer ??= setTimeout(this.look, this.patience)
  }

  end(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private readonly look = (): void => {
    this.timer = undefined
    if (!this.isAsked()) return
    const left = this.heardAt + this.patience - performance.now()
    if (left <= 0) this.silent()
    else this.timer = setTimeout(this.look, left)
  }
}
