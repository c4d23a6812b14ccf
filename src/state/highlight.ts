// The highlighted symbol of the mathematics: set by the formula under the pointer or by its arrow, ellipse or curve in
// a picture, read by all of them.

import { create } from 'zustand'

interface Highlight {
  /** The engine's name of a quantity: `dW`, `V`, `S`, `w`, `alpha`. */
  readonly symbol: string | null
  /** Along one parameter only. null: all of them. */
  readonly direction: 0 | 1 | null
}

export const useHighlight = create<Highlight>()(() => ({ symbol: null, direction: null }))

export function highlight(symbol: string | null, direction: Highlight['direction'] = null): void {
  const before = useHighlight.getState()
  if (before.symbol !== symbol || before.direction !== direction) useHighlight.setState({ symbol, direction })
}

/** Pictures show corrected averages as the averages that they correct. */
const kept: Readonly<Record<string, string>> = { Vc: 'V', Sc: 'S' }

/** The symbol whose mark a picture highlights. */
export const highlightedSign = ({ symbol }: Highlight): string | null =>
  symbol === null ? null : (kept[symbol] ?? symbol)

/** Whether the curve of a quantity along a direction is highlighted. */
export function isHighlighted(symbol: string, direction: 0 | 1 | null = null): boolean {
  const highlighted = useHighlight.getState()
  const along = highlighted.direction === null || direction === null || highlighted.direction === direction
  return along && highlightedSign(highlighted) === symbol
}
