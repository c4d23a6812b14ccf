// The worker that computes runs. It alone has a clock: a slice ends after about a millisecond, so that a moved slider
// waits for no more than that.

import { createObjective } from '../engine/objectives/create.ts'
import type { Objective } from '../engine/objectives/objective.ts'
import type { ObjectiveSpec } from '../engine/experiment.ts'
import { Channel } from './channel.ts'
import type { OpenRequest, Reply, Request } from './protocol.ts'

const slice = 1

interface Source {
  readonly spec: ObjectiveSpec
  readonly seed: number
  objective?: Objective
}

const sources = new Map<number, Source>()
const opened = new Map<number, OpenRequest>()
const channels = new Map<number, Channel>()
const now = (): number => performance.now()

function channelOf(run: number): Channel {
  let channel = channels.get(run)
  if (!channel) {
    const request = opened.get(run)
    const source = request && sources.get(request.objective)
    if (!request || !source) throw new Error(`run ${run} is not open`)
    source.objective ??= createObjective(source.spec, source.seed)
    channel = new Channel(request, source.objective)
    channels.set(run, channel)
  }
  return channel
}

function advance(run: number, buffer: ArrayBuffer): void {
  let reply: Reply
  try {
    const deadline = now() + slice
    const channel = channelOf(run)
    const rows = channel.advance(new Float64Array(buffer), now, deadline)
    reply = {
      type: 'chunk',
      run,
      buffer,
      rows,
      width: channel.width,
      step: channel.run.step,
      stepsPerEpoch: channel.run.stepsPerEpoch,
      done: channel.done,
      divergedAt: channel.run.divergedAt,
      progress: 1,
      state: channel.snapshot(),
    }
  } catch (error) {
    reply = { type: 'failed', run, buffer, message: error instanceof Error ? error.message : String(error) }
  }
  postMessage(reply, { transfer: [buffer] })
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.type === 'advance') advance(data.run, data.buffer)
  else if (data.type === 'open') opened.set(data.run, data)
  else if (data.type === 'objective') sources.set(data.objective, { spec: data.spec, seed: data.seed })
  else if (data.type === 'forget') sources.delete(data.objective)
  else {
    opened.delete(data.run)
    channels.delete(data.run)
  }
})
