// Where a line with ascending x has been drawn: the range covered in each vertical strip of pixels.

export class Strips {
  private width = 1
  /** Top and bottom of each strip. A top below its bottom means nothing is drawn. */
  private ends = new Float64Array(0)
  private x = NaN
  private y = NaN

  /** Clears everything. Strips of `width` cover the pixels from 0 to `right`. */
  reset(right: number, width: number): void {
    this.width = width
    const length = 2 * (Math.floor(right / width) + 1)
    if (this.ends.length !== length) this.ends = new Float64Array(length)
    for (let i = 0; i < length; i += 2) {
      this.ends[i] = Infinity
      this.ends[i + 1] = -Infinity
    }
    this.x = this.y = NaN
  }

  /** Adds a straight line from the last place. The first place, or one after a gap (NaN), adds only itself. */
  lineTo(x: number, y: number): void {
    const { width, x: before, y: from } = this
    this.x = x
    this.y = y
    if (!(y === y)) return
    this.mark(this.at(x), y)
    if (!(from === from)) return
    // At the border between two strips it belongs to both.
    for (let strip = Math.max(this.at(before), -1) + 1; strip <= this.at(x); strip++) {
      const crossing = from + ((y - from) * (strip * width - before)) / (x - before)
      this.mark(strip - 1, crossing)
      this.mark(strip, crossing)
    }
  }

  /** Returns the strip at a pixel: −1 or less to the left of all, the last one to the right of all. */
  at(x: number): number {
    return Math.min(Math.floor(x / this.width), this.ends.length / 2 - 1)
  }

  top(strip: number): number {
    return this.ends[2 * strip]
  }

  bottom(strip: number): number {
    return this.ends[2 * strip + 1]
  }

  private mark(strip: number, y: number): void {
    const i = 2 * strip
    if (i < 0) return
    if (y < this.ends[i]) this.ends[i] = y
    if (y > this.ends[i + 1]) this.ends[i + 1] = y
  }
}
