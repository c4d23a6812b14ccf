// A button that opens a menu. Keys follow the ARIA practices: Enter, Space or ArrowDown open at the first item, ArrowUp
// at the last. Arrows, Home, End and first letters move. Escape and Tab close.

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import buttonStyles from './Button.module.css'
import styles from './Menu.module.css'

/** Pixels between the list and the page's edge. */
const rim = 4

export interface MenuItem {
  readonly label: string
  readonly onSelect: () => void
  readonly disabled?: boolean
  /** Makes it a checkable item. */
  readonly checked?: boolean
  /** Draw a line above it. */
  readonly divided?: boolean
}

export interface MenuProps {
  /** The button's name, shown unless there is an icon. */
  readonly label: string
  readonly icon?: IconName
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
  readonly disabled?: boolean
}

export function Menu({ label, icon, items, align = 'end', disabled }: MenuProps) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<'first' | 'last' | null>(null)

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  const close = () => {
    setOpen(null)
    button.current?.focus()
  }

  useEffect(() => {
    if (open === null) return
    const all = entries()
    all.at(open === 'first' ? 0 : -1)?.focus()
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(null)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  // Near the page's edge, move the list back into the page.
  useLayoutEffect(() => {
    if (!list.current) return
    const { left, right } = list.current.getBoundingClientRect()
    const by = Math.max(rim - left, Math.min(0, document.documentElement.clientWidth - rim - right))
    if (by !== 0) list.current.style.translate = `${by}px`
  }, [open])

  const onListKey = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const go = (to: number) => all[(to + all.length) % all.length]?.focus()
    if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(all.length - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return setOpen(null)
    else if (
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      const letter = event.key.toLocaleLowerCase()
      const turned = [...all.slice(at + 1), ...all.slice(0, at + 1)]
      turned.find((entry) => entry.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.menu} ref={root}>
      <button
        ref={button}
        type="button"
        className={icon ? `${buttonStyles.button} ${buttonStyles.transport}` : buttonStyles.button}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open ? id : undefined}
        aria-label={icon ? label : undefined}
        title={icon ? label : undefined}
        disabled={disabled}
        onClick={() => setOpen(open ? null : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          event.stopPropagation()
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {icon ? <Icon name={icon} /> : <span>{label}</span>}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          className={styles.list}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          data-align={align}
          onKeyDown={onListKey}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              className={item.divided ? styles.divided : undefined}
              role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={item.checked}
              aria-disabled={item.disabled || undefined}
              tabIndex={-1}
              onClick={() => {
                if (item.disabled) return
                close()
                item.onSelect()
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
