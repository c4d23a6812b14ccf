// The pool that computes maps: as many workers as the machine has cores, less one. Work goes out in tiles of a few
// milliseconds; the newest map wins; a worker that dies is replaced and its tile is done again. A cell's numbers depend on
// the cell alone, so they are the same however many workers there are.

import type { MapExperiment } from '../engine/experiment.ts'
import { mapOrder, type MapOrder } from '../engine/mapOrder.ts'
import type { MapReply, MapRequest } from './mapProtocol.ts'

/** The part of a Worker that is used. */
export interface PoolWorker {
  postMessage(message: MapRequest): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<MapReply>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void
}

export interface MapListener {
  /** Cells that were just computed, and their numbers. */
  cells(cells: Uint32Array, values: Float64Array, done: number): void
  failed(message: string): void
}

/** What a tile should take, in milliseconds, and how large it may be; of a map of another kind nothing is known yet. */
const tileTime = 12
const largestTile = 8192
const firstTile = 32
/** A stale tile that runs longer than this is not waited for. */
const patience = 100
/** A tile that killed so many workers is given up, with the map. */
const mostDeaths = 3

interface Member {
  worker: PoolWorker
  /** The map that it was told last. */
  told: number
  tile: { readonly map: number; readonly cells: Uint32Array; readonly since: number } | undefined
}

interface Job {
  readonly id: number
  readonly experiment: MapExperiment
  readonly order: MapOrder
  readonly listener: MapListener
  next: number
  done: number
  deaths: number
  readonly again: Uint32Array[]
}

const kindOf = ({ base, x, y, seeds }: MapExperiment): string => {
  const { objective, steps, batchSize, runs } = base
  const size = 'm' in objective ? objective.m : 0
  return [objective.kind, size, steps, batchSize, runs[0].optimizer, x.parameter, y.parameter, seeds].join(
    ' ',
  )
}

export class MapPool {
  /** Workers that were replaced because they died. */
  deaths = 0
  private readonly members: Member[] = []
  private readonly size: number
  private readonly start: () => PoolWorker
  private job: Job | undefined
  private ids = 0
  private tileSize = firstTile
  /** What decides how long a cell takes. */
  private kind = ''

  constructor(start: () => PoolWorker, cores = navigator.hardwareConcurrency || 2) {
    this.start = start
    this.size = Math.max(1, cores - 1)
  }

  /** Computes a map, coarse to fine, in place of whatever it was computing. Gives the order of the cells. */
  compute(experiment: MapExperiment, listener: MapListener): MapOrder {
    const order = mapOrder(experiment.x.count, experiment.y.count)
    const kind = kindOf(experiment)
    if (kind !== this.kind) this.tileSize = firstTile
    this.kind = kind
    this.job = { id: ++this.ids, experiment, order, listener, next: 0, done: 0, deaths: 0, again: [] }
    while (this.members.length < this.size) this.members.push(this.hire())
    const now = performance.now()
    for (const member of this.members) {
      if (member.tile && now - member.tile.since > patience) this.replace(member)
      this.employ(member)
    }
    return order
  }

  /** Drops the map under way. */
  cancel(): void {
    this.job = undefined
  }

  close(): void {
    this.job = undefined
    for (const { worker } of this.members.splice(0)) worker.terminate()
  }

  private hire(): Member {
    const member: Member = { worker: this.start(), told: 0, tile: undefined }
    this.listen(member)
    return member
  }

  private listen(member: Member): void {
    const { worker } = member
    worker.addEventListener('message', ({ data }) => {
      if (member.worker === worker) this.receive(member, data)
    })
    const died = (): void => {
      if (member.worker === worker) this.bury(member)
    }
    worker.addEventListener('error', died)
    worker.addEventListener('messageerror', died)
  }

  private replace(member: Member): void {
    member.worker.terminate()
    member.worker = this.start()
    member.told = 0
    member.tile = undefined
    this.listen(member)
  }

  private bury(member: Member): void {
    const { tile } = member
    const { job } = this
    this.deaths++
    this.replace(member)
    if (tile && job && tile.map === job.id) {
      if (++job.deaths >= mostDeaths) {
        this.job = undefined
        job.listener.failed('the workers stopped')
        return
      }
      job.again.push(tile.cells)
    }
    this.employ(member)
  }

  private receive(member: Member, reply: MapReply): void {
    const { tile } = member
    const { job } = this
    member.tile = undefined
    if (job && reply.map === job.id) {
      if (reply.type === 'failed') {
        this.job = undefined
        job.listener.failed(reply.message)
        return
      }
      if (tile) {
        const wish = Math.round((tile.cells.length * tileTime) / Math.max(reply.milliseconds, 0.2))
        const { grain } = reply
        this.tileSize = Math.max(grain, Math.min(largestTile, wish - (wish % grain)))
        job.done += tile.cells.length
        job.listener.cells(tile.cells, reply.values, job.done)
      }
    }
    this.employ(member)
  }

  /** Gives a free worker the next tile. */
  private employ(member: Member): void {
    const { job } = this
    if (!job || member.tile) return
    const cells = job.again.pop() ?? this.cut(job)
    if (cells.length === 0) return
    if (member.told !== job.id) {
      member.told = job.id
      member.worker.postMessage({ type: 'map', map: job.id, experiment: job.experiment })
    }
    member.tile = { map: job.id, cells, since: performance.now() }
    member.worker.postMessage({ type: 'tile', map: job.id, cells })
  }

  /** The next cells of the level that is under way. */
  private cut(job: Job): Uint32Array {
    const { cells, levels } = job.order
    const level = levels.find(({ end }) => end > job.next)
    if (!level) return cells.subarray(0, 0)
    const from = job.next
    job.next = Math.min(level.end, from + this.tileSize)
    return cells.slice(from, job.next)
  }
}
