// Connects the document and the worker: opens a run for each optimizer, requests rows as far as the cursor needs them,
// and appends them to traces. Up to three requests are in flight, at most two per run, so the worker always has the
// next one: waking a sleeping worker delays the page's frame. A fourth buffer is reserved for a run without rows. To
// pause, it stops requesting. Late replies of closed runs are dropped by id. A dead worker is replaced.

import type { ObjectiveSpec } from '../engine/experiment.ts'
import { systemClock } from '../worker/clock.ts'
import { sent } from '../worker/ownData.ts'
import type { Chunk, Look, OpenRequest, Reply, Request, Seen } from '../worker/protocol.ts'
import { denseSteps, rowsKept, strideFor } from '../worker/protocol.ts'
import { WorkerHost } from '../worker/workerHost.ts'
import { isContinued, type ConductorParts } from './conductorParts.ts'
import { awaitedRun, detailFor, isBehind, keepSnapshot, type Errand, type Live } from './live.ts'
import { Trace } from './traces.ts'

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
  let lives: Live[] = []
  const errands: Errand[] = []
  let buffers: ArrayBuffer[] = []
  /** The runs with requests in flight, one entry per request. */
  let underWay: number[] = []
  const looks = new Map<number, (seen: Seen) => void>()
  let turn = 0
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
    for (const live of lives) host.post({ type: 'close', run: live.request.run })
    lives = []
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
    for (const live of lives) {
      live.roomAsked = false
      // Recompute rows after the newest state without sending them again.
      host.post({ ...live.request, from: live.newest, skipTo: (live.trace?.lastStep ?? -1) + 1 })
    }
    for (const errand of errands) host.post(errand.request)
    for (const [look, tell] of looks) tell({ type: 'seen', look, there: false })
    looks.clear()
    ask()
  }

  /** Opens the runs that the experiment needs and does not have. An unchanged run keeps its rows. */
  function follow(lingers = false): void {
    const { experiment, view } = document.getState()
    Object.assign(computing, { data: undefined, steps: [], halted: false })
    for (const errand of [...errands]) finish(errand)
    const { objective: spec, ...rest } = experiment
    if (spec !== objective.spec || experiment.seed !== objective.seed) {
      if (objective.spec) host.post({ type: 'forget', objective: objective.id })
      objective = { id: objective.id + 1, spec, seed: experiment.seed }
      host.post({ type: 'objective', objective: objective.id, sent: sent(spec), seed: experiment.seed })
    }
    const before = lives
    lives = experiment.runs.map((run, index) => {
      const { runs: _, ...shared } = rest
      const key = JSON.stringify([objective.id, shared, { ...run, name: '' }, view.smoothing])
      const same = before.find((live) => live.key === key && live.index === index)
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
      return awaitedRun(key, request, steps)
    })
    for (const live of before) if (!lives.includes(live)) host.post({ type: 'close', run: live.request.run })
    race.keep(
      lives.map(({ trace }) => trace),
      lingers,
    )
    cancelDrop()
    if (lingers) cancelDrop = clock.after(lingering, () => race.dropOutdated())
    ask()
    requestDraw()
  }

  const wants = (live: Live): boolean => !live.done && isBehind(live, cursor.target)

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
    const errand = room && errands.find(({ request }) => !underWay.includes(request.run))
    if (errand) return errand.request.run
    if (computing.halted) return undefined
    const awaited = lives.find((live) => !live.trace && !underWay.includes(live.request.run) && wants(live))
    if (awaited || !room) return awaited?.request.run
    for (const asks of [0, 1])
      for (let i = 0; i < lives.length; i++) {
        const live = lives[(turn + i) % lives.length]
        const under = underWay.filter((run) => run === live.request.run).length
        if (!live.trace || !wants(live) || under !== asks) continue
        turn = (turn + i + 1) % lives.length
        return live.request.run
      }
    return undefined
  }

  function receive(reply: Reply): void {
    if (reply.type === 'seen') {
      looks.get(reply.look)?.(reply)
      looks.delete(reply.look)
      return requestDraw()
    }
    const live = lives.find(({ request }) => request.run === reply.run)
    if (reply.type === 'room') {
      if (!live) return
      live.roomAsked = false
      return live.trace?.move(reply.rows)
    }
    if (underWay.includes(reply.run)) underWay.splice(underWay.indexOf(reply.run), 1)
    if (buffers.length < asksAtOnce) buffers.push(reply.buffer)
    const errand = live ? undefined : errands.find(({ request }) => request.run === reply.run)
    if (reply.type === 'failed') {
      if (live) live.done = true
      if (live) failed(reply.message)
      if (errand) finish(errand)
    } else if (reply.type === 'waiting') {
      if (reply.of === 'data') computing.data = reply.progress
      else if (live) computing.steps[live.index] = reply.progress
    } else if (reply.type === 'chunk') {
      if (live) take(live, reply)
      else if (errand && reply.done) finish(errand, reply)
    }
    if (underWay.length > 0) host.expect(false)
    ask()
    requestDraw()
  }

  function take(live: Live, chunk: Chunk): void {
    live.step = Math.max(live.step, chunk.step)
    live.done = chunk.done
    computing.data = undefined
    computing.steps[live.index] = chunk.progress < 1 ? chunk.progress : undefined
    if (chunk.state) keepSnapshot(live, chunk.state)
    if (!live.trace) {
      if (chunk.rows === 0 && !chunk.done) return
      live.trace = new Trace({
        width: chunk.width,
        detail: live.request.detail,
        dimension: live.newest!.w.length,
        slots: chunk.slots,
        stepsPerEpoch: chunk.stepsPerEpoch,
        rowsAtMost: Math.min(live.steps + 1, rowsKept + denseSteps),
      })
      race.show(live.index, live.trace)
    }
    live.trace.append(new Float64Array(chunk.buffer), chunk.rows)
    live.trace.clock(chunk.step, chunk.seconds)
    live.trace.done = chunk.done
    live.trace.divergedAt = chunk.divergedAt
    live.trace.noValue = chunk.noValue
    const doubles = live.trace.wanted
    if (doubles === 0 || live.done || live.roomAsked) return
    live.roomAsked = true
    host.post({ type: 'room', run: chunk.run, doubles })
  }

  /** Recomputes one step of a run from the last snapshot before it. */
  function errandTo(live: Live, step: number, finish: Errand['finish']): void {
    const from = live.snapshots.findLast((snapshot) => snapshot.step < step)
    const request: OpenRequest = { ...live.request, run: ++names, from, stride: 1, skipTo: step, until: step }
    errands.push({ request, step, finish })
    host.post(request)
    ask()
  }

  /** Resolves a recompute request, with `undefined` if it was cancelled. */
  function finish(errand: Errand, chunk?: Chunk): void {
    errands.splice(errands.indexOf(errand), 1)
    host.post({ type: 'close', run: errand.request.run })
    errand.finish(chunk)
  }

  /** Queries what a picture of the network shows. Not available while its data are being generated. */
  function look(wish: Look): Promise<Seen> {
    const id = ++names
    host.post({ type: 'look', look: id, objective: objective.id, wish })
    return new Promise((resolve) => looks.set(id, resolve))
  }

  /** Stops computing until the experiment changes or it is told to continue. */
  function halt(halted: boolean): void {
    computing.halted = halted
    ask()
    requestDraw()
  }

  /** Whether every run has reached the step that the cursor needs, or ended. */
  function arrived(): boolean {
    const come = (live: Live): boolean => live.done || live.step >= cursor.target
    return (
      lives.length > 0 &&
      lives.every((live) => live.trace && come(live)) &&
      race.traces.length === lives.length
    )
  }

  return {
    get restarts(): number {
      return host.restarts
    },
    /** The document's current runs. A new list whenever they change. */
    get liveRuns(): readonly Live[] {
      return lives
    },
    conduct,
    recompute,
    ask,
    errandTo,
    look,
    halt,
    arrived,
  }
}
