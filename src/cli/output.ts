// Standard output in large pieces, waiting when the reader is slower. A reader that goes away (`| head`) ends it quietly.

const piece = 1 << 16

export class Output {
  /** The reader has gone, or nothing can be written. */
  closed = false
  /** The exit status after an error of writing that is not the reader's leaving. */
  failed: number | undefined
  private waiting = ''
  private wake: () => void = () => {}

  constructor() {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && !this.closed) {
        this.failed = 1
        process.stderr.write(`cannot write: ${error.code}\n`)
      }
      this.closed = true
      this.wake()
    })
    process.stdout.on('drain', () => this.wake())
    // Nowhere to say it.
    process.stderr.on('error', () => {})
  }

  async write(text: string): Promise<void> {
    this.waiting += text
    if (this.waiting.length >= piece) await this.flush()
  }

  /** Resolves when everything is handed over. */
  async end(): Promise<void> {
    await this.flush()
    if (this.closed) return
    await new Promise<void>((resolve) => {
      this.wake = resolve
      process.stdout.write('', () => resolve())
    })
  }

  private async flush(): Promise<void> {
    const text = this.waiting
    this.waiting = ''
    if (text === '' || this.closed) return
    if (process.stdout.write(text)) return
    await new Promise<void>((resolve) => {
      this.wake = resolve
      if (this.closed) resolve()
    })
  }
}
