// The notes' letters where the objective has weights, x and y where it is a formula. Always the same lists, so that what is
// made of them is not made anew.

const weights = ['w', 'b'] as const
const places = ['x', 'y'] as const

export function axisNames(kind: string): readonly [string, string] {
  return kind === 'bowl' || kind === 'leastSquares' || kind === 'quadratic' ? weights : places
}
