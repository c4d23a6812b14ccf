// Memory for the rows of a run, made ready by the worker. The system hands new memory out page by page, each at its first
// touch, and whoever touches it waits: where a trace grew, for milliseconds within a frame. So the pages are touched here,
// a slice at a time, and the memory is sent when all of them are there.

/** Doubles in the smallest page that a system has, 4 KiB. */
const page = 512
/** Pages between two looks at the clock. */
const atOnce = 8

export class Room {
  readonly run: number
  readonly rows: Float64Array<ArrayBuffer>
  private touched = 0

  constructor(run: number, doubles: number) {
    this.run = run
    this.rows = new Float64Array(doubles)
  }

  /** Touches pages until `now()` passes `deadline`; true when all are there. */
  furnish(now: () => number, deadline: number): boolean {
    const { rows } = this
    while (this.touched < rows.length) {
      const end = Math.min(rows.length, this.touched + page * atOnce)
      for (; this.touched < end; this.touched += page) rows[this.touched] = 0
      if (now() >= deadline) break
    }
    return this.touched >= rows.length
  }
}
