// The worker that computes runs. It has a clock: a slice ends within about a millisecond and then messages are read, so
// a moved slider waits no longer than that. It computes requests one after the other for a few milliseconds each, and
// replies about twice per frame. A message costs the page more than the rows in it, and requests that end together
// would leave the worker idle until the page has replied. Data sets and steps that take longer are sliced, and their
// progress is reported.

import { examplesOf } from '../engine/objectives/examples.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { createNetwork, prepare, type NetworkObjective } from '../engine/objectives/network.ts'
import type { Objective } from '../engine/objectives/objective.ts'
import type { Generation } from '../engine/datasets/index.ts'
import type { ObjectiveSpec } from '../engine/experiment.ts'
import { Channel } from './channel.ts'
import { queryNetwork } from './query.ts'
import { received } from './arrivedRows.ts'
import { Room } from './room.ts'
import type { NetworkQuery, OpenRequest, Reply, Request } from './protocol.ts'

const slice = 0.5
/** Milliseconds of a run's first slice. */
const glance = 0.1
/** Reply after this many milliseconds with the rows computed so far. */
const patience = 16
/** For passes that take about a second. With shorter slices the round trips would cost more than the work. */
const longSlice = 8
const manyExamples = 200_000
/** Examples generated between two clock readings. */
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

/** Returns the objective, built as far as time allows, or undefined while its data are being generated. */
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

/** An `advance` request without a reply yet. */
interface Job {
  readonly run: number
  readonly buffer: ArrayBuffer
  readonly rows: Float64Array
  written: number
  /** When a reply is due at the latest. 0 until the first slice. */
  due: number
}

let jobs: Job[] = []
let rooms: Room[] = []
/** Schedules a task behind the messages that have already arrived. */
const { port1: bell, port2: ringer } = new MessageChannel()
let ringing = false

bell.onmessage = (): void => {
  ringing = false
  const job = jobs.shift()
  if (job) work(job)
  if (rooms.length > 0) prefault()
}

function ring(): void {
  if (ringing || (jobs.length === 0 && rooms.length === 0)) return
  ringing = true
  ringer.postMessage(null)
}

/** Continues with the oldest requested memory, and sends it when it is ready. */
function prefault(): void {
  const [room] = rooms
  if (room.prefault(now, now() + slice / 2)) {
    rooms.shift()
    const { run, rows } = room
    const reply: Reply = { type: 'room', run, rows }
    postMessage(reply, { transfer: [rows.buffer] })
  }
  ring()
}

function work(job: Job): void {
  const { run, buffer } = job
  let reply: Reply | undefined
  try {
    reply = computed(job)
  } catch (error) {
    reply = { type: 'failed', run, buffer, message: error instanceof Error ? error.message : String(error) }
  }
  if (reply) postMessage(reply, { transfer: [buffer] })
  else jobs.unshift(job)
  ring()
}

/** Computes a slice of a job. Returns a reply when one is due. */
function computed(job: Job): Reply | undefined {
  const { run, buffer, rows } = job
  const request = opened.get(run)
  const source = request && sources.get(request.objective)
  if (!request || !source) throw new Error(`run ${run} is not open`)
  job.due ||= now() + patience
  const deadline = now() + (examplesOf(source.spec) > manyExamples ? longSlice : slice)
  const objective = objectiveOf(source, deadline)
  if (!objective) {
    const { done, data } = source.generation!
    const progress = done / data.examples
    return now() < job.due ? undefined : { type: 'waiting', run, buffer, of: 'data', progress }
  }
  let channel = channels.get(run)
  if (!channel) channels.set(run, (channel = new Channel(request, objective)))
  const { isNew } = channel
  job.written = channel.advance(rows, job.written, now, isNew ? Math.min(deadline, now() + glance) : deadline)
  // A run's first rows are sent at once.
  channel.isNew &&= job.written === 0
  const goesOn = isNew === channel.isNew && !channel.done && !channel.isFull(rows, job.written)
  return goesOn && now() < job.due ? undefined : chunk(job, channel)
}

function chunk({ run, buffer, written }: Job, channel: Channel): Reply {
  const progress = channel.run.progress ?? 1
  if (channel.run.step < 0 && !channel.done) return { type: 'waiting', run, buffer, of: 'step', progress }
  return {
    type: 'chunk',
    run,
    buffer,
    rows: written,
    width: channel.width,
    step: channel.run.step,
    stepsPerEpoch: channel.run.stepsPerEpoch,
    slots: channel.run.optimizer.slots,
    done: channel.done,
    divergedAt: channel.run.divergedAt,
    noValue: channel.run.noValue,
    progress,
    seconds: channel.seconds,
    state: channel.news(now()),
  }
}

function close(run: number): void {
  opened.delete(run)
  channels.delete(run)
  rooms = rooms.filter((room) => room.run !== run)
  const unanswered = jobs.filter((job) => job.run === run)
  jobs = jobs.filter((job) => job.run !== run)
  for (const { buffer } of unanswered) {
    const reply: Reply = { type: 'closed', run, buffer }
    postMessage(reply, { transfer: [buffer] })
  }
}

function query(id: number, objective: number, request: NetworkQuery): void {
  const source = sources.get(objective)
  const made = source?.objective as NetworkObjective | undefined
  const there = made && source?.spec.kind === 'network'
  const reply: Reply = there
    ? queryNetwork(id, made, request)
    : { type: 'queryResult', query: id, there: false }
  postMessage(reply)
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.type === 'advance') {
    const { run, buffer } = data
    const job = { run, buffer, rows: new Float64Array(buffer), written: 0, due: 0 }
    // A run without rows takes precedence over those that have some.
    if (jobs.length === 0 || !channels.has(run)) work(job)
    else jobs.push(job)
  } else if (data.type === 'open') opened.set(data.run, data)
  else if (data.type === 'objective')
    sources.set(data.objective, { spec: received(data.sent), seed: data.seed })
  else if (data.type === 'forget') sources.delete(data.objective)
  else if (data.type === 'room') {
    rooms.push(new Room(data.run, data.doubles))
    ring()
  } else if (data.type === 'query') query(data.query, data.objective, data.request)
  else close(data.run)
})
