// What a lesson asks of a learner, as data: a state of the lab, a prediction that hides its answer, a challenge that states
// what is measured and its limit.

import type {
  AveragesExperiment,
  DatasetSpec,
  DecaySpec,
  DescentExperiment,
  HyperparameterName,
  NetworkSpec,
  ObjectiveSpec,
  RunSpec,
} from '../engine/experiment.ts'
import type { OptimizerKey } from '../engine/optimizers/index.ts'
import type { Words } from '../engine/words.ts'
import type { View } from '../state/experiment.ts'
import type { ControlName } from './controls.ts'

type PartOf<Spec> = Spec extends unknown ? Partial<Spec> : never
type KindOf<Spec extends { readonly kind: string }> = Spec extends unknown
  ? Pick<Spec, 'kind'> & Partial<Spec>
  : never

export type ObjectivePart =
  | PartOf<Exclude<ObjectiveSpec, NetworkSpec>>
  | (Partial<Omit<NetworkSpec, 'dataset'>> & { readonly dataset?: KindOf<DatasetSpec> })
export type RunPart = Pick<RunSpec, 'optimizer' | 'alpha'> &
  Partial<Omit<RunSpec, 'decay'>> & { readonly decay?: KindOf<DecaySpec> }

/**
 * Fields of a descent experiment, merged into the previous state. An objective of the same kind keeps the fields that are not
 * given. One of another kind starts at its own start.
 */
export interface DescentPart extends Partial<
  Omit<DescentExperiment, 'version' | 'lab' | 'objective' | 'runs'>
> {
  readonly objective?: ObjectivePart
  readonly runs?: readonly RunPart[]
}

export type AveragesPart = Partial<Omit<AveragesExperiment, 'version' | 'lab'>>

/** A state of the lab. Omitted fields come from the previous state: the lesson's first one, or the step's. */
export interface LabState<Part = DescentPart | AveragesPart> {
  readonly experiment?: Part
  readonly view?: Partial<View>
  /** The initial step, by default the last. In the averages lab the initial day. */
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
}

interface Asked<Part> {
  readonly question: Words
  /** Default: everything, or only the controls if `reveal` has an experiment, because only that one computes the answer. */
  readonly hides?: readonly Hidden[]
  /** The state that shows the answer. Default: the step's own, played from step 0. */
  readonly reveal?: LabState<Part>
  /** What is seen, once it is revealed. */
  readonly after: Words
}

/** One of several answers. */
export interface ChoicePrediction<Part = DescentPart | AveragesPart> extends Asked<Part> {
  readonly kind?: 'choice'
  readonly answers: readonly Answer[]
  /** The share of the class that each answer may expect, in percent, in the order of the answers. */
  readonly votes?: readonly number[]
}

/** The sentences for an answer within `tolerance` of the truth, and for any other. */
interface Judged {
  readonly run: number
  readonly tolerance: number
  readonly near: Words
  readonly far: Words
}

/** A point of the map, dragged to where a run will be. The tolerance is a distance on the map. */
export interface PointPrediction<Part = DescentPart | AveragesPart> extends Asked<Part>, Judged {
  readonly kind: 'point'
  readonly step: number
  /** The initial position (θ₀, θ₁). */
  readonly from: readonly [number, number]
}

/** J of a run against steps, drawn with the pointer or the arrow keys. The tolerance is in powers of ten of J. */
export interface CurvePrediction<Part = DescentPart | AveragesPart> extends Asked<Part>, Judged {
  readonly kind: 'curve'
  readonly steps: number
  /** Powers of ten of J at the bottom and the top of the paper. */
  readonly powers: readonly [number, number]
  /** Sentences in place of `far` for a curve that lies above the truth on average, or below it. */
  readonly features?: { readonly above?: Words; readonly below?: Words }
}

export type Prediction<Part = DescentPart | AveragesPart> =
  ChoicePrediction<Part> | PointPrediction<Part> | CurvePrediction<Part>

export interface Outcome {
  readonly done: boolean
  /** The value compared with the best so far. Absent while there is none. */
  readonly score?: number
  /** Why it is not done yet. */
  readonly says?: Words
}

/** A number of a run's own that its sliders set. */
export type Setting = 'alpha' | 'batchSize' | HyperparameterName

/** The index of the run that counts. Default: 0. `best` takes the one that does best. */
interface OfRun {
  readonly run?: number | 'best'
}
/** Averages lab: the index of the average. */
interface OfCurve {
  readonly curve?: number | 'best'
}

/** What a challenge measures. */
export type Measure =
  /** The first step, or the examples read by then, from which J stays below `cost` to the end, for at least `lasting` steps. */
  | ({
      readonly what: 'stepsBelow' | 'examplesBelow'
      readonly cost: number
      readonly lasting?: number
    } & OfRun)
  /** J, or the distance from the nearest listed minimum, at a step. Default: the last. */
  | ({ readonly what: 'cost' | 'distance'; readonly step?: number } & OfRun)
  /** The standard deviation of J over the last steps. Default: 200. */
  | ({ readonly what: 'swing'; readonly last?: number } & OfRun)
  /** A setting of a run that did not diverge. In the averages lab: β. */
  | ({ readonly what: Setting } & OfRun & OfCurve)
  /** The number of wrong labels in the training set. */
  | { readonly what: 'wrongLabels' }
  /** Averages lab: the root mean square error against the season, V₁/θ₁, the measured lag in days. */
  | ({ readonly what: 'error' | 'firstDay' | 'lag' } & OfCurve)

/** Further conditions. */
export interface Provided {
  /** J never rises from one step to the next. */
  readonly neverRises?: true
  /** The number of epochs that the run reads. */
  readonly epochs?: { readonly atLeast?: number; readonly atMost?: number }
  /** Averages lab: on this day the average without bias correction is within this share of the corrected one. */
  readonly uncorrected?: { readonly day: number; readonly within: number }
}

export type Challenge = {
  /** The best result is stored under it, so never rename one. */
  readonly id: string
  readonly task: Words
  readonly hint?: Words
  /** The optimizers that runs may use. */
  readonly optimizers?: readonly OptimizerKey[]
  readonly provided?: Provided
  /** Controls of the step that must stay as they are. */
  readonly fixed?: readonly ControlName[]
} & (
  | { readonly measure: Measure; readonly atMost: number }
  | { readonly measure: Measure; readonly atLeast: number }
  /** The smallest batch size measured on this machine whose epoch takes at most `slowdown` times as long as the shortest. */
  | { readonly measure: { readonly what: 'smallestBatch'; readonly slowdown: number } }
)
