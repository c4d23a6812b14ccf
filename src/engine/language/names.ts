// Resolves the names of a rule: parameters, memories (read before they are written in a step), locals, and built-in
// inputs.

import { functionNames } from './functions.ts'
import { quoted, Refused, type Place } from './fault.ts'
import type { Assignment, Expression, MemoryStart, Parameter, Rule, Statement } from './tree.ts'

/** Known in every rule. Only w may be assigned. */
export const knownInputs = ['w', 'dW', 'alpha', 't', 'epoch', 'J', 'n', 'pi', 'e'] as const
const known: ReadonlySet<string> = new Set(knownInputs)
/** Words with another meaning in the language or in its back ends. */
const reserved: ReadonlySet<string> = new Set(
  `${functionNames.join(' ')} ln parameter memory from to constructor prototype toString valueOf hasOwnProperty isPrototypeOf import eval`.split(
    ' ',
  ),
)

const refuse = (place: Place, en: string, zh: string, length = 1): Refused =>
  new Refused(place, { en, zh }, length)

interface Limits {
  readonly parameters: number
  readonly memories: number
}

/** Returns the rule of these statements. Throws the first fault in text order. */
export function checkedRule(source: string, statements: readonly Statement[], limits: Limits): Rule {
  const parameters = new Map<string, Parameter>()
  const starts = new Map<string, MemoryStart>()
  const assigned = new Set<string>()
  for (const statement of statements) {
    const { name } = statement
    const length = name.length
    const said = quoted(name)
    if (reserved.has(name) || (known.has(name) && (statement.kind !== 'assignment' || name !== 'w')))
      throw refuse(
        statement,
        `${said} has a meaning already and must not be assigned`,
        `${said} 已有含义，不能赋值`,
        length,
      )
    if (statement.kind === 'assignment') {
      if (parameters.has(name))
        throw refuse(
          statement,
          `${said} is a parameter and must not be assigned`,
          `${said} 是参数，不能赋值`,
          length,
        )
      assigned.add(name)
      continue
    }
    if (parameters.has(name) || starts.has(name) || (statement.kind === 'parameter' && assigned.has(name)))
      throw refuse(statement, `${said} is declared or assigned already`, `${said} 已声明或赋值`, length)
    if (statement.kind === 'memory') starts.set(name, statement)
    else if (parameters.set(name, statement).size > limits.parameters)
      throw refuse(
        statement,
        `more than ${limits.parameters} parameters`,
        `参数超过 ${limits.parameters} 个`,
        length,
      )
  }
  const assignments = statements.filter(
    (statement): statement is Assignment => statement.kind === 'assignment',
  )

  const memories = new Map<string, number>()
  const remember = (name: string, place: Place): void => {
    if (memories.has(name)) return
    memories.set(name, starts.get(name)?.value ?? 0)
    if (memories.size > limits.memories)
      throw refuse(
        place,
        `more than ${limits.memories} memories`,
        `记忆量超过 ${limits.memories} 个`,
        name.length,
      )
  }
  const written = new Set<string>()
  const look = (expression: Expression): void => {
    switch (expression.kind) {
      case 'number':
        return
      case 'negate':
        return look(expression.of)
      case 'operation':
        look(expression.left)
        return look(expression.right)
      case 'call':
        return expression.values.forEach(look)
      case 'reduction': {
        const { of, name } = expression
        if (of === 'w' || of === 'dW') return
        if (!assigned.has(of))
          throw refuse(
            expression,
            `${name} takes w, dW or a memory, not ${quoted(of)}`,
            `${name} 只接受 w、dW 或记忆量，而不是 ${quoted(of)}`,
            name.length,
          )
        return remember(of, expression)
      }
      case 'name': {
        const { name } = expression
        if (known.has(name) || parameters.has(name) || written.has(name)) return
        if (assigned.has(name) || starts.has(name)) return remember(name, expression)
        throw unknown(expression, name, [...parameters.keys(), ...assigned, ...known])
      }
    }
  }
  for (const assignment of assignments) {
    look(assignment.value)
    // A declared memory is a memory even if it is written first.
    if (starts.has(assignment.name)) remember(assignment.name, assignment)
    written.add(assignment.name)
  }
  for (const start of starts.values())
    if (!assigned.has(start.name))
      throw refuse(
        start,
        `the memory ${quoted(start.name)} is never assigned`,
        `记忆量 ${quoted(start.name)} 从未赋值`,
        start.name.length,
      )
  if (!assigned.has('w'))
    throw refuse(
      lastPlace(source),
      statements.length === 0
        ? 'the rule is empty; it must assign w'
        : 'the rule must assign w, as in w = w - alpha*dW',
      statements.length === 0 ? '规则是空的；必须给 w 赋值' : '规则必须给 w 赋值，如 w = w - alpha*dW',
    )
  return {
    source,
    statements,
    parameters: [...parameters.values()],
    memories: Array.from(memories, ([name, start]) => ({ name, start })),
    assignments,
  }
}

function unknown(place: Place, name: string, names: readonly string[]): Refused {
  const near = names.find((other) => other !== name && other.toLowerCase() === name.toLowerCase())
  const said = quoted(name)
  if (near)
    return refuse(
      place,
      `unknown name ${said}; did you mean ${near}?`,
      `名称 ${said} 未知；是否指 ${near}？`,
      name.length,
    )
  return refuse(
    place,
    `unknown name ${said}; declare it in a line of its own: parameter ${name} = 0.9`,
    `名称 ${said} 未知；可单独一行声明：parameter ${name} = 0.9`,
    name.length,
  )
}

function lastPlace(source: string): Place {
  const lines = source.trimEnd().split(/\r\n|[\n\r\u2028\u2029]/)
  return { at: source.trimEnd().length, line: lines.length, column: [...lines[lines.length - 1]].length + 1 }
}
