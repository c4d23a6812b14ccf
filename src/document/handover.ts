// An experiment that was opened on another lab's page, on its way to its own. It waits until that lab has opened.

import type { Experiment } from '../engine/experiment.ts'

type Lab = Experiment['lab']

const routes: Readonly<Record<Lab, string>> = { descent: 'playground', averages: 'averages-lab', map: 'map' }

interface Waiting<E> {
  readonly experiment: E
  /** Called when the experiment is on show. */
  readonly opened: () => void
}

let waiting: Waiting<Experiment> | undefined

/** Goes to the experiment's own lab, which takes it over. */
export function handOver(experiment: Experiment, opened: () => void): void {
  waiting = { experiment, opened }
  location.hash = `#/${routes[experiment.lab]}`
}

/** The experiment that waits for this lab, once. */
export function handedOver<L extends Lab>(lab: L): Waiting<Extract<Experiment, { lab: L }>> | undefined {
  if (waiting?.experiment.lab !== lab) return undefined
  const taken = waiting as Waiting<Extract<Experiment, { lab: L }>>
  waiting = undefined
  return taken
}
