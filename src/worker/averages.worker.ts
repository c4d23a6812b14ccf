// The worker of the averages lab. Replies in order, and runs sweeps in slices between requests.

import { averagesOf } from '../engine/averages.ts'
import { averagesCsv } from '../engine/csv.ts'
import { hexOf, RowHash } from '../engine/hash.ts'
import type { AveragesReply, AveragesRequest, Fingerprint, Picture } from './averagesProtocol.ts'
import { answering } from './answering.ts'
import { Smoother } from './smoother.ts'

const slice = 8
const smoother = new Smoother()
let sweeping = 0

const answer = (reply: AveragesReply, transfer: Transferable[] = []): void => postMessage(reply, { transfer })

/** Every curve of a picture has its own array, so it can be transferred. */
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

function hashOf({ experiment, day }: Fingerprint): string {
  const { theta, v, w } = averagesOf(experiment)
  const hash = new RowHash()
  for (let t = 1; t <= Math.min(day, theta.length); t++) {
    hash.add(t)
    for (const curve of [theta, ...v, ...w]) hash.add(curve[t - 1])
  }
  return hexOf([hash.state()])
}

function sweep(id: number): void {
  const turns = smoother.sweep()
  const mine = (sweeping = id)
  const work = (): void => {
    // A newer request about the series makes this result obsolete.
    if (sweeping !== mine) return answer({ id, reply: 'swept', sweep: undefined })
    const until = performance.now() + slice
    while (performance.now() < until) {
      const { done, value } = turns.next()
      if (done) return answer({ id, reply: 'swept', sweep: value })
    }
    setTimeout(work)
  }
  work()
}

answering((data: AveragesRequest) => {
  const { id } = data
  if ('open' in data && data.open) {
    sweeping = 0
    smoother.open(data.open)
  }
  switch (data.ask) {
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
    case 'hash':
      return answer({ id, reply: 'hashed', hash: hashOf(data) })
    case 'sweep':
      return sweep(id)
  }
})
