// A formula as data: a line is a list of nodes, and a symbol is named by its key ('alpha', 'beta1', 'dW'). The page
// typesets it, shows each symbol's value at the cursor and highlights the matching part of the picture.

export type FormulaNode =
  | string
  | { readonly symbol: string; readonly power?: string }
  | { readonly over: readonly FormulaNode[]; readonly under: readonly FormulaNode[] }
  | { readonly root: readonly FormulaNode[] }
  | { readonly group: readonly FormulaNode[]; readonly power?: string }

export type Formula = readonly FormulaNode[]

/** A symbol with a value: `s('beta1')` is β₁ and `s('beta1', 't')` is β₁ᵗ. Plain strings are operators and numbers. */
export const s = (symbol: string, power?: string): FormulaNode => ({ symbol, power })
export const fraction = (over: readonly FormulaNode[], under: readonly FormulaNode[]): FormulaNode => ({
  over,
  under,
})
export const root = (...nodes: readonly FormulaNode[]): FormulaNode => ({ root: nodes })
