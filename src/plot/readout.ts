// The small box of values at the hovered place: in a corner, away from the pointer, with reused rows.

import type { ReadoutLine } from './plotProps.ts'
import styles from './Plot.module.css'

export function createReadout(
  box: HTMLElement,
): (lines: readonly ReadoutLine[] | null, side: 'left' | 'right') => void {
  const rows: { row: HTMLElement; label: HTMLElement; value: HTMLElement }[] = []
  return (lines, side) => {
    const hidden = !lines || lines.length === 0
    if (box.hidden !== hidden) box.hidden = hidden
    if (!lines) return
    box.dataset.side = side
    lines.forEach(({ label, value, color }, i) => {
      if (!rows[i]) {
        const row = document.createElement('div')
        const [labelPart, valuePart] = [document.createElement('span'), document.createElement('span')]
        labelPart.className = styles.readoutLabel
        valuePart.className = styles.readoutValue
        row.append(labelPart, valuePart)
        rows[i] = { row, label: labelPart, value: valuePart }
        box.append(row)
      }
      rows[i].row.style.setProperty('--mark', color ?? 'transparent')
      rows[i].label.textContent = label
      rows[i].value.textContent = value
    })
    while (rows.length > lines.length) rows.pop()!.row.remove()
  }
}
