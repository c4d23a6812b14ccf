// What an optimizer is. A rule is stateless: the engine owns its named memory (V, S, …), zeroed, one number a
// parameter, so that memory can be plotted, copied and rewound. A rule moves w in place and allocates nothing.

import type { Convention, HyperparameterName } from '../experiment.ts'
import type { Formula } from '../formula.ts'
import type { Rule } from '../language/tree.ts'
import type { Words } from '../words.ts'

/** The numbers that a rule reads. One shape for all rules. */
export interface Settings {
  readonly beta: number
  readonly beta1: number
  readonly beta2: number
  readonly rho: number
  readonly epsilon: number
  readonly weightDecay: number
  /** true: the course's convention; false: PyTorch's. */
  readonly course: boolean
  readonly biasCorrection: boolean
}

/** Named arrays: a slot has one number a parameter; a running number (a power βᵗ, a product) is an array of one. */
export type Memory = Readonly<Record<string, Float64Array>>

/** Linear iterations whose theory is known: `mapTheory.ts` has their limits and rates. */
export type LinearRule = 'plain' | 'heavyBall' | 'accelerated'

/** What pages and verdicts know of an optimizer besides its rule. */
export interface Traits {
  /**
   * What α multiplies: the gradient or an average of it; a direction whose every part is about 1 long, so that α is a length;
   * a step that the rule sizes itself; `unknown`: none of these, as may be in a rule that a person wrote.
   */
  readonly scale: 'gradient' | 'unit' | 'own' | 'unknown'
  /** The theory that holds on a constant Hessian, without bias correction. */
  readonly linear?: LinearRule
  /** V is an average in the course's convention and a sum in PyTorch's: 1/(1 − β) times as large. */
  readonly sums?: true
}

export interface Optimizer {
  readonly traits: Traits
  /** The rule that a person wrote, where this is one. */
  readonly own?: Rule
  readonly label: Words
  /** One or two sentences: what it does with the gradient, for the menu and the help. */
  readonly help: Words
  readonly citation: string
  /** The week's four come first in menus; the rest stand under "More". */
  readonly week: boolean
  /** The rule: in the course's convention or PyTorch's, corrected or not where it offers a correction. */
  ruleOf(course: boolean, corrected: boolean): Rule
  /** Its lines, typeset by the page, one list a convention. */
  formula(convention: Convention, biasCorrection: boolean): readonly Formula[]
  /** The default α on the default bowl. */
  readonly alpha: number
  /** At that α, the number of steps within which J − Jmin on the bowl of κ = 20 falls a hundredfold. */
  readonly hundredfoldWithin: number
  /** The rule's memories. */
  readonly slots: readonly string[]
  /** What the slots begin with. */
  readonly starts: readonly number[]
  /** Names of running numbers, the powers βᵗ, and what they start from. */
  readonly running: Readonly<Record<string, number>>
  readonly hyperparameters: Readonly<Partial<Record<HyperparameterName, number>>>
  /** The default of the switch; absent where the optimizer has none. */
  readonly biasCorrection?: boolean
}
