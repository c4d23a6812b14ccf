// Prepares memory for a run's rows in the worker. The system maps new memory page by page at the first touch, and the
// thread that touches it waits. On the page, a growing trace would stall frames for milliseconds. The worker touches
// the pages a slice at a time, and sends the memory when all are mapped.

/** Doubles in the smallest memory page, 4 KiB. */
const page = 512
/** Pages between two clock readings. */
const atOnce = 8

export class Room {
  readonly run: number
  readonly rows: Float64Array<ArrayBuffer>
  private touched = 0

  constructor(run: number, doubles: number) {
    this.run = run
    this.rows = new Float64Array(doubles)
  }

  /** Touches pages until `now()` passes `deadline`. Returns true when all are done. */
  prefault(now: () => number, deadline: number): boolean {
    const { rows } = this
    while (this.touched < rows.length) {
      const end = Math.min(rows.length, this.touched + page * atOnce)
      for (; this.touched < end; this.touched += page) rows[this.touched] = 0
      if (now() >= deadline) break
    }
    return this.touched >= rows.length
  }
}
