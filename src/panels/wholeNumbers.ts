// The values below the symbols of a formula. A value belongs to the whole symbol above it, including its power: βᵗ is
// below βᵗ, and the square below dW².

import type { FormulaNode } from '../engine/formula.ts'
import { wholeKey } from '../typeset/glyphs.ts'

/** Returns values by `wholeKey` from those of the bare symbols. A power other than 2 or t has none. */
export function wholeNumbers(
  nodes: readonly FormulaNode[],
  numbers: Readonly<Record<string, number>>,
  t: number,
): Record<string, number> {
  const whole: Record<string, number> = {}
  const visit = (node: FormulaNode): void => {
    if (typeof node === 'string') return
    if ('over' in node) return [...node.over, ...node.under].forEach(visit)
    if ('root' in node) return node.root.forEach(visit)
    if ('group' in node) return node.group.forEach(visit)
    const { symbol, power } = node
    if (!Object.hasOwn(numbers, symbol)) return
    const x = numbers[symbol]
    const exponent = power === undefined ? 1 : power === '2' ? 2 : power === 't' ? t : NaN
    const value = exponent === 1 ? x : exponent === 2 ? x * x : x ** exponent
    if (Number.isFinite(value)) whole[wholeKey(symbol, power)] = value
  }
  nodes.forEach(visit)
  return whole
}
