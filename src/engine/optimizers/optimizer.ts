// The interface of an optimizer. A rule is stateless: the engine owns its named memory (V, S, …), zero-initialized, one
// number per parameter, so it can be plotted, copied and rewound. A rule moves w in place and allocates nothing.

import type { Convention, HyperparameterName } from '../runSettings.ts'
import type { Formula } from '../formula.ts'
import type { Rule } from '../language/tree.ts'
import type { Words } from '../words.ts'

/** The numbers a rule reads. One shape for all rules. */
export interface Settings {
  readonly beta: number
  readonly beta1: number
  readonly beta2: number
  readonly rho: number
  readonly epsilon: number
  readonly weightDecay: number
  /** true: the course's convention. false: PyTorch's. */
  readonly course: boolean
  readonly biasCorrection: boolean
}

/**
 * Named arrays. A slot has one number per parameter. A running number (a power βᵗ, a product) is an array of length 1.
 */
export type Memory = Readonly<Record<string, Float64Array>>

/** Linear iterations with a known theory. `mapTheory.ts` has their limits and rates. */
export type LinearRule = 'plain' | 'heavyBall' | 'accelerated'

/** What pages and verdicts know about an optimizer besides its rule. */
export interface Traits {
  /**
   * What α multiplies. `gradient`: the gradient or an average of it. `unit`: a direction whose components are about 1,
   * so α is a length. `own`: a step that the rule scales itself. `unknown`: none of these, possible in a custom rule.
   */
  readonly scale: 'gradient' | 'unit' | 'own' | 'unknown'
  /** The theory that holds on a constant Hessian, without bias correction. */
  readonly linear?: LinearRule
  /** Set if V is an average in the course's convention and a sum in PyTorch's, 1/(1 − β) times as large. */
  readonly sums?: true
}

export interface Optimizer {
  readonly traits: Traits
  /** The user's rule, if this is a custom one. */
  readonly own?: Rule
  readonly label: Words
  /** One or two sentences for the menu and the help: what it does with the gradient. */
  readonly help: Words
  readonly citation: string
  /** The course's four come first in menus. The others are under "More". */
  readonly featured?: true
  /** Returns the rule in the course's convention or PyTorch's, with bias correction if it offers one. */
  ruleOf(course: boolean, corrected: boolean): Rule
  /** Returns its lines as formulas for typesetting. */
  formula(convention: Convention, biasCorrection: boolean): readonly Formula[]
  /** The default α on the default bowl. */
  readonly alpha: number
  /** The number of steps in which the default α reduces J − Jmin a hundredfold on the bowl with κ = 20. */
  readonly hundredfoldWithin: number
  /** Names of the rule's memories. */
  readonly slots: readonly string[]
  /** Initial values of the slots. */
  readonly starts: readonly number[]
  /** Names and initial values of the running numbers, such as the powers βᵗ. */
  readonly running: Readonly<Record<string, number>>
  readonly hyperparameters: Readonly<Partial<Record<HyperparameterName, number>>>
  /** The switch's default. Absent if the optimizer has none. */
  readonly biasCorrection?: boolean
}
