// Writes standard output in large pieces and waits for slow readers. A reader that closes early (`| head`) ends it
// quietly.

const piece = 1 << 16

export class Output {
  /** The reader has closed, or writing failed. */
  closed = false
  /** The exit status after a write error other than a closed reader. */
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
    // There is nowhere left to report it.
    process.stderr.on('error', () => {})
  }

  async write(text: string): Promise<void> {
    this.waiting += text
    if (this.waiting.length >= piece) await this.flush()
  }

  /** Resolves when everything is written. */
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
