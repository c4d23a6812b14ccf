// What a lesson asks of a learner: a state of the lab, a prediction that hides what it asks about, a challenge that the run
// itself checks.

import type { Words } from '../engine/words.ts'
import type { View } from '../state/experiment.ts'
import type { Facts } from './facts.ts'

/** A state of the lab. What is left out is the state's that it follows: the lesson's plain one, or its step's. */
export interface LabState {
  /** Fields of a descent experiment file; `objective` may leave out what the state before it has. */
  readonly experiment?: object
  readonly view?: Partial<View>
  /** Where time stands; by default at the last step. */
  readonly cursor?: number
  /** Plays from step 0 on arrival (not where the person asked for less motion). */
  readonly play?: boolean
  /** Steps a second. */
  readonly speed?: number
}

/** What an open prediction takes away, from the page and from assistive technology alike. The controls always go. */
export type Hidden = 'paths' | 'curves' | 'memory' | 'numbers' | 'beyond'

export interface Answer {
  readonly text: Words
  readonly right?: true
  /** Said after the reveal: of a wrong answer the misconception behind it. */
  readonly says: Words
  /** The share of a class that is expected to vote so, in per cent: for the printed plan. */
  readonly votes?: number
}

interface Asked {
  readonly question: Words
  /** By default nothing but the controls: right where the answer is computed only by `reveal`. */
  readonly hides?: readonly Hidden[]
  /** The state that shows the answer; by default the step's own, played from step 0. */
  readonly reveal?: LabState
  /** What is seen, once it is revealed. */
  readonly after: Words
}

/** One of several answers. */
export interface ChoicePrediction extends Asked {
  readonly kind: 'choice'
  readonly answers: readonly Answer[]
}

/** A point of the map, dragged to where a run will be. */
export interface PointPrediction extends Asked {
  readonly kind: 'point'
  readonly run: number
  readonly step: number
  /** Where the point stands before it is dragged, (θ₀, θ₁). */
  readonly from: readonly [number, number]
  /** Answers nearer than this to the truth are right. */
  readonly tolerance: number
  readonly near: Words
  readonly far: Words
}

/** J of a run against steps, drawn with the pointer or the arrow keys. */
export interface CurvePrediction extends Asked {
  readonly kind: 'curve'
  readonly run: number
  readonly steps: number
  /** Powers of ten of J at the bottom and the top of the paper. */
  readonly powers: readonly [number, number]
  /** The sentence for a drawing: it gets log₁₀ J as drawn and as it is, step by step from 0 (NaN: not drawn). */
  verdict(drawn: readonly number[], truth: readonly number[]): Words
}

export type Prediction = ChoicePrediction | PointPrediction | CurvePrediction

export interface Outcome {
  readonly done: boolean
  /** What is compared with the best so far; absent while there is nothing to compare. */
  readonly score?: number
  /** Why not yet. */
  readonly says?: Words
}

export interface Challenge {
  /** Kept with its best result on the device: never rename one. */
  readonly id: string
  readonly task: Words
  readonly better: 'less' | 'more'
  /** What the score counts: `steps`; or the whole result: `α = {score}`. */
  readonly unit: Words
  readonly hint?: Words
  /** The lab whose facts are checked; default descent. In the averages lab `facts.averages` is there and no run. */
  readonly lab?: 'averages'
  /** True: what was measured and the setting decide, so that the runs need not be waited for; `facts.runs` is empty. */
  readonly byMeasure?: boolean
  check(facts: Facts): Outcome
}
