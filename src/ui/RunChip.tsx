// A run as it appears everywhere: a sample of its line (color, dash, marker) and its name. As a button it selects the
// run.

import type { ReactNode } from 'react'
import styles from './RunChip.module.css'

/** Outlines around (14, 6). Open ones are only stroked. */
const markers = {
  circle: 'M10 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  square: 'M10.500 2.500h7v7h-7z',
  triangle: 'M14 1.500l4.500 8h-9z',
  diamond: 'M14 1l5 5-5 5-5-5z',
  cross: 'M10.500 2.500l7 7m0-7l-7 7',
  plus: 'M10 6h8m-4-4v8',
  triangleDown: 'M14 10.500l4.500-8h-9z',
  star: 'M14 .800l1.300 3.400 3.700.200-2.900 2.300 1 3.500-3.100-2-3.100 2 1-3.500L9 4.400l3.700-.200z',
  ring: 'M10 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  squareOpen: 'M10.500 2.500h7v7h-7z',
  triangleOpen: 'M14 1.500l4.500 8h-9z',
  diamondOpen: 'M14 1l5 5-5 5-5-5z',
  pentagon: 'M14 1.400l4.400 3.200-1.700 5.100h-5.400l-1.700-5.100z',
} as const
export type MarkerShape = keyof typeof markers
const isOpen = (marker: MarkerShape): boolean => /Open|ring|cross|plus/.test(marker)

export interface SwatchProps {
  /** A CSS color such as `var(--run-0)`. */
  readonly color: string
  /** Lengths of stroke and gap in pixels. Empty: solid. */
  readonly dash?: readonly number[]
  readonly marker?: MarkerShape
}

export function Swatch({ color, dash = [], marker }: SwatchProps) {
  return (
    <svg
      className={styles.swatch}
      viewBox="0 0 28 12"
      aria-hidden="true"
      focusable="false"
      style={{ '--color': color }}
    >
      <line x1="1" y1="6" x2="27" y2="6" strokeDasharray={dash.join(' ') || undefined} />
      {marker && <path d={markers[marker]} data-open={isOpen(marker) || undefined} />}
    </svg>
  )
}

/** The marker alone, as large as its box. */
export const RunMarker = ({ marker }: { readonly marker: MarkerShape }) => (
  <svg className={styles.marker} viewBox="8 0 12 12" aria-hidden="true" focusable="false">
    <path d={markers[marker]} data-open={isOpen(marker) || undefined} />
  </svg>
)

export interface RunChipProps extends SwatchProps {
  readonly name: string
  /** A button with the run's name, pressed while selected. Without `onSelect` it is plain text. */
  readonly selected?: boolean
  readonly onSelect?: () => void
  /** At the row's end, outside the button: J, a menu. */
  readonly children?: ReactNode
  readonly dimmed?: boolean
}

export function RunChip({ name, selected, onSelect, children, dimmed, ...swatch }: RunChipProps) {
  const face = (
    <>
      <Swatch {...swatch} />
      <span className={styles.name}>{name}</span>
    </>
  )
  return (
    <div className={styles.chip} data-dimmed={dimmed || undefined}>
      {onSelect ? (
        <button type="button" aria-pressed={selected ?? false} onClick={onSelect}>
          {face}
        </button>
      ) : (
        <span className={styles.face}>{face}</span>
      )}
      {children && <span className={styles.end}>{children}</span>}
    </div>
  )
}
