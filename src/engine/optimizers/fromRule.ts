// Builds an optimizer from its rule in the language of doc/rule.md. Slots, running numbers, formula, script and loops
// follow from the text. Custom and built-in rules use the same function.

import type { Convention, HyperparameterName } from '../runSettings.ts'
import { hyperparameters } from '../hyperparameters.ts'
import { programOfRule } from '../language/machine.ts'
import { parseRule } from '../language/parse.ts'
import type { Rule } from '../language/tree.ts'
import { typesetRule } from '../language/typeset.ts'
import type { Optimizer } from './optimizer.ts'

/** What an optimizer's file declares. The rest follows from `rule`. */
export type Written = Omit<Optimizer, 'formula' | 'slots' | 'starts' | 'running' | 'ruleOf' | 'own'> & {
  /**
   * The lines of the rule, without its parameters, in the course's convention or PyTorch's, with or without bias
   * correction.
   */
  rule(course: boolean, corrected: boolean): readonly string[]
}

type Parts = Pick<Optimizer, 'slots' | 'starts' | 'running'>

const parsed = new Map<string, Rule>()

/** Parses a rule known to be valid. */
export function readRule(source: string): Rule {
  let rule = parsed.get(source)
  if (!rule) {
    const read = parseRule(source)
    if (!read.ok) throw new RangeError(read.fault.message)
    parsed.set(source, (rule = read.value))
    if (parsed.size > 128) parsed.delete(parsed.keys().next().value!)
  }
  return rule
}

/** Declares a page slider in the language: `parameter beta = 0.9 from 0 to 0.999`. */
function parameterLine([name, value]: [string, number]): string {
  const { scale, min, max } = hyperparameters[name as HyperparameterName]
  if (scale !== 'log') return `parameter ${name} = ${value} from ${min} to ${max}`
  return value >= min
    ? `parameter ${name} = ${value} from ${min} to ${max} log`
    : `parameter ${name} = ${value} from 0 to ${max}`
}

export function fromRule(optimizer: Written): Optimizer {
  const head = Object.entries(optimizer.hyperparameters).map(parameterLine)
  const ruleOf = (course: boolean, corrected: boolean): Rule =>
    readRule(`${[...head, ...optimizer.rule(course, corrected)].join('\n')}\n`)
  const { rule: _, ...words } = optimizer
  return withParts({ ...words, ruleOf, formula: formulaOf(ruleOf) })
}

/** Parses on first use: a page shows a few of the registry's rules. */
export function withParts<Without extends Omit<Optimizer, keyof Parts>>(optimizer: Without): Without & Parts {
  let parts: Parts | undefined
  const own = (): Parts => (parts ??= partsOf(optimizer.ruleOf(true, true)))
  return Object.defineProperties(optimizer, {
    slots: { get: () => own().slots, enumerable: true },
    starts: { get: () => own().starts, enumerable: true },
    running: { get: () => own().running, enumerable: true },
  }) as Without & Parts
}

const formulaOf = (ruleOf: Optimizer['ruleOf']) => (convention: Convention, corrected: boolean) =>
  typesetRule(ruleOf(convention === 'course', corrected))

/** What a run stores for a rule: its memories, and the running powers of its parameters. */
const partsOf = (rule: Rule): Parts => ({
  slots: rule.memories.map(({ name }) => name),
  starts: rule.memories.map(({ start }) => start),
  running: Object.fromEntries(programOfRule(rule).powers.map((_, k) => [`power ${k}`, 1])),
})
