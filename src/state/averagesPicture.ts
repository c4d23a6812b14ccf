// The averages lab's pictures: asks its worker for what is on the screen, one ask under way at a time while the newest
// wish waits, and keeps the answer outside React. Errors, lag and sweep are asked for when nothing moves.

import { create } from 'zustand'
import type { AveragesExperiment } from '../engine/experiment.ts'
import { startAverages } from '../worker/averagesAddress.ts'
import type {
  AveragesReply,
  AveragesRequest,
  Day,
  Measures,
  Picture,
  SweepResult,
} from '../worker/averagesProtocol.ts'
import { lengthOfSeries, useAverages } from './averages.ts'
import { requestDraw } from './frame.ts'

export type { Day, Lag, Measures, Picture, SweepResult } from '../worker/averagesProtocol.ts'

/** What panels may show in words; pictures are drawn from `averagesPicture`. */
interface Readings {
  readonly day: Day | undefined
  readonly measures: Measures | undefined
  readonly sweep: SweepResult | undefined
  /** The worker has gone and could not be replaced. */
  readonly failed: boolean
}

export const useReadings = create<Readings>()(() => ({
  day: undefined,
  measures: undefined,
  sweep: undefined,
  failed: false,
}))

/** The newest picture; `revision` grows with each. */
export const averagesPicture: { current: Picture | undefined; revision: number; days: number } = {
  current: undefined,
  revision: 0,
  days: 0,
}

type Wish = AveragesRequest extends infer R ? (R extends AveragesRequest ? Omit<R, 'id'> : never) : never

const restMilliseconds = 160
const mostRestarts = 3

let worker: Worker | undefined
let restarts = 0
let asked = 0
let underWay = 0
let wanted = false
let opened: { series: AveragesExperiment['series']; seed: number } | undefined
let restTimer: ReturnType<typeof setTimeout> | undefined
let sweepKey: readonly unknown[] = []
let latestSweep = 0
const answers = new Map<number, (answer: never) => void>()
let drawn: Promise<void> | undefined
let resolveDrawn: (() => void) | undefined
let users = 0
let stopListening: (() => void) | undefined

/** The days and pixel columns on the screen; and the day under the pointer, before the one of the document. */
const screen = { from: 1, to: Infinity, columns: 800, hovered: undefined as number | undefined }

function post(request: Wish, transfer: Transferable[] = []): number {
  worker ??= hire()
  asked++
  worker.postMessage({ ...request, id: asked }, { transfer })
  return asked
}

function hire(): Worker {
  const hired = startAverages()
  hired.addEventListener(
    'message',
    ({ data }: MessageEvent<AveragesReply>) => hired === worker && receive(data),
  )
  hired.addEventListener('error', (event) => {
    event.preventDefault()
    if (hired === worker) replace()
  })
  return hired
}

/** A worker that died is replaced, and asked again; not for ever. */
function replace(): void {
  worker?.terminate()
  worker = undefined
  opened = undefined
  underWay = 0
  sweepKey = []
  if (++restarts > mostRestarts) useReadings.setState({ failed: true })
  else wish()
}

/** Asks for the picture as it should now be. */
function wish(): void {
  wanted = true
  ask()
}

function ask(): void {
  if (!wanted || underWay || useReadings.getState().failed) return
  const { experiment, view } = useAverages.getState()
  const { series, seed, unit, changes, betas, windows, biasCorrection } = experiment
  if (opened?.series !== series || opened.seed !== seed) {
    opened = { series, seed }
    if (series.kind === 'inline') {
      const values = Float64Array.from(series.values)
      post({ ask: 'open', series: { kind: 'values', values }, seed }, [values.buffer])
    } else post({ ask: 'open', series, seed })
    averagesPicture.days = lengthOfSeries(series)
  }
  wanted = false
  underWay = post({
    ask: 'draw',
    unit,
    changes,
    betas,
    windows,
    biasCorrection,
    both: true,
    without: view.lag ? betas[view.selected] : undefined,
    day: screen.hovered ?? view.day,
    from: screen.from,
    to: Math.min(screen.to, averagesPicture.days),
    columns: screen.columns,
  })
}

function receive(reply: AveragesReply): void {
  switch (reply.reply) {
    case 'opened':
      return
    case 'drawn':
      if (reply.id !== underWay) return
      underWay = 0
      averagesPicture.current = sameArrays(reply.picture, averagesPicture.current)
      averagesPicture.revision++
      useReadings.setState({ day: reply.picture.day })
      requestDraw()
      resolveDrawn?.()
      return ask()
    case 'measured':
      useReadings.setState({ measures: reply.measures })
      return requestDraw()
    case 'swept':
      if (reply.id === latestSweep) useReadings.setState({ sweep: reply.sweep })
      return
    case 'written':
      return settleAnswer(reply.id, reply.csv)
    case 'hashed':
      return settleAnswer(reply.id, reply.hash)
  }
}

/** Lines that have not changed stay the arrays that they were, so that nobody draws them anew. */
function sameArrays(picture: Picture, before: Picture | undefined): Picture {
  const same = (now: Float64Array, old: Float64Array | undefined): Float64Array => {
    if (old?.length !== now.length) return now
    for (let i = 0; i < now.length; i++) if (now[i] !== old[i]) return now
    return old
  }
  if (!before) return picture
  return {
    ...picture,
    raw: same(picture.raw, before.raw),
    season: picture.season && same(picture.season, before.season),
    curves: picture.curves.map((curve, i) => same(curve, before.curves[i])),
    uncorrected: picture.uncorrected.map((curve, i) => same(curve, before.uncorrected[i])),
    windows: picture.windows.map((curve, i) => same(curve, before.windows[i])),
  }
}

function atRest(): void {
  if (underWay || wanted) return rest()
  const { experiment, view } = useAverages.getState()
  const { series, seed, unit, changes, biasCorrection } = experiment
  post({ ask: 'measure', selected: view.selected })
  const key = [series, seed, unit, changes, biasCorrection]
  if (key.every((part, i) => part === sweepKey[i])) return
  sweepKey = key
  if (series.kind === 'synthetic') latestSweep = post({ ask: 'sweep' })
  else useReadings.setState({ sweep: undefined })
}

function rest(): void {
  clearTimeout(restTimer)
  restTimer = setTimeout(atRest, restMilliseconds)
}

/** The days in view and the width they are drawn over, in device pixels. A margin on each side lets the picture be moved. */
export function showDays(from: number, to: number, columns: number): void {
  const margin = (to - from) / 4
  const first = Math.max(1, Math.floor(from - margin))
  const last = Math.max(2, Math.ceil(Math.min(to + margin, Math.max(averagesPicture.days, to))))
  const next = {
    from: first,
    to: last,
    // As many columns over these days as the screen has over those in view.
    columns: Math.max(50, Math.min(3000, Math.round((columns * (last - first)) / Math.max(1, to - from)))),
  }
  if (next.from === screen.from && next.to === screen.to && next.columns === screen.columns) return
  Object.assign(screen, next)
  if (users) wish()
}

/** The day under the pointer is shown as long as it is there. */
export function hoverDay(t: number | undefined): void {
  const day = t === undefined ? undefined : Math.max(1, Math.min(averagesPicture.days, Math.round(t)))
  if (day === screen.hovered) return
  screen.hovered = day
  if (users) wish()
}

export const shownDay = (): number => screen.hovered ?? useAverages.getState().view.day

/** Keeps pictures coming while a panel is on the page; returns the way to stop. */
export function keepAverages(): () => void {
  if (users++ === 0) {
    stopListening = useAverages.subscribe((now, before) => {
      if (now.experiment === before.experiment && now.view === before.view) return
      wish()
      rest()
    })
    wish()
    rest()
  }
  return () => {
    if (--users > 0) return
    stopListening?.()
    clearTimeout(restTimer)
    worker?.terminate()
    worker = undefined
    opened = undefined
    underWay = restarts = 0
    wanted = false
    sweepKey = []
    averagesPicture.current = undefined
    screen.hovered = undefined
    useReadings.setState({ day: undefined, measures: undefined, sweep: undefined, failed: false })
  }
}

function settleAnswer(id: number, answer: unknown): void {
  answers.get(id)?.(answer as never)
  answers.delete(id)
}

/** The bytes that the command line writes for this experiment. */
export function averagesCsvFile(experiment: AveragesExperiment): Promise<Blob> {
  return new Promise((resolve) => answers.set(post({ ask: 'csv', experiment }), resolve))
}

/** A hash of all rows up to the cursor's day: equal wherever the same experiment is computed. */
export function averagesFingerprint(): Promise<string> {
  const { experiment, view } = useAverages.getState()
  return new Promise((resolve) => answers.set(post({ ask: 'hash', experiment, day: view.day }), resolve))
}

/** Resolves as soon as the first picture of the lab has come. */
export function averagesDrawn(): Promise<void> {
  drawn ??= new Promise((resolve) => {
    resolveDrawn = resolve
    if (averagesPicture.current) resolve()
  })
  return drawn
}
