// Which symbol of the mathematics is lit: set by the formula under the pointer or by its arrow, ellipse or curve in a
// picture, read by all of them.

import { create } from 'zustand'

interface Lit {
  /** The engine's name of a quantity: `dW`, `V`, `S`, `w`, `alpha`. */
  readonly symbol: string | null
  /** Along one parameter only; null: of all of them. */
  readonly direction: 0 | 1 | null
}

export const useLit = create<Lit>()(() => ({ symbol: null, direction: null }))

export function light(symbol: string | null, direction: Lit['direction'] = null): void {
  const before = useLit.getState()
  if (before.symbol !== symbol || before.direction !== direction) useLit.setState({ symbol, direction })
}

/** In a picture the corrected averages are told by the averages that they correct. */
const kept: Readonly<Record<string, string>> = { Vc: 'V', Sc: 'S' }

/** The symbol whose sign a picture lights. */
export const litSign = ({ symbol }: Lit): string | null => (symbol === null ? null : (kept[symbol] ?? symbol))

/** Whether the curve of a quantity along a direction is lit. */
export function isLit(symbol: string, direction: 0 | 1 | null = null): boolean {
  const lit = useLit.getState()
  const along = lit.direction === null || direction === null || lit.direction === direction
  return along && litSign(lit) === symbol
}
