// Ghosts: the paths as they stood when G was pressed, pale under what comes next. Three at most; G with nothing new to
// pin takes them away.

import { useMemo } from 'react'
import { create } from 'zustand'
import { column } from '../../engine/row.ts'
import type { Layer } from '../../plot/index.ts'
import { requestDraw } from '../../state/frame.ts'
import { stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'

/** θ₀, θ₁ of a run's steps in turn. */
type Ghost = readonly Float64Array[]

const most = 3
/** Of a path: more are not told apart. */
const longest = 2000

export const useGhostList = create<{ readonly ghosts: readonly Ghost[] }>()(() => ({ ghosts: [] }))

function present(): Ghost {
  return race.traces.flatMap((trace, run) => {
    if (!trace || trace.dimension !== 2 || trace.columnOf('w') < 0) return []
    const count = Math.min(longest, trace.rowAt(stepOf(run)) + 1)
    const path = new Float64Array(2 * count)
    for (let i = 0; i < count; i++) {
      const at = i * trace.width + column.theta
      path[2 * i] = trace.rows[at]
      path[2 * i + 1] = trace.rows[at + 1]
    }
    return [path]
  })
}

const same = (a: Ghost, b: Ghost): boolean =>
  a.length === b.length &&
  a.every((path, i) => path.length === b[i].length && path.every((value, k) => Object.is(value, b[i][k])))

/** Pins the paths as they stand, or clears all ghosts where these are pinned already. */
export function pinGhost(): void {
  const { ghosts } = useGhostList.getState()
  const now = present()
  const known = now.length === 0 || ghosts.some((ghost) => same(ghost, now))
  useGhostList.setState({ ghosts: known ? [] : [...ghosts, now].slice(-most) })
  requestDraw()
}

export const clearGhosts = (): void => useGhostList.setState({ ghosts: [] })

export interface Ghosts {
  readonly list: readonly Ghost[]
  readonly swapped: boolean
}

export function useGhosts(swapped: boolean): Ghosts {
  const list = useGhostList((state) => state.ghosts)
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
      for (const path of list.flat()) {
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
