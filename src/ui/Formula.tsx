// A typeset line of mathematics from data. Beneath each symbol its number at the cursor may stand, set through the
// handle so that playing renders nothing; a symbol under the pointer or the focus is told, to be lit in the picture.

import { Fragment, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import { glyph } from './glyphs.ts'
import './Formula.css'

/** The shape of the engine's formula nodes. */
export type FormulaNode =
  | string
  | { readonly symbol: string; readonly power?: string }
  | { readonly over: readonly FormulaNode[]; readonly under: readonly FormulaNode[] }
  | { readonly root: readonly FormulaNode[] }
  | { readonly group: readonly FormulaNode[]; readonly power?: string }

export interface FormulaHandle {
  /** Numbers by symbol key; a key that is left out is emptied. */
  setValues(values: Readonly<Record<string, string>>): void
}

export interface FormulaProps {
  readonly nodes: readonly FormulaNode[]
  readonly values?: Readonly<Record<string, string>>
  /** Keeps the row of numbers even while it is empty. Implied by `values`. */
  readonly numbered?: boolean
  /** The symbol that is lit from elsewhere. */
  readonly lit?: string | null
  readonly onLight?: (symbol: string | null) => void
  /** Spoken instead of the formula's own reading. */
  readonly label?: string
  readonly ref?: Ref<FormulaHandle>
}

export function Formula({ nodes, values, numbered, lit, onLight, label, ref }: FormulaProps) {
  const root = useRef<HTMLDivElement>(null)
  const setValues = (next: Readonly<Record<string, string>>) => {
    for (const cell of root.current?.querySelectorAll<HTMLElement>('[data-value]') ?? []) {
      const text = next[cell.dataset.value!] ?? ''
      if (cell.textContent !== text) cell.textContent = text
    }
  }
  useImperativeHandle(ref, () => ({ setValues }), [])
  useLayoutEffect(() => {
    if (values) setValues(values)
  }, [values, nodes])

  return (
    <div
      ref={root}
      className="formula"
      data-numbered={numbered || values !== undefined || undefined}
      role="math"
      aria-label={label ?? spokenFormula(nodes)}
    >
      <Row nodes={nodes} lit={lit ?? null} onLight={onLight} />
    </div>
  )
}

type RowProps = {
  nodes: readonly FormulaNode[]
  lit: string | null
  onLight?: (symbol: string | null) => void
}

const Row = ({ nodes, ...light }: RowProps): ReactNode =>
  nodes.map((node, index) => <Node key={index} node={node} {...light} />)

function Node({ node, ...light }: Omit<RowProps, 'nodes'> & { node: FormulaNode }): ReactNode {
  if (typeof node === 'string') return <Plain text={node} />
  if ('symbol' in node) return <Letter symbol={node.symbol} power={node.power} {...light} />
  if ('over' in node) {
    return (
      <span className="f-fraction">
        <span>
          <Row nodes={node.over} {...light} />
        </span>
        <span>
          <Row nodes={node.under} {...light} />
        </span>
      </span>
    )
  }
  if ('root' in node) {
    return (
      <span className="f-root">
        <svg viewBox="0 0 10 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path d="M0 12.5l2-1.5 3.5 8L10 .5" />
        </svg>
        <span>
          <Row nodes={node.root} {...light} />
        </span>
      </span>
    )
  }
  return (
    <span className="f-group">
      (<Row nodes={node.group} {...light} />){node.power && <sup>{marked(node.power)}</sup>}
    </span>
  )
}

/** Operators get the space of operators; a minus before the first number of a row does not matter here. */
function Plain({ text }: { text: string }) {
  return text
    .split(/(\s*(?::=|[=+−·×<>≤≥]|(?<=\s)-(?=\s))\s*)/u)
    .filter((part) => part !== '')
    .map((part, index) => (
      <span key={index} className={/^\s*(:=|[=+−·×<>≤≥-])\s*$/u.test(part) ? 'f-operator' : 'f-plain'}>
        {marked(part.trim() === '-' ? '−' : part.trim())}
      </span>
    ))
}

/** Letters in running mathematics are italic, digits and signs upright; words of two letters and more (max, sign) upright. */
const marked = (text: string): ReactNode =>
  text
    .split(/((?<![A-Za-z])[A-Za-zα-ω](?![A-Za-z]))/u)
    .map((part, index) => (index % 2 ? <i key={index}>{part}</i> : <Fragment key={index}>{part}</Fragment>))

function Letter({
  symbol,
  power,
  lit,
  onLight,
}: Omit<RowProps, 'nodes'> & { symbol: string; power?: string }) {
  const { differential, letter, upright, below, above } = glyph(symbol)
  const raised = [above, power].filter(Boolean).join(' ')
  return (
    <span
      className="f-symbol"
      data-lit={lit === symbol || undefined}
      tabIndex={onLight ? 0 : undefined}
      onPointerEnter={onLight && (() => onLight(symbol))}
      onPointerLeave={onLight && (() => onLight(null))}
      onFocus={onLight && (() => onLight(symbol))}
      onBlur={onLight && (() => onLight(null))}
    >
      <span className="f-glyph">
        {differential && 'd'}
        {upright ? letter : <i>{letter}</i>}
        {(below || raised) && (
          <span className="f-scripts">
            <sup>{raised && marked(raised)}</sup>
            <sub>{below && marked(below)}</sub>
          </span>
        )}
      </span>
      <span className="f-value" data-value={symbol} />
    </span>
  )
}

/** The formula as one would read it aloud, in symbols that speech knows. */
export function spokenFormula(nodes: readonly FormulaNode[]): string {
  const say = (node: FormulaNode): string => {
    if (typeof node === 'string') return node.replace(/:=/g, ' becomes ').replace(/−/g, ' minus ')
    if ('symbol' in node) return glyph(node.symbol).spoken + raisedSpoken(node.power)
    if ('over' in node) return `(${spokenFormula(node.over)}) / (${spokenFormula(node.under)})`
    if ('root' in node) return `√(${spokenFormula(node.root)})`
    return `(${spokenFormula(node.group)})${raisedSpoken(node.power)}`
  }
  return nodes.map(say).join(' ').replace(/\s+/g, ' ').trim()
}

const raisedSpoken = (power: string | undefined): string =>
  power === undefined ? '' : power === '2' ? '²' : `^${power}`
