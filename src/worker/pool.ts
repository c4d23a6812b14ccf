// The worker pool that computes maps, with one worker fewer than the machine has cores. Work is sent in tiles of a few
// milliseconds, and the newest map wins. A worker that dies is replaced and its tile computed again. A cell's numbers
// depend only on the cell, so they do not depend on the number of workers.

import type { MapExperiment } from '../engine/experiment.ts'
import { mapOrder, type MapOrder } from '../engine/mapOrder.ts'
import type { MapReply, MapRequest } from './mapProtocol.ts'
import { WorkerHost, type HostedWorker } from './workerHost.ts'

export type PoolWorker = HostedWorker<MapRequest, MapReply>

export interface MapListener {
  /** Receives newly computed cells with their numbers. */
  cells(cells: Uint32Array, values: Float64Array, done: number): void
  /** A worker reports that the map cannot be computed. */
  failed(message: string): void
  /** The workers kept dying. */
  lost(): void
}

/** Target time of a tile in milliseconds, its largest size, and its size before this kind of map has been timed. */
const tileTime = 12
const largestTile = 8192
const firstTile = 32
/** An obsolete tile that runs longer than this is abandoned. */
const patience = 100
/** If a tile has killed this many workers, give up the map. */
const mostDeaths = 3
/** A tile that takes longer counts as lost. A cell has at most 10,000,000 steps per seed. */
const silence = 120_000

interface Tile {
  readonly map: number
  readonly cells: Uint32Array
  readonly deaths: number
}

interface Member {
  readonly host: WorkerHost<MapRequest, MapReply>
  /** The last map sent to it, and the worker that received it. */
  map: number
  told: number
  tile: Tile | undefined
  since: number
}

interface Job {
  readonly id: number
  readonly experiment: MapExperiment
  readonly order: MapOrder
  readonly listener: MapListener
  next: number
  done: number
  readonly again: Tile[]
}

const kindOf = ({ base, x, y, seeds }: MapExperiment): string => {
  const { objective, steps, batchSize, runs } = base
  const size = 'm' in objective ? objective.m : 0
  return [objective.kind, size, steps, batchSize, runs[0].optimizer, x.parameter, y.parameter, seeds].join(
    ' ',
  )
}

export class MapPool {
  /** How many workers died and were replaced. */
  deaths = 0
  private readonly members: Member[] = []
  private readonly size: number
  private readonly start: () => PoolWorker
  private job: Job | undefined
  private ids = 0
  private tileSize = firstTile
  /** Identifies what determines the time per cell. */
  private kind = ''

  constructor(start: () => PoolWorker, cores = navigator.hardwareConcurrency || 2) {
    this.start = start
    this.size = Math.max(1, cores - 1)
  }

  /** Computes a map, coarse to fine, replacing the current one. Returns the order of the cells. */
  compute(experiment: MapExperiment, listener: MapListener): MapOrder {
    const order = mapOrder(experiment.x.count, experiment.y.count)
    const kind = kindOf(experiment)
    if (kind !== this.kind) this.tileSize = firstTile
    this.kind = kind
    this.job = { id: ++this.ids, experiment, order, listener, next: 0, done: 0, again: [] }
    while (this.members.length < this.size) this.members.push(this.spawn())
    const now = performance.now()
    for (const member of this.members) {
      if (member.tile && now - member.since > patience) this.renew(member)
      this.assign(member)
    }
    return order
  }

  /** Cancels the current map. */
  cancel(): void {
    this.job = undefined
  }

  close(): void {
    this.job = undefined
    for (const { host } of this.members.splice(0)) host.close()
  }

  private spawn(): Member {
    const host = new WorkerHost<MapRequest, MapReply>(
      this.start,
      {
        received: (reply) => this.receive(member, reply),
        lost: () => this.lose(member),
        restarted: () => this.assign(member),
        failed: () => this.giveUp(),
        isAsked: () => member.tile !== undefined,
      },
      { patience: silence },
    )
    const member: Member = { host, map: 0, told: 0, tile: undefined, since: 0 }
    return member
  }

  /** Abandons an obsolete tile. */
  private renew(member: Member): void {
    member.host.close()
    member.tile = undefined
  }

  private lose(member: Member): void {
    const { tile } = member
    this.deaths++
    member.tile = undefined
    if (!tile || tile.map !== this.job?.id) return
    if (tile.deaths + 1 >= mostDeaths) this.giveUp()
    else this.job.again.push({ ...tile, deaths: tile.deaths + 1 })
  }

  private giveUp(): void {
    const { job } = this
    this.close()
    job?.listener.lost()
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
        const fitting = Math.round((tile.cells.length * tileTime) / Math.max(reply.milliseconds, 0.2))
        const { grain } = reply
        this.tileSize = Math.max(grain, Math.min(largestTile, fitting - (fitting % grain)))
        job.done += tile.cells.length
        job.listener.cells(tile.cells, reply.values, job.done)
      }
    }
    this.assign(member)
  }

  /** Sends the next tile to a free worker. */
  private assign(member: Member): void {
    const { job } = this
    const { host } = member
    if (!job || member.tile) return
    host.start()
    if (!host.isReady) return
    const tile = job.again.pop() ?? { map: job.id, cells: this.cut(job), deaths: 0 }
    if (tile.cells.length === 0) return
    if (member.told !== host.generation || member.map !== job.id) {
      member.told = host.generation
      member.map = job.id
      host.post({ type: 'map', map: job.id, experiment: job.experiment })
    }
    member.tile = tile
    member.since = performance.now()
    host.post({ type: 'tile', map: job.id, cells: tile.cells })
    host.expect()
  }

  /** Returns the next cells of the current level. */
  private cut(job: Job): Uint32Array {
    const { cells, levels } = job.order
    const level = levels.find(({ end }) => end > job.next)
    if (!level) return cells.subarray(0, 0)
    const from = job.next
    job.next = Math.min(level.end, from + this.tileSize)
    return cells.slice(from, job.next)
  }
}
