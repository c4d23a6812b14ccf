// An optimizer from its rule in the language of doc/rule.md: slots, running numbers, formula, script and loops follow from the
// text. An own rule and a built-in one are made by the same function.

import type { Convention, HyperparameterName } from '../experiment.ts'
import { hyperparameters } from '../hyperparameters.ts'
import { programOfRule } from '../language/machine.ts'
import { parseRule } from '../language/parse.ts'
import type { Rule } from '../language/tree.ts'
import { typesetRule } from '../language/typeset.ts'
import type { Optimizer } from './optimizer.ts'

/** What an optimizer's file says; the rest is made from `rule`. */
export type Written = Omit<Optimizer, 'formula' | 'slots' | 'starts' | 'running' | 'ruleOf' | 'own'> & {
  /** The lines of the rule, without its parameters: the course's convention or PyTorch's, corrected or not. */
  rule(course: boolean, corrected: boolean): readonly string[]
}

const parsed = new Map<string, Rule>()

/** The rule of a text that is known to be one. */
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

/** `parameter beta = 0.9 from 0 to 0.999`: the slider that the page has, as the language writes it. */
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
  return { ...words, ...partsOf(ruleOf(true, true)), ruleOf, formula: formulaOf(ruleOf) }
}

const formulaOf = (ruleOf: Optimizer['ruleOf']) => (convention: Convention, corrected: boolean) =>
  typesetRule(ruleOf(convention === 'course', corrected))

/** What a run keeps of a rule: its memories, and the running powers of its parameters. */
export const partsOf = (rule: Rule): Pick<Optimizer, 'slots' | 'starts' | 'running'> => ({
  slots: rule.memories.map(({ name }) => name),
  starts: rule.memories.map(({ start }) => start),
  running: Object.fromEntries(programOfRule(rule).powers.map((_, k) => [`power ${k}`, 1])),
})
