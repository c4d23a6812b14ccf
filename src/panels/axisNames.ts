// The notes' letters where the objective has weights, x and y where it is a formula.

export function axisNames(kind: string): readonly [string, string] {
  return kind === 'bowl' || kind === 'leastSquares' || kind === 'quadratic' ? ['w', 'b'] : ['x', 'y']
}
