// What the map shows at the pointer: J, the arrow −∇J, and the path that the selected run would take from there, within
// a frame. The code that computes and draws it loads at the first move.

import type { DescentExperiment } from '../../engine/experiment.ts'
import type { Overlay } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { formatNumber } from '../../ui/number.ts'
import type { drawPointed, Pointed } from './drawPointed.ts'
import type { ghostPath, slopeAt } from './ghostRun.ts'

interface Parts {
  readonly ghostPath: typeof ghostPath
  readonly slopeAt: typeof slopeAt
  readonly drawPointed: typeof drawPointed
}

export class Pointer {
  private parts: Parts | undefined
  private loading = false
  private known: { key: string; experiment: DescentExperiment; pointed: Pointed } | undefined
  at: readonly [w: number, b: number] | undefined

  move(at: readonly [w: number, b: number] | undefined): void {
    this.at = at
    if (!at || this.parts || this.loading) return
    this.loading = true
    void Promise.all([import('./ghostRun.ts'), import('./drawPointed.ts')]).then(([runs, drawing]) => {
      this.parts = { ...runs, ...drawing }
      requestDraw()
    })
  }

  /** Computed once per place. */
  pointed(experiment: DescentExperiment, run: number): Pointed | undefined {
    if (!this.at || !this.parts) return undefined
    const [w, b] = this.at
    const key = `${w} ${b} ${run}`
    if (this.known?.key !== key || this.known.experiment !== experiment) {
      const { slopeAt, ghostPath } = this.parts
      const pointed = {
        slope: slopeAt(experiment, w, b),
        ghost: ghostPath({ ...experiment, start: [w, b] }, run),
      }
      this.known = { key, experiment, pointed }
    }
    return this.known.pointed
  }

  draw(
    over: Overlay,
    place: (w: number, b: number) => readonly [number, number],
    pointed: Pointed | undefined,
    color: string,
  ): void {
    if (this.at && pointed) this.parts?.drawPointed(over, this.at, place, pointed, color)
  }
}

export function costPointedAt(
  pointer: Pointer,
  telling: boolean,
  run: number,
): { label: string; value: string }[] {
  const slope = telling && pointer.pointed(useExperiment.getState().experiment, run)?.slope
  return slope ? [{ label: 'J', value: formatNumber(slope.cost, 3) }] : []
}
