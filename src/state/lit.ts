// The highlighted symbol of the mathematics: set by the formula under the pointer or by its arrow, ellipse or curve in
// a picture, read by all of them.

import { create } from 'zustand'

interface Lit {
  /** The engine's name of a quantity: `dW`, `V`, `S`, `w`, `alpha`. */
  readonly symbol: string | null
  /** Along one parameter only. null: all of them. */
  readonly direction: 0 | 1 | null
}

export const useLit = create<Lit>()(() => ({ symbol: null, direction: null }))

export function light(symbol: string | null, direction: Lit['direction'] = null): void {
  const before = useLit.getState()
  if (before.symbol !== symbol || before.direction !== direction) useLit.setState({ symbol, direction })
}

/** Pictures show corrected averages as the averages that they correct. */
const kept: Readonly<Record<string, string>> = { Vc: 'V', Sc: 'S' }

/** The symbol whose mark a picture highlights. */
export const litSign = ({ symbol }: Lit): string | null => (symbol === null ? null : (kept[symbol] ?? symbol))

/** Whether the curve of a quantity along a direction is highlighted. */
export function isLit(symbol: string, direction: 0 | 1 | null = null): boolean {
  const lit = useLit.getState()
  const along = lit.direction === null || direction === null || lit.direction === direction
  return along && litSign(lit) === symbol
}
