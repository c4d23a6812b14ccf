// Random rules and surfaces within the limits of the language. The fuzzer tests the compiled loops with them. Not part
// of the app.

import { stream, type Stream } from '../random.ts'

const numbers = ['0', '1', '2', '0.5', '3', '1e-3', '0.9', '7', '1e10', '1e-200', '0.25', '100']
const unary = ['sqrt', 'exp', 'log', 'sin', 'cos', 'tan', 'tanh', 'abs', 'sign', '-']
const binary = ['+', '-', '*', '/', '+', '-', '*', '/', '^', '<', '>', '<=', '>=']

class Texts {
  readonly draws: Stream
  constructor(draws: Stream) {
    this.draws = draws
  }
  one<T>(list: readonly T[]): T {
    return list[this.draws.below(list.length)]
  }
  expression(names: readonly string[], depth: number): string {
    const kind = depth <= 0 ? 0 : this.draws.below(10)
    if (kind < 2) return this.draws.below(3) === 0 ? this.one(numbers) : this.one(names)
    if (kind < 4) {
      const name = this.one(unary)
      return name === '-'
        ? `(-${this.expression(names, depth - 1)})`
        : `${name}(${this.expression(names, depth - 1)})`
    }
    if (kind === 4)
      return `${this.one(['min', 'max'])}(${this.expression(names, depth - 1)}, ${this.expression(names, depth - 1)})`
    if (kind === 5)
      return `(${this.expression(names, depth - 1)})^${this.one(['2', '3', '4', '0.5', '-1', '1.5'])}`
    return `(${this.expression(names, depth - 1)} ${this.one(binary)} ${this.expression(names, depth - 1)})`
  }
}

/** Generates a rule. The same seed gives the same rule. */
export function generatedRule(seed: number): string {
  const texts = new Texts(stream(seed, 'rule'))
  const { draws } = texts
  const parameters = Array.from({ length: draws.below(4) }, (_, i) => `p${i}`)
  const memories = Array.from({ length: draws.below(4) }, (_, i) => `M${i}`)
  const lines = parameters.map(
    (name) => `parameter ${name} = ${texts.one(['0', '0.5', '0.9', '0.999', '2', '-1'])}`,
  )
  if (memories.length > 0 && draws.below(3) === 0) lines.push(`memory M0 = ${texts.one(['1', '0.1', '-2'])}`)
  const known = ['w', 'dW', 'alpha', 't', 'epoch', 'J', 'n', 'pi', 'e', ...parameters]
  const powers = parameters.flatMap((name) => [`${name}^t`, `(1 - ${name}^t)`])
  const reductions = ['w', 'dW', ...memories].flatMap((name) => [
    `norm(${name})`,
    `sum(${name})`,
    `mean(${name})`,
  ])
  const names = [...known, ...powers, ...reductions, ...memories, 'w', 'dW', 'dW', 'w', ...memories]
  const locals: string[] = []
  const count = 1 + draws.below(4)
  for (let i = 0; i < count; i++) {
    const local = `c${i}`
    lines.push(`${local} = ${texts.expression([...names, ...locals], 1 + draws.below(3))}`)
    locals.push(local)
  }
  for (const memory of memories)
    lines.push(`${memory} = 0.5*${memory} + ${texts.expression([...names, ...locals], 1 + draws.below(3))}`)
  lines.push(`w = w - alpha*${texts.expression([...names, ...locals], 2)}`)
  return lines.join('\n')
}

/** Generates a surface. */
export const generatedSurface = (seed: number): string =>
  new Texts(stream(seed, 'surface')).expression(['x', 'y', 'x', 'y', 'pi', 'e'], 4)
