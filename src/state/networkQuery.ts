// Queries for the pictures of a network at the cursor's weights, one at a time, the newest request next.

import type { NetworkQuery, QueryResult } from '../worker/protocol.ts'
import { query } from './conductor.ts'
import { requestDraw } from './frame.ts'

export type { NetworkQuery, QueryResult, QueriedExamples } from '../worker/protocol.ts'

export class NetworkQueries {
  private underWay = false
  private waiting: { request: NetworkQuery; mark: unknown } | undefined
  private readonly show: (result: QueryResult, request: NetworkQuery, mark: unknown) => void

  constructor(show: (result: QueryResult, request: NetworkQuery, mark: unknown) => void) {
    this.show = show
  }

  /** Whether a request would be sent at once. */
  get idle(): boolean {
    return !this.underWay
  }

  /** `mark` is returned with the answer. */
  request(request: NetworkQuery, mark: unknown): void {
    this.waiting = { request, mark }
    this.ask()
  }

  private ask(): void {
    if (this.underWay || !this.waiting) return
    const { request, mark } = this.waiting
    this.waiting = undefined
    this.underWay = true
    void query(request).then((result) => {
      this.underWay = false
      if (result.there) this.show(result, request, mark)
      this.ask()
      requestDraw()
    })
  }
}
