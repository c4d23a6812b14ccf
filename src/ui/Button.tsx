// A button. It shows words, or only an icon for playback controls, and then needs a name.

import type { MouseEventHandler, ReactNode, Ref } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import styles from './Button.module.css'

export interface ButtonProps {
  readonly children?: ReactNode
  /** Accessible name and tooltip if no words are shown. */
  readonly name?: string
  readonly kind?: 'primary' | 'quiet' | 'transport'
  readonly icon?: IconName
  readonly onClick?: MouseEventHandler<HTMLButtonElement>
  /** Makes it a toggle button. */
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly describedBy?: string
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

const kinds = { quiet: '', primary: styles.primary, transport: styles.transport }

export function Button(props: ButtonProps) {
  const { children, name, kind = 'quiet', icon, ref } = props
  return (
    <button
      ref={ref}
      type="button"
      className={[styles.button, kinds[kind], props.className].filter(Boolean).join(' ')}
      aria-label={name}
      title={children ? undefined : name}
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  )
}
