// Pinned paths on the stage: pale, and thick enough for a class, beneath later ones.

import { useMemo } from 'react'
import { usePins, type Pin } from '../map/pins.ts'
import type { Layer } from '../../plot/index.ts'

export interface Ghosts {
  readonly list: readonly Pin[]
  readonly swapped: boolean
}

export function useGhosts(swapped: boolean): Ghosts {
  const list = usePins((state) => state.pins)
  return useMemo(() => ({ list, swapped }), [list, swapped])
}

export function ghostLayer({ list, swapped }: Ghosts): Layer {
  return {
    key: 'ghosts',
    length: () => list.length,
    revision: () => 0,
    draw(pen, scales) {
      pen.save()
      pen.lineJoin = 'round'
      pen.globalAlpha = 0.75
      pen.strokeStyle = scales.palette.dark ? '#9aa4ae' : '#7d8288'
      pen.lineWidth = Math.max(5, 1.6 * scales.size)
      for (const { path } of list.flatMap(({ runs }) => runs)) {
        pen.beginPath()
        for (let i = 0; i < path.length; i += 2) {
          const [x, y] = [scales.x(path[swapped ? i + 1 : i]), scales.y(path[swapped ? i : i + 1])]
          if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) break
          if (i === 0) pen.moveTo(x, y)
          else pen.lineTo(x, y)
        }
        pen.stroke()
      }
      pen.restore()
    },
  }
}
