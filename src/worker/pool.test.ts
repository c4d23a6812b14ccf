// Tests the pool with workers that reply on the test's command: results do not depend on their number, the newest map
// wins, and the tile of a dead worker is computed again.

import { describe, expect, it } from 'vitest'
import type { MapExperiment } from '../engine/experiment.ts'
import { cellWidth, Sweep } from '../engine/map.ts'
import { mapOrder } from '../engine/mapOrder.ts'
import { validate } from '../engine/validate.ts'
import type { MapReply, MapRequest } from './mapProtocol.ts'
import { MapPool, type PoolWorker } from './pool.ts'

function mapOf(kappa: number, count = 24): MapExperiment {
  const axis = { count, scale: 'log' }
  const result = validate({
    version: 1,
    lab: 'map',
    base: {
      objective: { kind: 'bowl', m: 32, curvature: [1, kappa] },
      batchSize: 8,
      steps: 40,
      runs: [{ optimizer: 'momentum', alpha: 0.1 }],
    },
    x: { parameter: 'alpha', from: 0.001, to: 1, ...axis },
    y: { parameter: 'beta', from: 0.1, to: 0.99, ...axis },
    measure: 'cost',
  })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.experiment as MapExperiment
}

/** Replies in the next turn of the event loop, like a real worker. */
class TestWorker implements PoolWorker {
  static alive = new Set<TestWorker>()
  tiles = 0
  private readonly listeners = new Map<string, (event: MessageEvent<MapReply>) => void>()
  private sweep: Sweep | undefined
  private map = 0
  private readonly mortalAt: number
  constructor(mortalAt = Infinity) {
    this.mortalAt = mortalAt
    TestWorker.alive.add(this)
  }
  addEventListener(type: string, listener: (event: MessageEvent<MapReply>) => void): void {
    this.listeners.set(type, listener)
  }
  terminate(): void {
    TestWorker.alive.delete(this)
  }
  postMessage(message: MapRequest): void {
    setTimeout(() => {
      if (!TestWorker.alive.has(this)) return
      if (message.type === 'map') {
        this.sweep = new Sweep(message.experiment)
        this.map = message.map
        return
      }
      if (message.map !== this.map) return
      if (++this.tiles === this.mortalAt) {
        TestWorker.alive.delete(this)
        this.listeners.get('error')?.(undefined as never)
        return
      }
      const values = this.sweep!.compute(message.cells)
      const data: MapReply = { type: 'tile', map: message.map, values, milliseconds: 1, grain: 1 }
      this.listeners.get('message')?.({ data } as MessageEvent<MapReply>)
    })
  }
}

/** Returns the whole map, cell by cell in its own order. */
function collect(pool: MapPool, map: MapExperiment): Promise<Float64Array> {
  const count = map.x.count * map.y.count
  const whole = new Float64Array(count * cellWidth).fill(-1)
  return new Promise((resolve, reject) =>
    pool.compute(map, {
      cells(cells, values, done) {
        cells.forEach((cell, n) =>
          whole.set(values.subarray(n * cellWidth, (n + 1) * cellWidth), cell * cellWidth),
        )
        if (done === count) resolve(whole)
      },
      failed: (message) => reject(new Error(message)),
      lost: () => reject(new Error('the workers stopped')),
    }),
  )
}

const expected = (map: MapExperiment): Float64Array =>
  new Sweep(map).compute(Array.from({ length: map.x.count * map.y.count }, (_, n) => n))

describe('the pool', () => {
  it.each([1, 2, 3, 8])('gives the same bits on %i cores', async (cores) => {
    const pool = new MapPool(() => new TestWorker(), cores)
    expect(await collect(pool, mapOf(20))).toEqual(expected(mapOf(20)))
    pool.close()
  })
  it('lets the newest map win', async () => {
    const pool = new MapPool(() => new TestWorker(), 3)
    let stale = 0
    pool.compute(mapOf(2), { cells: () => stale++, failed: () => {}, lost: () => {} })
    expect(await collect(pool, mapOf(50))).toEqual(expected(mapOf(50)))
    expect(stale).toBe(0)
    pool.close()
  })
  it('replaces a dead worker and does its tile again', async () => {
    let started = 0
    const pool = new MapPool(() => new TestWorker(started++ === 0 ? 2 : Infinity), 3)
    expect(await collect(pool, mapOf(20))).toEqual(expected(mapOf(20)))
    expect(pool.deaths).toBe(1)
    pool.close()
  })
  it('gives up a map that kills every worker', async () => {
    const pool = new MapPool(() => new TestWorker(1), 2)
    await expect(collect(pool, mapOf(20))).rejects.toThrow('the workers stopped')
    pool.close()
  })
  it('ends its workers', () => {
    TestWorker.alive.clear()
    const pool = new MapPool(() => new TestWorker(), 4)
    pool.compute(mapOf(3), { cells: () => {}, failed: () => {}, lost: () => {} })
    expect(TestWorker.alive.size).toBe(3)
    pool.close()
    expect(TestWorker.alive.size).toBe(0)
  })
})

describe('the order of a map', () => {
  it.each([
    [1, 1],
    [5, 64],
    [256, 256],
    [33, 7],
  ])('has each of %i × %i cells once, the coarse grid first', (nx, ny) => {
    const { cells, levels } = mapOrder(nx, ny)
    expect(new Set(cells).size).toBe(nx * ny)
    expect(levels.at(-1)).toEqual({ end: nx * ny, stride: 1 })
    const [{ end, stride }] = levels
    for (const cell of cells.subarray(0, end))
      expect([(cell % nx) % stride, Math.floor(cell / nx) % stride]).toEqual([0, 0])
  })
})
