// The worker that computes runs. It alone has a clock: a slice ends after about a millisecond, so that a moved slider
// waits for no more than that. Data sets and steps that take longer are cut, and what is done of them is told.

import { examplesOf } from '../engine/objectives/examples.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { createNetwork, prepare, type NetworkObjective } from '../engine/objectives/network.ts'
import type { Objective } from '../engine/objectives/objective.ts'
import type { Generation } from '../engine/datasets/index.ts'
import type { ObjectiveSpec } from '../engine/experiment.ts'
import { Channel } from './channel.ts'
import { seen } from './look.ts'
import type { Look, OpenRequest, Reply, Request } from './protocol.ts'

const slice = 1
/** Where one pass takes a second, so many trips to the page and back would cost more than the work between them. */
const longSlice = 8
const manyExamples = 200_000
/** Examples that are made between two looks at the clock. */
const madeAtOnce = 2048

interface Source {
  readonly spec: ObjectiveSpec
  readonly seed: number
  generation?: Generation
  objective?: Objective
}

const sources = new Map<number, Source>()
const opened = new Map<number, OpenRequest>()
const channels = new Map<number, Channel>()
const now = (): number => performance.now()

/** The objective, made as far as time allows; undefined while its data are on their way. */
function objectiveOf(source: Source, deadline: number): Objective | undefined {
  const { spec, seed } = source
  if (!source.objective && spec.kind === 'network') {
    source.generation ??= prepare(spec, seed)
    const { generation } = source
    while (generation.advance(madeAtOnce) < 1) if (now() > deadline) return undefined
    source.objective = createNetwork(spec, seed, { generation })
    source.generation = undefined
  }
  return (source.objective ??= createObjective(spec, seed))
}

function advance(run: number, buffer: ArrayBuffer): void {
  let reply: Reply
  try {
    const request = opened.get(run)
    const source = request && sources.get(request.objective)
    if (!request || !source) throw new Error(`run ${run} is not open`)
    const deadline = now() + (examplesOf(source.spec) > manyExamples ? longSlice : slice)
    const objective = objectiveOf(source, deadline)
    if (objective) reply = chunk(run, request, objective, buffer, deadline)
    else {
      const { done, data } = source.generation!
      reply = { type: 'waiting', run, buffer, of: 'data', progress: done / data.examples }
    }
  } catch (error) {
    reply = { type: 'failed', run, buffer, message: error instanceof Error ? error.message : String(error) }
  }
  postMessage(reply, { transfer: [buffer] })
}

function chunk(
  run: number,
  request: OpenRequest,
  objective: Objective,
  buffer: ArrayBuffer,
  deadline: number,
): Reply {
  let channel = channels.get(run)
  if (!channel) channels.set(run, (channel = new Channel(request, objective)))
  const rows = channel.advance(new Float64Array(buffer), now, deadline)
  const progress = channel.run.progress ?? 1
  if (channel.run.step < 0 && !channel.done) return { type: 'waiting', run, buffer, of: 'step', progress }
  return {
    type: 'chunk',
    run,
    buffer,
    rows,
    width: channel.width,
    step: channel.run.step,
    stepsPerEpoch: channel.run.stepsPerEpoch,
    slots: channel.run.optimizer.slots,
    done: channel.done,
    divergedAt: channel.run.divergedAt,
    progress,
    seconds: channel.seconds,
    state: channel.snapshot(),
  }
}

function look(id: number, objective: number, wish: Look): void {
  const source = sources.get(objective)
  const made = source?.objective as NetworkObjective | undefined
  const there = made && source?.spec.kind === 'network'
  const reply: Reply = there ? seen(id, made, wish) : { type: 'seen', look: id, there: false }
  postMessage(reply)
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.type === 'advance') advance(data.run, data.buffer)
  else if (data.type === 'open') opened.set(data.run, data)
  else if (data.type === 'objective') sources.set(data.objective, { spec: data.spec, seed: data.seed })
  else if (data.type === 'forget') sources.delete(data.objective)
  else if (data.type === 'look') look(data.look, data.objective, data.wish)
  else {
    opened.delete(data.run)
    channels.delete(data.run)
  }
})
