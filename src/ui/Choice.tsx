// One of several options, as a native select (a combobox to assistive technology), optionally in named groups.

import { useId } from 'react'
import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'
import { Note } from './Note.tsx'
import styles from './Field.module.css'

export interface ChoiceOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly disabled?: boolean
}
export interface ChoiceGroup<T extends string> {
  /** Options without a group label come first. */
  readonly label?: string
  readonly options: readonly ChoiceOption<T>[]
}

export interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  /** Their labels. Use `groups` for headings, and where numbers must keep an order of their own. */
  readonly options?: { readonly [Value in T]?: string }
  readonly groups?: readonly ChoiceGroup<T>[]
  readonly onChange: (value: T) => void
  /** Show the name only to assistive technology. */
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  readonly note?: ReactNode
}

export function Choice<T extends string>(props: ChoiceProps<T>) {
  const id = useId()
  const ungrouped = Object.entries(props.options ?? {}) as [T, string][]
  const groups: readonly ChoiceGroup<T>[] = props.groups ?? [
    { options: ungrouped.map(([value, label]) => ({ value, label })) },
  ]
  const list = (options: readonly ChoiceOption<T>[]) =>
    options.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ))
  return (
    <div className={styles.field}>
      {!props.hideLabel && (
        <label htmlFor={id}>
          <MathText text={props.label} />
        </label>
      )}
      <select
        id={id}
        className={styles.choice}
        aria-label={props.label}
        value={props.value}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.value as T)}
      >
        {groups.map((group, index) =>
          group.label === undefined ? (
            list(group.options)
          ) : (
            <optgroup key={index} label={group.label}>
              {list(group.options)}
            </optgroup>
          ),
        )}
      </select>
      {props.note && <Note>{props.note}</Note>}
    </div>
  )
}
