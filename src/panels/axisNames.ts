// The notes' letters for objectives with weights, x and y for a formula. The lists have stable identities, so memoized
// values survive.

const weights = ['w', 'b'] as const
const places = ['x', 'y'] as const

export function axisNames(kind: string): readonly [string, string] {
  return kind === 'bowl' || kind === 'leastSquares' || kind === 'quadratic' ? weights : places
}
