// What the pictures of a network are drawn from: a look at the cursor's weights, one at a time, the newest wish next.

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

  /** Free to be asked: a wish is granted at once. */
  get idle(): boolean {
    return !this.underWay
  }

  /** `mark` comes back with the answer. */
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
