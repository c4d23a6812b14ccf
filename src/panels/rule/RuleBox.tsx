// A rule as text: numbered lines, faults underlined in place and explained below while typing, names completed by a key
// or a press. The caller decides what a valid text does. A faulty one stays in the box to be fixed.

import styles from './RuleEditor.module.css'
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { LanguageFault } from '../../engine/language/fault.ts'
import { parseRule } from '../../engine/language/parse.ts'
import { ruleWords } from '../../i18n/areas/rule.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { completionsAt } from './completions.ts'
import textStyles from '../../styles/Text.module.css'
import fieldStyles from '../../ui/Field.module.css'

interface Props {
  /** The text in effect. */
  readonly value: string
  /** Initial text that was rejected elsewhere. */
  readonly refused?: string | undefined
  /** Called with each valid text as it is typed. */
  readonly onRule?: (source: string) => void
  /** Called with each text, valid or not. */
  readonly onText?: (text: string) => void
  /** Called on blur. */
  readonly onDone?: () => void
  /** False if faults are not shown while typing. */
  readonly telling?: boolean
  /** The assignment being computed. */
  readonly highlighted?: number | null
  /** A sentence below the fault. */
  readonly meanwhile?: string
}

/** Characters that a phone's keyboard hides. */
const signs = ['=', '+', '-', '*', '/', '^', '(', ')']

/** Pressing a character key keeps the caret, and a phone's keyboard, in place. */
const keepFocus = (event: PointerEvent): void => event.preventDefault()

export function RuleBox({
  value,
  refused,
  onRule,
  onText,
  onDone,
  telling = true,
  highlighted = null,
  meanwhile,
}: Props) {
  const words = useWords(ruleWords)
  const language = useLanguage()
  const own = words.rule
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  /** An invalid text, kept while the text in effect is unchanged. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly instead: string }>()
  const [shown, setShown] = useState<string>()
  if (refused !== shown) {
    setShown(refused)
    if (refused !== undefined) setDraft({ text: refused, instead: value })
  }
  const [caret, setCaret] = useState<number>()
  if (draft && draft.instead !== value) setDraft(undefined)
  const text = draft?.instead === value ? draft.text : value
  const parsed = telling ? parseRule(text) : undefined
  const fault = parsed?.ok === false ? parsed.fault : undefined
  const highlightedLine =
    parsed?.ok && highlighted !== null ? parsed.value.assignments[highlighted]?.line : undefined
  const names = caret === undefined ? [] : completionsAt(text, caret)

  const take = (next: string, at: number): void => {
    setCaret(at)
    onText?.(next)
    const isRule = parseRule(next).ok
    setDraft(isRule && onRule ? undefined : { text: next, instead: value })
    if (isRule) onRule?.(next)
  }
  const insert = (piece: string, over = 0): void => {
    const area = box.current
    if (!area) return
    area.focus()
    area.setSelectionRange(area.selectionStart - over, area.selectionEnd)
    // The only way that the box's own undo records.
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else keeps the box's undo
    if (document.execCommand('insertText', false, piece)) return
    area.setRangeText(piece, area.selectionStart, area.selectionEnd, 'end')
    take(area.value, area.selectionStart)
  }
  const complete = (name: string): void => insert(name, text.slice(0, caret).match(/\w*$/)![0].length)
  const press = (event: KeyboardEvent): void => {
    if (event.key === ' ' && event.ctrlKey && names.length > 0) {
      event.preventDefault()
      complete(names[0])
    }
  }
  const described = [`${id}help`, ...(fault ? [`${id}fault`] : [])].join(' ')

  return (
    <div
      ref={frame}
      className={fieldStyles.field}
      onBlur={(event) => {
        if (frame.current?.contains(event.relatedTarget)) return
        setCaret(undefined)
        onDone?.()
      }}
    >
      <label htmlFor={id}>{own.boxes.rule}</label>
      <div className={`${styles.paper} ${fieldStyles.textBox}`}>
        <Lines text={text} fault={fault} highlighted={highlightedLine} />
        <textarea
          ref={box}
          id={id}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-label={own.boxes.rule}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={described}
          value={text}
          onChange={({ currentTarget }) => take(currentTarget.value, currentTarget.selectionStart)}
          onSelect={({ currentTarget }) => caret !== undefined && setCaret(currentTarget.selectionStart)}
          onKeyDown={press}
        />
      </div>
      {fault && (
        <p className={textStyles.refusal} role="alert" id={`${id}fault`}>
          {inLanguage(fault.located, language)}
        </p>
      )}
      {fault && meanwhile && <p className={textStyles.note}>{meanwhile}</p>}
      <div
        className={`${styles.names} ${styles.signs}`}
        role="group"
        aria-label={own.signs}
        onPointerDown={keepFocus}
      >
        {signs.map((sign) => (
          <button key={sign} type="button" onClick={() => insert(sign)}>
            {sign}
          </button>
        ))}
      </div>
      {names.length > 0 && (
        <div className={styles.names} role="group" aria-label={own.names} onPointerDown={keepFocus}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              aria-label={fill(own.complete, { name })}
              onClick={() => complete(name)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <p className={textStyles.note} id={`${id}help`}>
        {own.help} <span className={styles.key}>{own.key}</span>
      </p>
    </div>
  )
}

interface LinesProps {
  readonly text: string
  readonly fault: LanguageFault | undefined
  /** The line being computed. */
  readonly highlighted: number | undefined
}

/** The text again behind the box, with line numbers: it sets the box's height and marks the fault. */
function Lines({ text, fault, highlighted }: LinesProps) {
  let from = 0
  return (
    <div className={styles.page} aria-hidden="true">
      {text.split('\n').map((line, i) => {
        const at = fault ? fault.at - from : -1
        from += line.length + 1
        const isHere = fault !== undefined && fault.line === i + 1
        return (
          <div key={i} data-fault={isHere || undefined} data-current={highlighted === i + 1 || undefined}>
            {isHere ? (
              <>
                {line.slice(0, at)}
                <mark>{line.slice(at, at + fault.length) || '\u00a0'}</mark>
                {line.slice(at + fault.length)}
              </>
            ) : (
              line || '\u200b'
            )}
          </div>
        )
      })}
    </div>
  )
}
