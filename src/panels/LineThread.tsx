// The thread from the selected run's point on the map to its line, drawn over both pictures. Decorative: the line's own
// words give its numbers.

import { useEffect, useRef, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { column } from '../engine/row.ts'
import { runColor, type PlotHandle } from '../plot/index.ts'
import { useExperiment } from '../state/experiment.ts'
import { pictureOf } from './pictures.ts'
import { rowAtCursor, useLooks } from './runs.ts'
import { threadPath } from './thread.ts'
import { useFrame } from './useFrame.ts'
import plotStyles from '../plot/Plot.module.css'
import labStyles from '../ui/Lab.module.css'
import styles from './Line.module.css'

interface LineThreadProps {
  readonly plot: RefObject<PlotHandle | null>
}

export function LineThread({ plot }: LineThreadProps) {
  const here = useRef<HTMLSpanElement>(null)
  const path = useRef<SVGPathElement>(null)
  const [over, setOver] = useState<Element | null>(null)
  const looks = useLooks()
  const selected = useExperiment(({ view }) => view.selected)
  const hidden = useExperiment(({ view }) => view.hidden)
  useEffect(() => setOver(here.current!.closest(`.${labStyles.pictures}`)), [])

  useFrame(() => {
    if (!path.current || !over) return
    const row = hidden.includes(selected) ? undefined : rowAtCursor(selected)
    const map = pictureOf('map')?.scales()
    const line = plot.current?.scales()
    const [from, to] = [labStyles.map, styles.panel].map((name) =>
      over.querySelector<SVGGElement>(`.${name} .${plotStyles.frame} > svg > g:last-child`)?.getScreenCTM(),
    )
    // On a phone the pictures have no box of their own.
    const origin = path.current.ownerSVGElement!.getBoundingClientRect()
    if (!row || !map || !line || !from || !to) return path.current.setAttribute('d', '')
    const [w, b] = [row.rows[row.from + column.theta], row.rows[row.from + column.theta + 1]]
    const { swapped } = useExperiment.getState().view
    path.current.setAttribute('stroke', runColor(looks[selected])(map.palette))
    const within = ({ e, f }: DOMMatrix): readonly [number, number] => [e - origin.left, f - origin.top]
    path.current.setAttribute(
      'd',
      threadPath(
        { scales: map, at: within(from), x: swapped ? b : w, y: swapped ? w : b },
        { scales: line, at: within(to), w, b },
      ),
    )
  })

  return (
    <span ref={here} hidden>
      {over &&
        createPortal(
          <svg className={styles.thread} aria-hidden="true">
            <path ref={path} />
          </svg>,
          over,
        )}
    </span>
  )
}
