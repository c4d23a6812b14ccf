// Connects the document and the worker: opens a run for each optimizer, requests rows as far as the cursor needs them,
// and appends them to traces. Up to three requests are in flight, at most two per run, so the worker always has the
// next one: waking a sleeping worker delays the page's frame. A fourth buffer is reserved for a run without rows. To
// pause, it stops requesting. Late replies of closed runs are dropped by id. A dead worker is replaced.

import type { ObjectiveSpec } from '../engine/experiment.ts'
import { systemClock } from '../worker/clock.ts'
import { sent } from '../worker/ownData.ts'
import type { Chunk, NetworkQuery, OpenRequest, Reply, Request, QueryResult } from '../worker/protocol.ts'
import { denseSteps, rowsKept, strideFor } from '../worker/protocol.ts'
import { WorkerHost } from '../worker/workerHost.ts'
import { isContinued, type ConductorParts } from './conductorParts.ts'
import { detailFor, isBehind, keepSnapshot, newRunHandle } from './runHandle.ts'
import type { RunHandle, StepRequest } from './runHandle.ts'
import { Trace } from './race.ts'

/** Of the four requests in flight, one is reserved for a run without rows. */
const [asksAtOnce, reserved] = [4, 1]
const bufferBytes = 1 << 17
/** Milliseconds after which a worker that does not reply counts as lost. */
const patience = 5000

/** Milliseconds for which rows of the previous document stay visible during a drag. */
const lingering = 100

export type Conductor = ReturnType<typeof createConductor>

export function createConductor(parts: ConductorParts) {
  const { document, cursor, race, computing, requestDraw, clock = systemClock } = parts
  let names = 0
  let objective = { id: 0, spec: undefined as ObjectiveSpec | undefined, seed: 0 }
  let handles: RunHandle[] = []
  const jobs: StepRequest[] = []
  let buffers: ArrayBuffer[] = []
  /** The runs with requests in flight, one entry per request. */
  let underWay: number[] = []
  const queries = new Map<number, (result: QueryResult) => void>()
  let failed: (message: string) => void = () => {}
  let cancelDrop = (): void => {}
  const host = new WorkerHost<Request, Reply>(
    parts.spawn,
    {
      received: receive,
      restarted: askAgain,
      failed: () => parts.stopped(host.retry),
      isAsked: () => underWay.length > 0,
    },
    { patience, clock },
  )

  /**
   * Starts following the document. `onFailure` is called if a run could not be computed. Returns a function that stops
   * it.
   */
  function conduct(onFailure: (message: string) => void): () => void {
    failed = onFailure
    fill()
    host.start()
    const unsubscribe = document.subscribe((state, before) => {
      if (state.experiment !== before.experiment || state.view.smoothing !== before.view.smoothing)
        follow(isContinued(state, before))
    })
    follow()
    return () => {
      unsubscribe()
      host.close()
    }
  }

  /** Recomputes every run from its start. */
  function recompute(): void {
    for (const handle of handles) host.post({ type: 'close', run: handle.request.run })
    handles = []
    follow(true)
  }

  function fill(): void {
    buffers = Array.from({ length: asksAtOnce }, () => new ArrayBuffer(bufferBytes))
  }

  /** Resumes the runs from their newest snapshots in a new worker. */
  function askAgain(): void {
    underWay = []
    fill()
    const { id, spec, seed } = objective
    if (spec) host.post({ type: 'objective', objective: id, sent: sent(spec), seed })
    for (const handle of handles) {
      handle.roomAsked = false
      // Recompute rows after the newest state without sending them again.
      host.post({ ...handle.request, from: handle.newest, skipTo: (handle.trace?.lastStep ?? -1) + 1 })
    }
    for (const job of jobs) host.post(job.request)
    for (const [query, tell] of queries) tell({ type: 'queryResult', query, there: false })
    queries.clear()
    ask()
  }

  /** Opens the runs that the experiment needs and does not have. An unchanged run keeps its rows. */
  function follow(lingers = false): void {
    const { experiment, view } = document.getState()
    Object.assign(computing, { data: undefined, steps: [], halted: false })
    for (const job of [...jobs]) finish(job)
    const { objective: spec, ...rest } = experiment
    if (spec !== objective.spec || experiment.seed !== objective.seed) {
      if (objective.spec) host.post({ type: 'forget', objective: objective.id })
      objective = { id: objective.id + 1, spec, seed: experiment.seed }
      host.post({ type: 'objective', objective: objective.id, sent: sent(spec), seed: experiment.seed })
    }
    const before = handles
    handles = experiment.runs.map((run, index) => {
      const { runs: _, ...shared } = rest
      const key = JSON.stringify([objective.id, shared, { ...run, name: '' }, view.smoothing])
      const same = before.find((handle) => handle.key === key && handle.index === index)
      if (same) return same
      const steps = run.steps ?? experiment.steps
      const request: OpenRequest = {
        type: 'open',
        run: ++names,
        objective: objective.id,
        race: rest,
        index,
        detail: detailFor(experiment),
        stride: strideFor(steps),
        smoothing: view.smoothing,
      }
      host.post(request)
      return newRunHandle(key, request, steps)
    })
    for (const handle of before)
      if (!handles.includes(handle)) host.post({ type: 'close', run: handle.request.run })
    race.keep(
      handles.map(({ trace }) => trace),
      lingers,
    )
    cancelDrop()
    if (lingers) cancelDrop = clock.after(lingering, () => race.dropOutdated())
    ask()
    requestDraw()
  }

  const wants = (handle: RunHandle): boolean => !handle.done && isBehind(handle, cursor.target)

  /**
   * Requests rows while there is a free buffer and a run that needs them. Called in each frame and after each reply.
   */
  function ask(): void {
    while (host.isReady && buffers.length > 0) {
      const run = nextRun(buffers.length > reserved)
      if (run === undefined) break
      const buffer = buffers.pop()!
      const isFirst = underWay.length === 0
      underWay.push(run)
      host.post({ type: 'advance', run, buffer }, [buffer])
      host.expect(isFirst)
    }
  }

  /** Returns a run without rows, or if there is `room` one that continues. */
  function nextRun(room: boolean): number | undefined {
    const job = room && jobs.find(({ request }) => !underWay.includes(request.run))
    if (job) return job.request.run
    if (computing.halted) return undefined
    const awaited = handles.find(
      (handle) => !handle.trace && !underWay.includes(handle.request.run) && wants(handle),
    )
    if (awaited || !room) return awaited?.request.run
    // The run that is furthest behind goes first, because the cursor waits for it.
    for (const asks of [0, 1]) {
      let behind: RunHandle | undefined
      for (const handle of handles) {
        const under = underWay.filter((run) => run === handle.request.run).length
        if (!handle.trace || !wants(handle) || under !== asks) continue
        if (!behind || handle.step < behind.step) behind = handle
      }
      if (behind) return behind.request.run
    }
    return undefined
  }

  function receive(reply: Reply): void {
    if (reply.type === 'queryResult') {
      queries.get(reply.query)?.(reply)
      queries.delete(reply.query)
      return requestDraw()
    }
    const handle = handles.find(({ request }) => request.run === reply.run)
    if (reply.type === 'room') {
      if (!handle) return
      handle.roomAsked = false
      return handle.trace?.move(reply.rows)
    }
    if (underWay.includes(reply.run)) underWay.splice(underWay.indexOf(reply.run), 1)
    if (buffers.length < asksAtOnce) buffers.push(reply.buffer)
    const job = handle ? undefined : jobs.find(({ request }) => request.run === reply.run)
    if (reply.type === 'failed') {
      if (handle) handle.done = true
      if (handle) failed(reply.message)
      if (job) finish(job)
    } else if (reply.type === 'waiting') {
      if (reply.of === 'data') computing.data = reply.progress
      else if (handle) computing.steps[handle.index] = reply.progress
    } else if (reply.type === 'chunk') {
      if (handle) take(handle, reply)
      else if (job && reply.done) finish(job, reply)
    }
    if (underWay.length > 0) host.expect(false)
    ask()
    requestDraw()
  }

  function take(handle: RunHandle, chunk: Chunk): void {
    handle.step = Math.max(handle.step, chunk.step)
    handle.done = chunk.done
    computing.data = undefined
    computing.steps[handle.index] = chunk.progress < 1 ? chunk.progress : undefined
    if (chunk.state) keepSnapshot(handle, chunk.state)
    if (!handle.trace) {
      if (chunk.rows === 0 && !chunk.done) return
      handle.trace = new Trace({
        width: chunk.width,
        detail: handle.request.detail,
        dimension: handle.newest!.w.length,
        slots: chunk.slots,
        stepsPerEpoch: chunk.stepsPerEpoch,
        rowsAtMost: Math.min(handle.steps + 1, rowsKept + denseSteps),
      })
      race.show(handle.index, handle.trace)
    }
    handle.trace.append(new Float64Array(chunk.buffer), chunk.rows)
    handle.trace.clock(chunk.step, chunk.seconds)
    handle.trace.done = chunk.done
    handle.trace.divergedAt = chunk.divergedAt
    handle.trace.noValue = chunk.noValue
    const doubles = handle.trace.wanted
    if (doubles === 0 || handle.done || handle.roomAsked) return
    handle.roomAsked = true
    host.post({ type: 'room', run: chunk.run, doubles })
  }

  /** Recomputes one step of a run from the last snapshot before it. */
  function recomputeStep(handle: RunHandle, step: number, finish: StepRequest['finish']): void {
    const from = handle.snapshots.findLast((snapshot) => snapshot.step < step)
    const only = { run: ++names, from, stride: 1, skipTo: step, until: step }
    const request: OpenRequest = { ...handle.request, ...only }
    jobs.push({ request, step, finish })
    host.post(request)
    ask()
  }

  /** Resolves a recompute request, with `undefined` if it was canceled. */
  function finish(job: StepRequest, chunk?: Chunk): void {
    jobs.splice(jobs.indexOf(job), 1)
    host.post({ type: 'close', run: job.request.run })
    job.finish(chunk)
  }

  /** Queries what a picture of the network shows. Not available while its data are being generated. */
  function query(request: NetworkQuery): Promise<QueryResult> {
    const id = ++names
    host.post({ type: 'query', query: id, objective: objective.id, request })
    return new Promise((resolve) => queries.set(id, resolve))
  }

  /** Stops computing until the experiment changes or it is told to continue. */
  function halt(halted: boolean): void {
    computing.halted = halted
    ask()
    requestDraw()
  }

  /** Whether every run has reached the step that the cursor needs, or ended. */
  function arrived(): boolean {
    const come = (handle: RunHandle): boolean => handle.done || handle.step >= cursor.target
    return (
      handles.length > 0 &&
      handles.every((handle) => handle.trace && come(handle)) &&
      race.traces.length === handles.length
    )
  }

  return {
    get restarts(): number {
      return host.restarts
    },
    /** The document's current runs. A new list whenever they change. */
    get runHandles(): readonly RunHandle[] {
      return handles
    },
    conduct,
    recompute,
    ask,
    recomputeStep,
    query,
    halt,
    arrived,
  }
}
