// Finds why a surface has no value or no gradient at a point: the operation whose operands were still finite.

import type { NoValue } from '../noValue.ts'
import { isBinary } from './graph.ts'
import type { Operation } from './operations.ts'
import { surfaceProgram, type SurfaceProgram } from './surfaceProgram.ts'
import { Tape } from './tape.ts'

/** Returns undefined if value and gradient exist, or are only too large for a number. */
export function lacksOf(source: string): (x: number, y: number) => NoValue | undefined {
  let made: { readonly program: SurfaceProgram; readonly tape: Tape } | undefined
  return (x, y) => {
    if (!made) {
      const program = surfaceProgram({ value: source })
      made = { program, tape: new Tape(program.graph, [program.value, ...program.gradient]) }
    }
    const { program, tape } = made
    const { nodes } = program.graph
    tape.set(0, x)
    tape.set(1, y)
    tape.run()
    const { values } = tape
    let i = program.value
    if (values[i] * 0 === 0) return Number.isFinite(tape.output(1) + tape.output(2)) ? undefined : 'slope'
    // Go back to the operation whose operands were still finite.
    for (;;) {
      const { operation, left, right } = nodes[i]
      if (operation === 'number') break
      const [a, b] = [values[left], values[right]]
      if (isBinary(operation) && (b !== b || (a * 0 === 0 && b * 0 !== 0))) i = right
      else if (a * 0 !== 0) i = left
      else break
    }
    const { operation, left, right } = nodes[i]
    // Constants are computed when the formula is parsed.
    const folded = program.graph.folded.get(i)
    return folded
      ? blameOf(folded.operation, folded.a, folded.b, values[i])
      : blameOf(operation, values[left], values[right], values[i])
  }
}

/** Returns why an operation on finite numbers has no value, or undefined if the value is only too large. */
function blameOf(operation: Operation, a: number, b: number, value: number): NoValue | undefined {
  if (operation === 'log') return a < 0 ? 'log' : 'logOfZero'
  if (operation === 'sqrt') return 'sqrt'
  if (operation === 'divide' && b === 0) return 'division'
  if (operation !== 'power') return undefined
  if (a === 0) return 'division'
  return value !== value ? 'power' : undefined
}
