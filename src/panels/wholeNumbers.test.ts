// A law over all formulas with values: the values below the symbols compute. Evaluating each line of each rule with the
// values on its right side gives the value on its left side.

import { describe, expect, it } from 'vitest'
import type { Formula, FormulaNode } from '../engine/formula.ts'
import { optimizers, settingsOf, type OptimizerKey } from '../engine/optimizers/index.ts'
import type { Optimizer } from '../engine/optimizers/optimizer.ts'
import { column } from '../engine/row.ts'
import { programOfRule } from '../engine/language/machine.ts'
import { parseSurface } from '../engine/language/parse.ts'
import { interpretSurface, programOf } from '../engine/language/surfaceProgram.ts'
import { completed } from '../engine/validate.ts'
import { warmUp } from '../engine/weights.ts'
import { wholeKey } from '../typeset/glyphs.ts'
import { corrected, recurrence } from '../labs/averages/view/DayEquations.tsx'
import { computeRace } from '../engine/computeRace.ts'
import { linesAlong, localsOf, numbersAlong } from './lesson/rule.ts'
import { wholeNumbers } from './wholeNumbers.ts'

type Numbers = Readonly<Record<string, number>>

/** Returns a line's text with each symbol replaced by its value, or undefined if one has none. t is the step. */
function written(nodes: readonly FormulaNode[], numbers: Numbers, t: number): string | undefined {
  const tokens: string[] = []
  let bars = 0
  const put = (node: FormulaNode): boolean => {
    if (typeof node === 'string') {
      for (const token of node.match(/[a-z]+|[\d.]+|[^\s]/g) ?? []) {
        if (token === '|') tokens.push(bars++ % 2 === 0 ? 'abs(' : ')')
        else tokens.push({ '½': '0.5', '·': '*', '−': '-' }[token] ?? token)
      }
      return true
    }
    if ('symbol' in node) {
      const value = numbers[wholeKey(node.symbol, node.power)]
      if (tokens.at(-1) === 'sign') tokens.splice(-1, 1, `(${Math.sign(value)})`)
      else tokens.push(`(${value})`)
      return value !== undefined
    }
    const parts =
      'over' in node
        ? [written(node.over, numbers, t), written(node.under, numbers, t)]
        : [written('root' in node ? node.root : node.group, numbers, t)]
    if (parts.includes(undefined)) return false
    if ('over' in node) tokens.push(`((${parts[0]})/(${parts[1]}))`)
    else if ('root' in node) tokens.push(`sqrt(${parts[0]})`)
    else if (node.power === undefined) tokens.push(`(${parts[0]})`)
    else tokens.push(`((${parts[0]})^(${node.power === 't' ? t : node.power}))`)
    return true
  }
  if (!nodes.every(put)) return undefined
  // Adjacent symbols are multiplied.
  return tokens.reduce((text, token) => {
    const times = /[\d)]$/.test(text) && /^[\d(a-z]/.test(token)
    return text + (times ? '*' : '') + token
  }, '')
}

function valueOf(text: string): number {
  const parsed = parseSurface(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.message}`)
  return interpretSurface(programOf(parsed.value)).value(0, 0)
}

/** Evaluates both sides of a line at its = or :=. Undefined if a symbol has no value. */
function sidesOf(line: Formula, numbers: Numbers, t: number): readonly [number, number] | undefined {
  const at = line.findIndex((node) => typeof node === 'string' && /:?=/.test(node))
  const [left, right] = (line[at] as string).split(/:?=/)
  const sides = [
    written([...line.slice(0, at), left], numbers, t),
    written([right, ...line.slice(at + 1)], numbers, t),
  ]
  return sides[0] === undefined || sides[1] === undefined ? undefined : [valueOf(sides[0]), valueOf(sides[1])]
}

function expectLaw([left, right]: readonly [number, number]): void {
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(left), Math.abs(right), 1e-12))
}

describe('the numbers beneath a rule compute', () => {
  const cases = (Object.keys(optimizers) as OptimizerKey[]).flatMap((key) =>
    (['course', 'pytorch'] as const).flatMap((convention) =>
      ('biasCorrection' in optimizers[key] ? [false, true] : [undefined]).map(
        (biasCorrection) => [key, convention, biasCorrection] as const,
      ),
    ),
  )
  it.each(cases)('%s, %s, bias correction %s', (optimizer, convention, biasCorrection) => {
    const experiment = completed({
      objective: { kind: 'quadratic', curvature: [1, 20] },
      start: [-9, 1.5],
      steps: 9,
      convention,
      runs: [{ optimizer, alpha: 0.04, ...(biasCorrection === undefined ? {} : { biasCorrection }) }],
    })
    const [run] = experiment.runs
    const { slots, formula, ruleOf }: Optimizer = optimizers[optimizer]
    const settings = settingsOf(run, convention)
    const [{ rows, width }] = computeRace(experiment)
    const names = ['w', 'dW', ...slots]
    const locals = localsOf(programOfRule(ruleOf(settings.course, settings.biasCorrection)))
    for (const step of [1, 2, 9])
      for (const component of [0, 1] as const) {
        const axis = 'wb'[component]
        const numbers = numbersAlong(
          run,
          settings,
          {
            before: { rows, from: (step - 1) * width },
            after: { rows, from: step * width },
            columnOf: (name) => (names.includes(name) ? column.theta + 2 * names.indexOf(name) : -1),
          },
          component,
          axis,
        )
        for (const line of linesAlong(formula(convention, settings.biasCorrection), slots, axis, locals)) {
          const sides = sidesOf(line, wholeNumbers(line, numbers, step), step)
          if (!sides) throw new Error(`a symbol has no number: ${JSON.stringify(line)}`)
          expectLaw(sides)
        }
      }
  })
})

it('the numbers beneath the day’s equations compute', () => {
  for (const [beta, t, v, before, theta] of [
    [0.98, 2, 0.98 * 0.3 + 0.02 * 12, 0.3, 12],
    [0.5, 7, 4.5, 4, 5],
  ]) {
    const numbers = { V_t: v, beta, 'V_t−1': before, theta_t: theta, Vc_t: v / warmUp(beta, t) }
    expectLaw(sidesOf(recurrence, wholeNumbers(recurrence, numbers, t), t)!)
    expectLaw(sidesOf(corrected, wholeNumbers(corrected, numbers, t), t)!)
  }
})

it('below a power is the power, or nothing', () => {
  const nodes: Formula = [
    { symbol: 'beta', power: 't' },
    { symbol: 'dW', power: '2' },
    { symbol: 'x', power: '(i)' },
    { symbol: 'beta' },
  ]
  expect(wholeNumbers(nodes, { beta: 0.98, dW: 3, x: 1 }, 2)).toEqual({
    'beta^t': 0.98 ** 2,
    'dW^2': 9,
    beta: 0.98,
  })
})
