// A list of row numbers that grows while a run streams. It lies in blocks that stay where they are: to copy one long array
// into a longer one takes part of a frame, each time for every run at once.

const BLOCK = 1024

export class RowList {
  length = 0
  private readonly blocks: Int32Array[] = []

  push(row: number): void {
    const block = Math.floor(this.length / BLOCK)
    this.blocks[block] ??= new Int32Array(BLOCK)
    this.blocks[block][this.length % BLOCK] = row
    this.length++
  }

  at(i: number): number {
    return this.blocks[Math.floor(i / BLOCK)][i % BLOCK]
  }

  /** Empties it; its blocks are kept. */
  clear(): void {
    this.length = 0
  }
}
