// The shown map and the one being computed. The document determines the map, and moving its cross changes nothing.
// During a drag the map has at most 64 × 64 cells. The last picture stays until the next one's first grid is complete.

import { create } from 'zustand'
import type { MapExperiment } from '../../engine/experiment.ts'
import { hexOf, RowHash } from '../../engine/hash.ts'
import { axisValue, cellColumn, cellExperiment, cellWidth } from '../../engine/map.ts'
import { mapOrder, type MapOrder } from '../../engine/mapOrder.ts'
import { validate } from '../../engine/validate.ts'
import type { Words } from '../../engine/words.ts'
import { MapPool } from '../../worker/pool.ts'
import type { Document } from '../../state/descentDocument.ts'
import { mapOf, pathOf, withoutCross } from './settings.ts'

export interface MapPicture {
  readonly map: MapExperiment
  readonly order: MapOrder
  /** `cellWidth` numbers per cell, x fastest. */
  readonly cells: Float64Array
  /** 1 where a cell has been computed. */
  readonly known: Uint8Array
  done: number
}

interface MapState {
  /** Increases with every visible change. */
  readonly revision: number
  readonly done: number
  readonly total: number
  /** Why the requested map is not shown. */
  readonly fault: Words | null
  /** The cell under the pointer. */
  readonly hover: number | null
}

const coarseCount = 64
/** Milliseconds after which a first coarse net is shown though more is on its way, and after which even a part of it. */
const soon = 40
const slow = 400
/** Milliseconds between two pictures of one map that fills, and at least that many times what drawing takes. */
const pause = 50
const rest = 8
/** A page does not begin more runs than this; the command line does. */
const mostRuns = 20_000_000

export interface MapParts {
  readonly document: {
    getState(): Document & { readonly editing: string | undefined }
    subscribe(listener: () => void): () => void
  }
  readonly spawn: ConstructorParameters<typeof MapPool>[0]
  readonly requestDraw: () => void
  /** How many milliseconds of script the last frame took. */
  readonly lastFrame: () => number
  /** No worker could be kept alive; `retry` tries again. */
  readonly stopped: (retry: () => void) => void
  /** Nobody waits for what failed any more. */
  readonly forgotten: (retry: () => void) => void
}

const held = (count: number, editing: boolean): number => (editing ? Math.min(count, coarseCount) : count)

/** The map as its file would be: validation looks at exactly that. */
const withoutBaseHeader = (map: MapExperiment): unknown => JSON.parse(JSON.stringify(map))

/** The map of one document. */
export function createMap({ document, spawn, requestDraw, lastFrame, stopped, forgotten }: MapParts) {
  const useMap = create<MapState>()(() => ({ revision: 0, done: 0, total: 0, fault: null, hover: null }))

  const { setState, getState } = useMap

  let pool: MapPool | undefined
  let shown: MapPicture | undefined
  let pending: { readonly picture: MapPicture; readonly since: number } | undefined
  let waiting: MapExperiment | undefined
  let key = ''
  let drawn = 0
  let users = 0
  let unsubscribe: (() => void) | undefined

  const mapPicture = (): MapPicture | undefined => shown

  function show(picture: MapPicture): void {
    shown = picture
    setState({
      revision: getState().revision + 1,
      done: picture.done,
      total: picture.map.x.count * picture.map.y.count,
      fault: null,
    })
    requestDraw()
  }

  function begin(map: MapExperiment): void {
    pool ??= new MapPool(spawn)
    const total = map.x.count * map.y.count
    const picture: MapPicture = {
      map,
      order: mapOrder(map.x.count, map.y.count),
      cells: new Float64Array(total * cellWidth).fill(NaN),
      known: new Uint8Array(total),
      done: 0,
    }
    pending = { picture, since: performance.now() }
    if (!shown) setState({ total })
    const mine = pending
    pool.compute(map, {
      cells(cells, values, done) {
        for (let n = 0; n < cells.length; n++) {
          picture.known[cells[n]] = 1
          for (let c = 0; c < cellWidth; c++)
            picture.cells[cells[n] * cellWidth + c] = values[n * cellWidth + c]
        }
        picture.done = done
        const now = performance.now()
        if (shown === picture && done < total && now - drawn < Math.max(pause, rest * lastFrame())) return
        const waited = now - mine.since
        const enough = done >= picture.order.levels[0].end ? waited > soon : waited > slow
        if (shown === picture || done === total || enough) {
          if (pending === mine) pending = undefined
          drawn = now
          show(picture)
          next()
        }
      },
      failed(message) {
        if (pending === mine) pending = undefined
        setState({
          fault: { en: `The map could not be computed: ${message}.`, zh: `无法计算此图：${message}。` },
        })
        next()
      },
      lost() {
        if (pending === mine) pending = undefined
        setState({
          fault: {
            en: 'The map could not be computed: its workers stopped.',
            zh: '无法计算此图：后台计算已停止。',
          },
        })
        stopped(again)
      },
    })
  }

  /** Recomputes the lost map. */
  function again(): void {
    pool?.close()
    key = ''
    follow()
  }

  function next(): void {
    const map = waiting
    waiting = undefined
    if (map) begin(map)
  }

  /** Computes the document's map if it is another than the last. */
  function follow(): void {
    const { experiment, view, editing } = document.getState()
    if (!experiment.runs) return
    const whole = mapOf({ experiment, view })
    const checked = validate(withoutBaseHeader(whole))
    if (!checked.ok) {
      const [{ path, words }] = checked.faults
      setState({ fault: { en: `${path}: ${words.en}`, zh: `${path}：${words.zh}` } })
      return
    }
    const runs = whole.x.count * whole.y.count * whole.seeds
    if (runs > mostRuns) {
      setState({
        fault: {
          en: `seeds: ${runs} runs are too many for the page, which computes at most ${mostRuns}; the command line has no such limit`,
          zh: `seeds：页面至多计算 ${mostRuns} 次运行，而此图要 ${runs} 次；命令行没有此限制`,
        },
      })
      return
    }
    const dragging = editing !== undefined && !editing.startsWith('cross')
    const map = withoutCross({
      ...whole,
      x: { ...whole.x, count: held(whole.x.count, dragging) },
      y: { ...whole.y, count: held(whole.y.count, dragging) },
    })
    const asked = JSON.stringify(map)
    if (asked === key) {
      if (getState().fault) setState({ fault: null })
      return
    }
    key = asked
    // During a drag, finish the current picture first. Otherwise fast drags would show none.
    if (pending && dragging) waiting = map
    else {
      waiting = undefined
      begin(map)
    }
  }

  /** Keeps the map following the document while somebody shows it; gives the way to stop. */
  function keepMap(): () => void {
    if (users++ === 0) {
      unsubscribe = document.subscribe(follow)
      follow()
    }
    return () => {
      if (--users > 0) return
      unsubscribe?.()
      pool?.close()
      pool = undefined
      forgotten(again)
      pending = undefined
      waiting = undefined
      key = ''
      shown = undefined
      setState({ revision: getState().revision + 1, done: 0, total: 0, hover: null, fault: null })
    }
  }

  /** Shows cells that were computed elsewhere. The document must already describe their map. */
  function showCells(cells: Float64Array): void {
    const { experiment, view } = document.getState()
    const map = withoutCross(mapOf({ experiment, view }))
    key = JSON.stringify(map)
    pool?.cancel()
    pending = undefined
    waiting = undefined
    const total = map.x.count * map.y.count
    show({
      map,
      order: mapOrder(map.x.count, map.y.count),
      cells,
      known: new Uint8Array(total).fill(1),
      done: total,
    })
  }

  const hoverCell = (cell: number | null): void => {
    if (getState().hover !== cell) setState({ hover: cell })
  }

  /** Resolves when every cell of the document's map is there. */
  function mapDrawn(): Promise<void> {
    const ready = (): boolean => {
      const { done, total, fault } = getState()
      return fault !== null || (!pending && total > 0 && done === total)
    }
    return new Promise((resolve) => {
      if (ready()) return resolve()
      const stop = useMap.subscribe(() => {
        if (!ready()) return
        stop()
        resolve()
      })
    })
  }

  /** A hash of all cells of the map on show, without why a run ended early. */
  async function mapFingerprint(): Promise<string> {
    await mapDrawn()
    const hash = new RowHash()
    shown?.cells.forEach((value, i) => {
      if (i % cellWidth !== cellColumn.noValue) hash.add(value)
    })
    return hexOf([hash.state()])
  }

  return { useMap, mapPicture, keepMap, showCells, hoverCell, mapDrawn, mapFingerprint }
}

/** The best cell: fewest steps, then least cost; among those in which no seed diverged. −1 where there is none. */
export function bestCell({ map, cells, known }: MapPicture): number {
  let best = -1
  const rank = (cell: number): readonly [number, number] => {
    const at = cell * cellWidth
    const steps = map.measure === 'steps' ? cells[at + cellColumn.steps] : 0
    return [steps, cells[at + cellColumn.cost]]
  }
  let [least, cheapest] = [Infinity, Infinity]
  for (let cell = 0; cell < known.length; cell++) {
    if (known[cell] === 0 || cells[cell * cellWidth + cellColumn.diverged] > 0) continue
    const [steps, cost] = rank(cell)
    if (!(steps < least || (steps === least && cost < cheapest))) continue
    ;[best, least, cheapest] = [cell, steps, cost]
  }
  return best
}

export const cellValues = ({ map }: MapPicture, cell: number): readonly [x: number, y: number] => [
  axisValue(map.x, cell % map.x.count),
  axisValue(map.y, Math.floor(cell / map.x.count)),
]

/** Returns θ of a cell's run, step by step, as pairs. Empty unless θ has two components. */
export function trajectory({ map }: MapPicture, cell: number): Float64Array {
  if (map.base.objective.kind === 'network') return new Float64Array(0)
  return pathOf(cellExperiment(map, cell % map.x.count, Math.floor(cell / map.x.count)))
}
