// Computes tiles of a map in any order. Any worker can compute any tile.

import { Sweep } from '../engine/map.ts'
import type { MapReply, MapRequest } from './mapProtocol.ts'

let current = 0
let sweep: Sweep | undefined

addEventListener('message', ({ data }: MessageEvent<MapRequest>) => {
  try {
    if (data.type === 'map') {
      current = data.map
      sweep = new Sweep(data.experiment)
      return
    }
    if (data.map !== current || !sweep) return
    const began = performance.now()
    const values = sweep.compute(data.cells)
    const milliseconds = performance.now() - began
    postMessage(
      { type: 'tile', map: data.map, values, milliseconds, grain: sweep.grain } satisfies MapReply,
      {
        transfer: [values.buffer],
      },
    )
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    postMessage({ type: 'failed', map: data.map, message } satisfies MapReply)
  }
})
