// A custom rule in the language of doc/rule.md: an optimizer like those of the registry, built from its text. Its
// memories are its slots, its parameters its sliders.

import type { RunSettings } from '../runSettings.ts'
import { parseRule } from '../language/parse.ts'
import type { Rule } from '../language/tree.ts'
import { typesetRule } from '../language/typeset.ts'
import { withParts } from './fromRule.ts'
import type { Optimizer, Traits } from './optimizer.ts'
import { scaleOf } from './traits.ts'

/** The initial text of a custom rule: the notes' momentum. */
export const defaultRule = `parameter beta = 0.9 from 0 to 0.999
V = beta*V + (1 - beta)*dW
w = w - alpha*V
`

/** An optimizer with the rule it was built from. */
export interface OwnRule extends Optimizer {
  readonly own: Rule
}

const made = new Map<string, OwnRule>()
const kept = 64

/** Throws a RangeError with the parser's sentence if `source` is not a rule. */
export function ownRule(source: string): OwnRule {
  const known = made.get(source)
  if (known) return known
  const parsed = parseRule(source)
  if (!parsed.ok) throw new RangeError(parsed.fault.message)
  const own = parsed.value
  let traits: Traits | undefined
  const optimizer: OwnRule = withParts({
    own,
    label: { en: 'Your own rule', zh: '自己的规则' },
    help: {
      en: 'A rule that you write yourself, a line a statement: V = beta*V + (1 - beta)*dW, w = w - alpha*V.',
      zh: '自己写的更新规则，每行一条语句：V = beta*V + (1 - beta)*dW，w = w - alpha*V。',
    },
    citation: 'Ravine, doc/rule.md, 2026',
    get traits() {
      return (traits ??= { scale: scaleOf(own) })
    },
    formula: () => typesetRule(own),
    alpha: 0.1,
    hundredfoldWithin: 48,
    ruleOf: () => own,
    hyperparameters: {},
  })
  made.set(source, optimizer)
  if (made.size > kept) made.delete(made.keys().next().value!)
  return optimizer
}

/**
 * Returns the run with a new text of its custom rule. A slider that was moved keeps its value while the text declares
 * it unchanged. If the declaration is gone or has another default, the text wins.
 */
export function withRule<Run extends Pick<RunSettings, 'rule' | 'parameters'>>(
  run: Run,
  source: string,
): Omit<Run, 'parameters'> & Pick<RunSettings, 'rule' | 'parameters'> {
  const declared = (text: string): ReadonlyMap<string, number> =>
    new Map(ownRule(text).own.parameters.map(({ name, value }) => [name, value]))
  const [before, after] = [declared(run.rule ?? defaultRule), declared(source)]
  const set = Object.entries(run.parameters ?? {}).filter(
    ([name]) => after.has(name) && after.get(name) === before.get(name),
  )
  const { parameters: _, ...rest } = run
  return { ...rest, rule: source, ...(set.length > 0 ? { parameters: Object.fromEntries(set) } : {}) }
}
