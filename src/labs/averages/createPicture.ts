// Requests the averages lab's pictures from its worker and keeps the replies outside React. Errors, lag and sweep are
// requested when nothing moves.

import { create } from 'zustand'
import type { AveragesExperiment } from '../../engine/experiment.ts'
import type {
  AveragesReply,
  AveragesRequest,
  Day,
  Measures,
  OpenSeries,
  Picture,
  SweepResult,
} from '../../worker/averagesProtocol.ts'
import type { WithoutId, WorkerClient } from '../../worker/workerClient.ts'
import { lengthOfSeries, type AveragesDocument } from './document.ts'

/** Values that panels show in words. Pictures are drawn from `averagesPicture`. */
interface Readings {
  /** A day's numbers with their curves and windows, because the document may have changed since. */
  readonly day: (Day & Pick<AveragesExperiment, 'betas' | 'windows'>) | undefined
  readonly measures: Measures | undefined
  readonly sweep: SweepResult | undefined
}

/** Unchanged lines keep their arrays, so they are not redrawn. */
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

const restMilliseconds = 160

export interface AveragesParts {
  readonly document: {
    getState(): AveragesDocument
    subscribe(listener: (now: AveragesDocument, before: AveragesDocument) => void): () => void
  }
  readonly client: WorkerClient<AveragesRequest, AveragesReply>
  readonly requestDraw: () => void
}

/** The pictures of one document. */
export function createAveragesPicture({ document, client, requestDraw }: AveragesParts) {
  const useReadings = create<Readings>()(() => ({
    day: undefined,
    measures: undefined,
    sweep: undefined,
  }))

  /** The newest picture; `revision` grows with each. */
  const averagesPicture: { current: Picture | undefined; revision: number; days: number } = {
    current: undefined,
    revision: 0,
    days: 0,
  }

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
    const { series, seed } = document.getState().experiment
    if (opened?.series === series && opened.seed === seed && opened.generation === generation)
      return [undefined]
    opened = { series, seed, generation }
    if (series.kind !== 'inline') return [{ series, seed }]
    const values = Float64Array.from(series.values)
    return [{ series: { kind: 'values', values }, seed }, [values.buffer]]
  }

  /** Requests the current picture as soon as the worker is free. */
  function wish(): void {
    let asked: Pick<AveragesExperiment, 'betas' | 'windows'>
    client.ask(
      {
        request(generation) {
          const { experiment, view } = document.getState()
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

  function atRest(): void {
    if (client.isBusy) return rest()
    const { experiment, view } = document.getState()
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

  /** The days in view and the width they are drawn over, in device pixels. A margin on each side lets the picture be moved. */
  function showDays(from: number, to: number, columns: number): void {
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
    if (users) wish()
  }

  /** The day under the pointer is shown as long as it is there. */
  function hoverDay(t: number | undefined): void {
    const day = t === undefined ? undefined : Math.max(1, Math.min(averagesPicture.days, Math.round(t)))
    if (day === screen.hovered) return
    screen.hovered = day
    if (users) wish()
  }

  const shownDay = (): number => screen.hovered ?? document.getState().view.day

  /** Keeps pictures coming while a panel is on the page; returns the way to stop. */
  function keepAverages(): () => void {
    if (users++ === 0) {
      stopListening = document.subscribe((now, before) => {
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

  /** The bytes that the command line writes for this experiment. */
  const averagesCsvFile = (experiment: AveragesExperiment): Promise<Blob> =>
    computed({ ask: 'csv', experiment }, (reply) => (reply.reply === 'written' ? reply.csv : undefined))

  /** A hash of all rows up to the cursor's day: equal wherever the same experiment is computed. */
  function averagesFingerprint(): Promise<string> {
    const { experiment, view } = document.getState()
    return computed({ ask: 'hash', experiment, day: view.day }, (reply) =>
      reply.reply === 'hashed' ? reply.hash : undefined,
    )
  }

  /** Resolves as soon as the first picture of the lab has come. */
  function averagesDrawn(): Promise<void> {
    drawn ??= new Promise((resolve) => {
      resolveDrawn = resolve
      if (averagesPicture.current) resolve()
    })
    return drawn
  }

  return {
    useReadings,
    averagesPicture,
    showDays,
    hoverDay,
    shownDay,
    keepAverages,
    averagesCsvFile,
    averagesFingerprint,
    averagesDrawn,
  }
}
