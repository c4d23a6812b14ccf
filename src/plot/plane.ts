// One canvas of a plot with its layers. It draws what is new, or everything if existing drawing is no longer valid.

import type { AxisMarks } from './frame.ts'
import type { Layer, Scales } from './layer.ts'
import { drawGrid, isGround } from './picture.ts'

export class Plane {
  readonly context: CanvasRenderingContext2D
  /** Everything must be redrawn. */
  stale = true
  private layers: readonly Layer[] = []
  private drawn: number[] = []
  private revisions: number[] = []

  constructor(
    canvas: HTMLCanvasElement,
    private readonly isGround: boolean,
  ) {
    this.context = canvas.getContext('2d')!
  }

  /** Picks its own layers from all. Returns true if they changed. */
  receive(all: readonly Layer[]): boolean {
    const layers = all.filter((layer) => isGround(layer) === this.isGround)
    if (layers.length === this.layers.length && layers.every((layer, i) => layer === this.layers[i]))
      return false
    this.layers = layers
    this.stale = true
    return true
  }

  /** Returns true if anything was drawn. A map has its border above the ground, a series its grid beneath. */
  draw(
    scales: Scales,
    clear: (context: CanvasRenderingContext2D) => void,
    grid: AxisMarks,
    isMap: boolean,
    flush = false,
  ): boolean {
    const { context, layers } = this
    const lengths = layers.map((layer) => layer.length())
    const revisions = layers.map((layer) => layer.revision())
    let fresh = this.stale
    for (let i = 0; i < layers.length && !fresh; i++)
      fresh = revisions[i] !== this.revisions[i] || lengths[i] < this.drawn[i]
    if (fresh) clear(context)
    if (fresh && this.isGround && !isMap) drawGrid(context, scales, grid, false)
    let changed = fresh
    layers.forEach((layer, i) => {
      const from = fresh ? 0 : this.drawn[i]
      if (lengths[i] === from && !fresh) return
      layer.draw(context, scales, from, lengths[i])
      changed = true
    })
    if (fresh && this.isGround && isMap && !flush) drawGrid(context, scales, grid, true)
    this.drawn = lengths
    this.revisions = revisions
    this.stale = false
    return changed
  }
}
