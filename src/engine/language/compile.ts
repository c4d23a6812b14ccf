// Turns a text into something that runs: the rule, its graph, and a machine over the caller's arrays.

import type { LanguageFault } from './fault.ts'
import { Machine, programOfRule, type Program } from './machine.ts'
import { knownNames, parseRule } from './parse.ts'
import type { Rule } from './tree.ts'

export type CompiledRule =
  | {
      readonly ok: true
      readonly rule: Rule
      readonly program: Program
      /** Creates a machine over `dimension` components with its memories at their initial values. */
      begin(start: ArrayLike<number>, parameters?: Readonly<Record<string, number>>): Machine
    }
  | { readonly ok: false; readonly fault: LanguageFault }

export function compileRule(source: string): CompiledRule {
  const parsed = parseRule(source)
  if (!parsed.ok) return parsed
  const rule = parsed.value
  const program = programOfRule(rule)
  return {
    ok: true,
    rule,
    program,
    begin(start, parameters) {
      const w = Float64Array.from(start)
      const memories = rule.memories.map((memory) => new Float64Array(w.length).fill(memory.start))
      const powers = program.powers.map(() => Float64Array.of(1))
      return new Machine(program, { w, dW: new Float64Array(w.length), memories, powers }, parameters)
    },
  }
}

/** Returns the names that an editor may complete: those of the text so far, then those known everywhere. */
export function namesIn(source: string): readonly string[] {
  const own = source.slice(0, 2000).match(/[A-Za-z][A-Za-z0-9_]*/g) ?? []
  return [...new Set([...own, ...knownNames])]
}
