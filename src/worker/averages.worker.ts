// The worker behind the averages lab: answers in order, and sweeps in slices between two questions.

import { averagesCsv } from '../engine/csv.ts'
import type { AveragesReply, AveragesRequest, Picture } from './averagesProtocol.ts'
import { Smoother } from './smoother.ts'

const slice = 8
const smoother = new Smoother()
let sweeping = 0

const answer = (reply: AveragesReply, transfer: Transferable[] = []): void => postMessage(reply, { transfer })

/** Every curve of a picture is an array of its own, made for it. */
const buffersOf = ({
  raw,
  curves,
  uncorrected,
  windows,
  season,
  without,
  moved,
  day,
}: Picture): ArrayBuffer[] =>
  [raw, ...curves, ...uncorrected, ...windows, season, without, moved, day.recent].flatMap(
    (points) => (points?.buffer as ArrayBuffer | undefined) ?? [],
  )

function sweep(id: number): void {
  const turns = smoother.sweep()
  const mine = (sweeping = id)
  const work = (): void => {
    // A newer question about the series makes this answer worthless.
    if (sweeping !== mine) return
    const until = performance.now() + slice
    while (performance.now() < until) {
      const { done, value } = turns.next()
      if (done) return answer({ id, reply: 'swept', sweep: value })
    }
    setTimeout(work)
  }
  work()
}

addEventListener('message', ({ data }: MessageEvent<AveragesRequest>) => {
  const { id } = data
  switch (data.ask) {
    case 'open':
      sweeping = 0
      return answer({ id, reply: 'opened', ...smoother.open(data) })
    case 'draw': {
      const start = performance.now()
      const picture = smoother.draw(data)
      return answer({ id, reply: 'drawn', picture, spent: performance.now() - start }, buffersOf(picture))
    }
    case 'measure':
      return answer({ id, reply: 'measured', measures: smoother.measure(data.selected) })
    case 'csv':
      return answer({
        id,
        reply: 'written',
        csv: new Blob([...averagesCsv(data.experiment)], { type: 'text/csv' }),
      })
    case 'sweep':
      return sweep(id)
  }
})
