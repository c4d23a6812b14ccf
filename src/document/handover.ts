// Hands an experiment opened on another lab's page to its own lab. It waits until that lab has opened.

import { labRoutes } from './routes.ts'
import type { Experiment } from '../engine/experiment.ts'

type Lab = Experiment['lab']

interface Waiting<E> {
  readonly experiment: E
  /** Called when the experiment is shown. */
  readonly opened: () => void
}

let waiting: Waiting<Experiment> | undefined

/** Navigates to the experiment's lab, which takes it over. */
export function handOver(experiment: Experiment, opened: () => void): void {
  waiting = { experiment, opened }
  location.hash = `#/${labRoutes[experiment.lab]}`
}

/** Returns the experiment waiting for this lab, once. */
export function handedOver<L extends Lab>(lab: L): Waiting<Extract<Experiment, { lab: L }>> | undefined {
  if (waiting?.experiment.lab !== lab) return undefined
  const taken = waiting as Waiting<Extract<Experiment, { lab: L }>>
  waiting = undefined
  return taken
}
