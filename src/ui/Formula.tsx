// A line of mathematics typeset from data. Below each symbol it can show the value at the cursor, set through the
// handle, so playback renders nothing. A symbol under the pointer or the focus is reported, to highlight it in the
// picture. Then the formula is one tab stop, and arrow keys move through its symbols.

import { Fragment, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { glyph, spokenFormula, spokenWhole, wholeKey, type FormulaNode } from '../typeset/glyphs.ts'
import { leanOf, lettersItalic } from './Signs.tsx'
import styles from './Formula.module.css'

export interface FormulaHandle {
  /** Sets values by whole symbol (`wholeKey`: `beta^t` rather than `beta` for a power). Missing ones are cleared. */
  setValues(values: Readonly<Record<string, string>>): void
}

export interface FormulaProps {
  readonly nodes: readonly FormulaNode[]
  readonly values?: Readonly<Record<string, string>>
  /** Reserve the row of values even while it is empty. Implied by `values`. */
  readonly numbered?: boolean
  /** The symbol highlighted from elsewhere. */
  readonly highlighted?: string | null
  readonly onHighlight?: (symbol: string | null) => void
  /** Replaces the formula's own spoken form. */
  readonly label?: string
  readonly ref?: Ref<FormulaHandle>
}

export function Formula({
  nodes,
  values,
  numbered,
  highlighted = null,
  onHighlight,
  label,
  ref,
}: FormulaProps) {
  const root = useRef<HTMLElement>(null)
  const setValues = (next: Readonly<Record<string, string>>) => {
    for (const cell of root.current?.querySelectorAll<HTMLElement>('[data-value]') ?? []) {
      const key = cell.dataset.value!
      const text = next[key] ?? ''
      if (cell.textContent === text) continue
      cell.textContent = text
      const button = cell.parentElement!
      if (button.ariaLabel) button.ariaLabel = text ? `${spokenWhole(key)}: ${text}` : spokenWhole(key)
    }
  }
  useImperativeHandle(ref, () => ({ setValues }), [])
  useLayoutEffect(() => {
    if (values) setValues(values)
  }, [values, nodes])
  useLayoutEffect(() => {
    const symbols = root.current!.querySelectorAll('button')
    for (const [index, symbol] of symbols.entries()) symbol.tabIndex = index === 0 ? 0 : -1
  }, [nodes, onHighlight])

  const spoken = label ?? spokenFormula(nodes)
  const shared = {
    className: styles.formula,
    'data-numbered': numbered || values !== undefined || undefined,
    'aria-label': spoken,
  }
  if (!onHighlight) {
    return (
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the layout is our own, not the browser's MathML
      <div {...shared} role="math" ref={(node) => void (root.current = node)}>
        <Row nodes={nodes} highlighted={highlighted} />
      </div>
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys of the buttons inside
    <fieldset {...shared} ref={(node) => void (root.current = node)} onKeyDown={walk}>
      <Row nodes={nodes} highlighted={highlighted} onHighlight={onHighlight} />
    </fieldset>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const symbols = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = symbols.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: symbols.length - 1 }[event.key]
  if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  event.stopPropagation()
  symbols[Math.min(symbols.length - 1, Math.max(0, to))].focus()
}

interface Light {
  readonly highlighted: string | null
  readonly onHighlight?: (symbol: string | null) => void
}

const Row = ({ nodes, ...light }: Light & { nodes: readonly FormulaNode[] }): ReactNode =>
  nodes.map((node, index) => <Fragment key={index}>{typeset(node, light)}</Fragment>)

function typeset(node: FormulaNode, light: Light): ReactNode {
  if (typeof node === 'string') return <Plain text={node} />
  if ('symbol' in node) return <Letter symbol={node.symbol} power={node.power} {...light} />
  if ('over' in node) {
    return (
      <span className={styles.fraction}>
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
      <span className={styles.root}>
        <svg viewBox="0 0 10 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path d="M0 12.5l2-1.5 3.5 8.5L10 .6" />
        </svg>
        <span>
          <Row nodes={node.root} {...light} />
        </span>
      </span>
    )
  }
  return (
    <span className={styles.group}>
      (<Row nodes={node.group} {...light} />){node.power && <sup>{lettersItalic(node.power)}</sup>}
    </span>
  )
}

const operators = /(\s*(?::=|[=+·×<>≤≥]|(?<=[^\s(=]\s*)[−-](?=\s|$)|(?<=^\s*)[−-](?=\s|$))\s*)/u

/** Operators get spaces around them. A minus sign that touches its number belongs to the number. */
function Plain({ text }: { readonly text: string }) {
  return text
    .split(operators)
    .filter((part) => part.trim() !== '')
    .map((part, index) => {
      const bare = part.trim().replace(/^-/, '−')
      const operator = /^(:=|[=+·×<>≤≥−])$/u.test(bare)
      return (
        <span key={index} className={operator ? styles.operator : styles.plain}>
          {operator ? bare : lettersItalic(bare)}
        </span>
      )
    })
}

function Letter({ symbol, power, highlighted, onHighlight }: Light & { symbol: string; power?: string }) {
  const { differential, letter, upright, below, above } = glyph(symbol)
  const raised = [above, power].filter(Boolean).join(' ')
  const face = (
    <>
      <span className={styles.glyph}>
        {differential && 'd'}
        {upright ? letter : <i>{letter}</i>}
        {(below || raised) && (
          <span className={styles.scripts} data-only={raised ? undefined : 'below'}>
            {raised && (
              <sup style={upright ? undefined : { marginInlineStart: `${leanOf(letter)}em` }}>
                {lettersItalic(raised)}
              </sup>
            )}
            {below && <sub>{lettersItalic(below)}</sub>}
          </span>
        )}
      </span>
      <span className={styles.value} data-value={wholeKey(symbol, power)} />
    </>
  )
  if (!onHighlight) {
    return (
      <span className={styles.symbol} data-lit={highlighted === symbol || undefined}>
        {face}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.symbol}
      data-lit={highlighted === symbol || undefined}
      aria-label={spokenWhole(wholeKey(symbol, power))}
      onPointerEnter={() => onHighlight(symbol)}
      onPointerLeave={() => onHighlight(null)}
      onFocus={() => onHighlight(symbol)}
      onBlur={() => onHighlight(null)}
    >
      {face}
    </button>
  )
}
