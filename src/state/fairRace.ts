// Asks the race's worker; the newest ask wins. Each gives the way to stop it.

import type { Finish } from '../engine/race.ts'
import { startRaceWorker } from '../worker/mapAddress.ts'
import type { RaceReply, RaceRequest, WinnersRequest } from '../worker/race.worker.ts'

export type Winner = Extract<RaceReply, { type: 'winner' }>

function ask(
  request: RaceRequest | WinnersRequest,
  take: (reply: RaceReply) => void,
  ended: (fault?: string) => void,
): () => void {
  const worker = startRaceWorker()
  worker.addEventListener('message', ({ data }: MessageEvent<RaceReply>) => {
    if (data.type === 'failed') ended(data.message)
    else {
      take(data)
      if (!data.done) return
      ended()
    }
    worker.terminate()
  })
  worker.addEventListener('error', () => ended('the race stopped'))
  worker.postMessage(request)
  return () => worker.terminate()
}

export const runRace = (
  request: RaceRequest,
  finished: (finish: Finish) => void,
  ended: (fault?: string) => void,
): (() => void) => ask(request, (reply) => reply.type === 'finish' && finished(reply.finish), ended)

export const findWinners = (
  request: WinnersRequest,
  won: (winner: Winner) => void,
  ended: (fault?: string) => void,
): (() => void) => ask(request, (reply) => reply.type === 'winner' && won(reply), ended)
