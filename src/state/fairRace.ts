// Runs fair races in a worker. Each race has its own client. Functions return a cancel function.

import type { Finish } from '../engine/race.ts'
import { startRaceWorker } from '../worker/mapAddress.ts'
import type { AlphasRequest, RaceReply, RaceRequest, WinnersRequest } from '../worker/race.worker.ts'
import { clientOf } from './failures.ts'

export type Winner = Extract<RaceReply, { type: 'winner' }>

/** A racer's whole search is one reply. It may take minutes if J covers many examples. */
const patience = 600_000

function ask(
  request: Omit<RaceRequest, 'id'> | Omit<WinnersRequest, 'id'> | Omit<AlphasRequest, 'id'>,
  restarted: () => void,
  take: (reply: RaceReply) => void,
  ended: (fault?: string) => void,
): () => void {
  const client = clientOf<RaceRequest | WinnersRequest | AlphasRequest, RaceReply>(startRaceWorker, patience)
  const end = (fault?: string): void => {
    client.close()
    ended(fault)
  }
  client.ask({
    request: () => {
      restarted()
      return [request]
    },
    received(reply) {
      take(reply)
      if (reply.done) end()
    },
    isLast: ({ done }) => done,
    refused: end,
  })
  return () => client.close()
}

/**
 * `began` is called before the first finish, and again when a lost worker was replaced and all finishes are repeated.
 */
export const runRace = (
  request: Omit<RaceRequest, 'id'>,
  began: () => void,
  finished: (finish: Finish) => void,
  ended: (fault?: string) => void,
): (() => void) => ask(request, began, (reply) => reply.type === 'finish' && finished(reply.finish), ended)

export const findWinners = (
  request: Omit<WinnersRequest, 'id'>,
  began: () => void,
  won: (winner: Winner) => void,
  ended: (fault?: string) => void,
): (() => void) => ask(request, began, (reply) => reply.type === 'winner' && won(reply), ended)

/** Runs an experiment's runs at each α of the grid, one after the other. */
export const tryAlphas = (
  experiment: AlphasRequest['experiment'],
  began: () => void,
  tried: (one: Extract<RaceReply, { type: 'alpha' }>) => void,
  ended: (fault?: string) => void,
): (() => void) =>
  ask({ type: 'alphas', experiment }, began, (reply) => reply.type === 'alpha' && tried(reply), ended)
