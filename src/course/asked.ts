// What a lesson asks of a learner: a state of the lab, a prediction that hides its answer, a challenge checked on the
// run itself.

import type { Words } from '../engine/words.ts'
import type { View } from '../state/experiment.ts'
import type { Facts } from './facts.ts'

/** A state of the lab. Omitted fields come from the previous state: the lesson's first one, or the step's. */
export interface LabState {
  /** Fields of a descent experiment file. `objective` may omit fields of the previous state. */
  readonly experiment?: object
  readonly view?: Partial<View>
  /** The initial step. Default: the last. */
  readonly cursor?: number
  /** Play from step 0 on arrival, except with reduced motion. */
  readonly play?: boolean
  /** Steps per second. */
  readonly speed?: number
}

/** What an open prediction hides, visually and from assistive technology. Controls are always hidden. */
export type Hidden = 'paths' | 'curves' | 'memory' | 'numbers' | 'beyond'

export interface Answer {
  readonly text: Words
  readonly right?: true
  /** Shown after the reveal. For a wrong answer: the misconception behind it. */
  readonly says: Words
  /** Expected share of votes in a class, in percent, for the printed plan. */
  readonly votes?: number
}

interface Asked {
  readonly question: Words
  /** Default: only the controls, which is right if only `reveal` computes the answer. */
  readonly hides?: readonly Hidden[]
  /** The state that shows the answer. Default: the step's own, played from step 0. */
  readonly reveal?: LabState
  /** Shown after the reveal: what happens. */
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
  /** The initial position (θ₀, θ₁). */
  readonly from: readonly [number, number]
  /** Answers within this distance are right. */
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
  /** The sentence about a drawing. Takes log₁₀ J as drawn and as computed, step by step from 0 (NaN: not drawn). */
  verdict(drawn: readonly number[], truth: readonly number[]): Words
}

export type Prediction = ChoicePrediction | PointPrediction | CurvePrediction

export interface Outcome {
  readonly done: boolean
  /** The value compared with the best so far. Absent while there is none. */
  readonly score?: number
  /** Why it is not done yet. */
  readonly says?: Words
}

export interface Challenge {
  /** The best result is stored under it, so never rename one. */
  readonly id: string
  readonly task: Words
  readonly better: 'less' | 'more'
  /** The unit of the score: `steps`. Or the whole result: `α = {score}`. */
  readonly unit: Words
  readonly hint?: Words
  /** The lab whose facts are checked. Default: descent. In the averages lab there is `facts.averages` and no run. */
  readonly lab?: 'averages'
  /** If true, measurements and settings decide and the runs need not finish. `facts.runs` is empty. */
  readonly byMeasure?: boolean
  check(facts: Facts): Outcome
}
