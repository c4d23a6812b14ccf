// Requests the averages lab's pictures from its worker and keeps the replies outside React. Errors, lag and sweep are
// requested when nothing moves.

import { create } from 'zustand'
import type { AveragesExperiment } from '../engine/experiment.ts'
import { startAverages } from '../worker/averagesAddress.ts'
import type {
  AveragesReply,
  AveragesRequest,
  Day,
  Measures,
  OpenSeries,
  Picture,
  SweepResult,
} from '../worker/averagesProtocol.ts'
import type { WithoutId } from '../worker/workerClient.ts'
import { lengthOfSeries, useAverages } from './averages.ts'
import { clientOf } from './failures.ts'
import { requestDraw } from './frame.ts'

export type { Picture, SweepResult } from '../worker/averagesProtocol.ts'

/** Values that panels show in words. Pictures are drawn from `averagesPicture`. */
interface Readings {
  /** A day's numbers with their curves and windows, because the document may have changed since. */
  readonly day: (Day & Pick<AveragesExperiment, 'betas' | 'windows'>) | undefined
  readonly measures: Measures | undefined
  readonly sweep: SweepResult | undefined
}

export const useReadings = create<Readings>()(() => ({
  day: undefined,
  measures: undefined,
  sweep: undefined,
}))

/** The newest picture. `revision` increases with each. */
export const averagesPicture: { current: Picture | undefined; revision: number; days: number } = {
  current: undefined,
  revision: 0,
  days: 0,
}

const restMilliseconds = 160
/** A picture takes milliseconds, but the whole table of a long series takes seconds. */
const patience = 20_000

const client = clientOf<AveragesRequest, AveragesReply>(startAverages, patience)
/** What the worker of that generation has open. */
let opened: { series: AveragesExperiment['series']; seed: number; generation: number } | undefined
let restTimer: ReturnType<typeof setTimeout> | undefined
let sweepKey: readonly unknown[] = []
let files = 0
let drawn: Promise<void> | undefined
let resolveDrawn: (() => void) | undefined
let users = 0
let stopListening: (() => void) | undefined

/** The visible days and pixel columns. The day under the pointer takes precedence over the document's. */
const screen = { from: 1, to: Infinity, columns: 800, hovered: undefined as number | undefined }

/** Returns the series if this worker does not have it yet. */
function opening(generation: number): readonly [OpenSeries | undefined, Transferable[]?] {
  const { series, seed } = useAverages.getState().experiment
  if (opened?.series === series && opened.seed === seed && opened.generation === generation)
    return [undefined]
  opened = { series, seed, generation }
  if (series.kind !== 'inline') return [{ series, seed }]
  const values = Float64Array.from(series.values)
  return [{ series: { kind: 'values', values }, seed }, [values.buffer]]
}

/** Requests the current picture as soon as the worker is free. */
function requestPicture(): void {
  let asked: Pick<AveragesExperiment, 'betas' | 'windows'>
  client.ask(
    {
      request(generation) {
        const { experiment, view } = useAverages.getState()
        const { unit, changes, betas, windows, biasCorrection } = experiment
        asked = { betas, windows }
        const days = (averagesPicture.days = lengthOfSeries(experiment.series))
        const [open, transfer] = opening(generation)
        const request = {
          ask: 'draw',
          open,
          unit,
          changes,
          betas,
          windows,
          biasCorrection,
          both: true,
          without: view.lag ? betas[view.selected] : undefined,
          day: screen.hovered ?? view.day,
          from: screen.from,
          to: Math.min(screen.to, days),
          columns: screen.columns,
        } as const
        return [request, transfer]
      },
      received(reply) {
        if (reply.reply !== 'drawn') return
        averagesPicture.current = sameArrays(reply.picture, averagesPicture.current)
        averagesPicture.revision++
        useReadings.setState({ day: { ...reply.picture.day, ...asked } })
        requestDraw()
        resolveDrawn?.()
      },
    },
    'draw',
  )
}

/** Keeps the identity of unchanged lines, so they are not redrawn. */
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
  if (client.isBusy) return rest()
  const { experiment, view } = useAverages.getState()
  const { series, seed, unit, changes, biasCorrection } = experiment
  client.ask(
    {
      request(generation) {
        const [open, transfer] = opening(generation)
        return [{ ask: 'measure', open, selected: view.selected }, transfer]
      },
      received(reply) {
        if (reply.reply !== 'measured') return
        useReadings.setState({ measures: reply.measures })
        requestDraw()
      },
    },
    'measure',
  )
  const key = [series, seed, unit, changes, biasCorrection]
  if (key.every((part, i) => part === sweepKey[i])) return
  sweepKey = key
  if (series.kind === 'synthetic') sweep()
  else useReadings.setState({ sweep: undefined })
}

function sweep(): void {
  const mine = sweepKey
  client.ask(
    {
      request(generation) {
        const [open, transfer] = opening(generation)
        return [{ ask: 'sweep', open }, transfer]
      },
      received(reply) {
        if (reply.reply === 'swept' && sweepKey === mine) useReadings.setState({ sweep: reply.sweep })
      },
    },
    'sweep',
  )
}

function rest(): void {
  clearTimeout(restTimer)
  restTimer = setTimeout(atRest, restMilliseconds)
}

/**
 * Sets the days in view and their width in device pixels. Requests a margin on both sides, so the picture can be
 * panned.
 */
export function showDays(from: number, to: number, columns: number): void {
  const margin = (to - from) / 4
  const first = Math.max(1, Math.floor(from - margin))
  const last = Math.max(2, Math.ceil(Math.min(to + margin, Math.max(averagesPicture.days, to))))
  const next = {
    from: first,
    to: last,
    // The same column density over these days as in view.
    columns: Math.max(50, Math.min(3000, Math.round((columns * (last - first)) / Math.max(1, to - from)))),
  }
  if (next.from === screen.from && next.to === screen.to && next.columns === screen.columns) return
  Object.assign(screen, next)
  if (users) requestPicture()
}

/** Shows the day under the pointer while it is there. */
export function hoverDay(t: number | undefined): void {
  const day = t === undefined ? undefined : Math.max(1, Math.min(averagesPicture.days, Math.round(t)))
  if (day === screen.hovered) return
  screen.hovered = day
  if (users) requestPicture()
}

export const shownDay = (): number => screen.hovered ?? useAverages.getState().view.day

/** Keeps pictures up to date while a panel is mounted. Returns an unsubscribe function. */
export function keepAverages(): () => void {
  if (users++ === 0) {
    stopListening = useAverages.subscribe((now, before) => {
      if (now.experiment === before.experiment && now.view === before.view) return
      requestPicture()
      rest()
    })
    requestPicture()
    rest()
  }
  return () => {
    if (--users > 0) return
    stopListening?.()
    clearTimeout(restTimer)
    client.close()
    sweepKey = []
    averagesPicture.current = undefined
    screen.hovered = undefined
    useReadings.setState({ day: undefined, measures: undefined, sweep: undefined })
  }
}

/** Requests a computation that is not drawn. */
function computed<Answer>(
  request: WithoutId<AveragesRequest>,
  answerOf: (reply: AveragesReply) => Answer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) =>
    client.ask(
      {
        request: () => [request],
        received(reply) {
          const answer = answerOf(reply)
          if (answer !== undefined) resolve(answer)
        },
        refused: (fault) => reject(new Error(fault)),
      },
      `file ${++files}`,
    ),
  )
}

/** Returns the CSV of the command line for this experiment. */
export const averagesCsvFile = (experiment: AveragesExperiment): Promise<Blob> =>
  computed({ ask: 'csv', experiment }, (reply) => (reply.reply === 'written' ? reply.csv : undefined))

/** Returns a hash of all rows up to the cursor's day. Equal wherever the same experiment is computed. */
export function averagesFingerprint(): Promise<string> {
  const { experiment, view } = useAverages.getState()
  return computed({ ask: 'hash', experiment, day: view.day }, (reply) =>
    reply.reply === 'hashed' ? reply.hash : undefined,
  )
}

/** Resolves when the lab's first picture has arrived. */
export function averagesDrawn(): Promise<void> {
  drawn ??= new Promise((resolve) => {
    resolveDrawn = resolve
    if (averagesPicture.current) resolve()
  })
  return drawn
}
