// A compiled surface: J, its gradient and its Hessian as one graph, evaluated by the interpreter.

import { derivative } from './derive.ts'
import { Graph } from './graph.ts'
import { lowerSurface } from './lower.ts'
import { parseSurface } from './parse.ts'
import { Tape } from './tape.ts'
import type { SurfaceText } from './tree.ts'

/** The texts of a surface. The gradient is derived unless given. */
export interface SurfaceSource {
  readonly value: string
  readonly gradient?: readonly [string, string]
  /** Names of constants that the texts may use. */
  readonly constants?: readonly string[]
}

export interface SurfaceProgram {
  readonly graph: Graph
  readonly value: number
  readonly gradient: readonly [number, number]
  /** ∂²/∂x², ∂²/∂x∂y, ∂²/∂y². */
  readonly hessian: readonly [number, number, number]
  readonly constants: readonly string[]
}

/** Throws a RangeError with the parser's sentence if a text is not a formula. */
export function surfaceProgram({ value, gradient, constants = [] }: SurfaceSource): SurfaceProgram {
  const read = (text: string): SurfaceText => {
    const parsed = parseSurface(text, constants)
    if (!parsed.ok) throw new RangeError(parsed.fault.message)
    return parsed.value
  }
  return programOf(read(value), gradient && [read(gradient[0]), read(gradient[1])], constants)
}

export function programOf(
  text: SurfaceText,
  gradient?: readonly [SurfaceText, SurfaceText],
  constants: readonly string[] = [],
): SurfaceProgram {
  const graph = new Graph()
  graph.input('x')
  graph.input('y')
  for (const name of constants) graph.input(name)
  const value = lowerSurface(text, graph)
  const alongX = new Map<number, number>()
  const alongY = new Map<number, number>()
  const slopes = gradient
    ? ([lowerSurface(gradient[0], graph), lowerSurface(gradient[1], graph)] as const)
    : ([derivative(graph, value, 'x', alongX), derivative(graph, value, 'y', alongY)] as const)
  const hessian = [
    derivative(graph, slopes[0], 'x', alongX),
    derivative(graph, slopes[0], 'y', alongY),
    derivative(graph, slopes[1], 'y', alongY),
  ] as const
  return { graph, value, gradient: slopes, hessian, constants }
}

/** J, gradient and Hessian from the interpreter. Evaluating allocates nothing. */
export interface SurfaceFunctions {
  value(x: number, y: number): number
  gradient(x: number, y: number, out: Float64Array): void
  both(w: Float64Array, dW: Float64Array): number
  hessian(x: number, y: number, out: Float64Array): void
}

export function interpretSurface(
  program: SurfaceProgram,
  constants: readonly number[] = [],
): SurfaceFunctions {
  const { graph, value, gradient, hessian } = program
  const valueTape = new Tape(graph, [value])
  const gradientTape = new Tape(graph, [value, ...gradient])
  const hessianTape = new Tape(graph, hessian)
  for (const tape of [valueTape, gradientTape, hessianTape])
    constants.forEach((constant, i) => tape.set(i + 2, constant))
  const at = (tape: Tape, x: number, y: number): void => {
    tape.set(0, x)
    tape.set(1, y)
    tape.run()
  }
  return {
    value(x, y) {
      at(valueTape, x, y)
      return valueTape.output(0)
    },
    gradient(x, y, out) {
      at(gradientTape, x, y)
      out[0] = gradientTape.output(1)
      out[1] = gradientTape.output(2)
    },
    both(w, dW) {
      at(gradientTape, w[0], w[1])
      dW[0] = gradientTape.output(1)
      dW[1] = gradientTape.output(2)
      return gradientTape.output(0)
    },
    hessian(x, y, out) {
      at(hessianTape, x, y)
      for (let i = 0; i < 3; i++) out[i] = hessianTape.output(i)
    },
  }
}
