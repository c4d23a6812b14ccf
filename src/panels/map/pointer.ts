// What the map shows at the pointer: J, the arrow −∇J, and the path that the selected run would take from there, within
// a frame. The code that computes and draws it loads at the first move.

import type { Overlay, ReadoutLine } from '../../plot/index.ts'
import type { costPointedAt, drawPointed } from './drawPointed.ts'

export class Pointer {
  private parts: { costPointedAt: typeof costPointedAt; drawPointed: typeof drawPointed } | undefined
  private loading = false
  at: readonly [w: number, b: number] | undefined

  /** `loaded` is called when it can tell what is at the pointer, which may rest by then. */
  constructor(private readonly loaded: () => void) {}

  move(at: readonly [w: number, b: number] | undefined): void {
    this.at = at
    if (!at || this.loading) return
    this.loading = true
    void import('./drawPointed.ts').then((parts) => {
      this.parts = parts
      this.loaded()
    })
  }

  draw(
    over: Overlay,
    place: (w: number, b: number) => readonly [number, number],
    run: number,
    color: string,
  ): void {
    if (this.at) this.parts?.drawPointed(over, this.at, place, run, color)
  }

  cost(run: number): readonly ReadoutLine[] {
    return (this.at && this.parts?.costPointedAt(this.at, run)) ?? []
  }
}
