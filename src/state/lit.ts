// Which symbol of the mathematics is lit: set by the formula under the pointer or by its arrow, ellipse or curve in a
// picture, read by all of them.

import { create } from 'zustand'

/** The engine's name of a quantity: `dW`, `V`, `S`, `w`, `alpha`, `cost`. */
export const useLit = create<{ readonly symbol: string | null }>()(() => ({ symbol: null }))

export function light(symbol: string | null): void {
  if (useLit.getState().symbol !== symbol) useLit.setState({ symbol })
}
