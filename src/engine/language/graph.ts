// A text's arithmetic as a list of operations on numbered results, with equal results merged. Every back end runs these
// operations in this order, so all give the same bits.

import { apply, type Operation } from './operations.ts'

export interface Node {
  readonly operation: Operation
  readonly left: number
  readonly right: number
  /** The value of a `number`, or the index of an `input` among the graph's inputs. */
  readonly value: number
}

const unary: ReadonlySet<Operation> = new Set<Operation>(
  'negate abs sign sqrt exp log sin cos tan tanh flush'.split(' ') as Operation[],
)
const commonPowers: Readonly<Record<number, boolean>> = {
  2: true,
  3: true,
  4: true,
  [-1]: true,
  1: true,
  0: true,
}

export class Graph {
  readonly nodes: Node[] = []
  readonly inputs: string[] = []
  /** For constants that are not finite: the operation on finite constants that produced them. */
  readonly folded = new Map<
    number,
    { readonly operation: Operation; readonly a: number; readonly b: number }
  >()
  private readonly known = new Map<string, number>()

  number(value: number): number {
    const key = Object.is(value, -0) ? '-0' : String(value)
    return this.put(`number ${key}`, { operation: 'number', left: 0, right: 0, value })
  }

  input(name: string): number {
    const found = this.known.get(`input ${name}`)
    if (found !== undefined) return found
    const value = this.inputs.push(name) - 1
    return this.put(`input ${name}`, { operation: 'input', left: 0, right: 0, value })
  }

  /** Adds an operation and returns its result: an existing equal one, or a number if all operands are constant. */
  add(operation: Operation, left: number, right = left): number {
    const a = this.constant(left)
    const b = this.constant(right)
    if (a !== undefined && (b !== undefined || unary.has(operation))) {
      const value = apply(operation, a, b ?? a)
      const node = this.number(value)
      if (value * 0 !== 0 && a * 0 === 0 && (b ?? a) * 0 === 0 && !this.folded.has(node))
        this.folded.set(node, { operation, a, b: b ?? a })
      return node
    }
    if (operation === 'power' && b !== undefined && commonPowers[b]) return this.commonPower(left, b)
    if (operation === 'multiply' && b === 1) return left
    if (operation === 'multiply' && a === 1) return right
    if (operation === 'divide' && b === 1) return left
    if (operation === 'negate' && this.nodes[left].operation === 'negate') return this.nodes[left].left
    const key = `${operation} ${left} ${unary.has(operation) ? left : right}`
    return this.put(key, { operation, left, right: unary.has(operation) ? left : right, value: 0 })
  }

  constant(node: number): number | undefined {
    const { operation, value } = this.nodes[node]
    return operation === 'number' ? value : undefined
  }

  /** Expands a power as powerWhole does. */
  private commonPower(base: number, exponent: number): number {
    if (exponent === 1) return base
    if (exponent === 0) return this.number(1)
    if (exponent === -1) return this.add('divide', this.number(1), base)
    const square = this.add('multiply', base, base)
    if (exponent === 2) return square
    return exponent === 3 ? this.add('multiply', square, base) : this.add('multiply', square, square)
  }

  private put(key: string, node: Node): number {
    let at = this.known.get(key)
    if (at === undefined) {
      at = this.nodes.push(node) - 1
      this.known.set(key, at)
    }
    return at
  }

  /** Returns the nodes that the outputs depend on, ascending. */
  needed(outputs: readonly number[]): number[] {
    const seen = new Uint8Array(this.nodes.length)
    for (const output of outputs) seen[output] = 1
    for (let i = this.nodes.length - 1; i >= 0; i--) {
      const { operation, left, right } = this.nodes[i]
      if (seen[i] === 0 || operation === 'number' || operation === 'input') continue
      seen[left] = 1
      seen[right] = 1
    }
    return Array.from(this.nodes.keys()).filter((i) => seen[i] === 1)
  }
}

/** Whether an operation has a second operand. */
export const isBinary = (operation: Operation): boolean =>
  !unary.has(operation) && operation !== 'number' && operation !== 'input'
