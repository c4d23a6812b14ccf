// A list of row numbers that grows while a run streams. It is stored in blocks that never move: copying a long array to
// a longer one takes part of a frame, for every run at once.

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

  /** Empties it and keeps its blocks. */
  clear(): void {
    this.length = 0
  }
}
