// Queries for the pictures of a network at the cursor's weights, one at a time, the newest request next.

import type { Look, Seen } from '../worker/protocol.ts'
import { look } from './conductor.ts'
import { requestDraw } from './frame.ts'

export type { Look, Seen, SeenExamples } from '../worker/protocol.ts'

export class Looker {
  private underWay = false
  private waiting: { wish: Look; mark: unknown } | undefined
  private readonly show: (seen: Seen, wish: Look, mark: unknown) => void

  constructor(show: (seen: Seen, wish: Look, mark: unknown) => void) {
    this.show = show
  }

  /** Whether a request would be sent at once. */
  get idle(): boolean {
    return !this.underWay
  }

  /** `mark` is returned with the answer. */
  wish(wish: Look, mark: unknown): void {
    this.waiting = { wish, mark }
    this.ask()
  }

  private ask(): void {
    if (this.underWay || !this.waiting) return
    const { wish, mark } = this.waiting
    this.waiting = undefined
    this.underWay = true
    void look(wish).then((seen) => {
      this.underWay = false
      if (seen.there) this.show(seen, wish, mark)
      this.ask()
      requestDraw()
    })
  }
}
