// A figure: its name, the drawing, a summary in words, and the same data as a table. React renders it when its props
// change. Everything that follows the steps of a run is drawn by the stage.

import styles from './Plot.module.css'
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { attachGestures } from './gestures.ts'
import type { PlotProps } from './plotProps.ts'
import { Stage } from './stage.ts'
import { StageContext, createStageSlot } from './stageContext.ts'
import { createTable } from './table.ts'
import { createTeller } from './teller.ts'

export function Plot(props: PlotProps): ReactNode {
  const {
    ref,
    name,
    caption,
    note,
    actions,
    words,
    height = '14rem',
    zoom,
    table,
    summary,
    concealed,
    flush,
    children,
  } = props
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLCanvasElement>(null)
  const marks = useRef<HTMLCanvasElement>(null)
  const over = useRef<HTMLCanvasElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const axes = useRef<SVGGElement>(null)
  const handles = useRef<SVGGElement>(null)
  const readout = useRef<HTMLDivElement>(null)
  const summaryText = useRef<HTMLParagraphElement>(null)
  const tableElement = useRef<HTMLTableElement>(null)
  const stage = useRef<Stage | null>(null)
  const latest = useRef(props)
  const [tableOpen, setTableOpen] = useState(false)
  const [slot] = useState(createStageSlot)

  const write = useRef(() => {
    const { summary: words, concealed: hidden, table: source } = latest.current
    const text = (!hidden && words?.()) || ''
    if (summaryText.current && summaryText.current.textContent !== text)
      summaryText.current.textContent = text
    if (tableElement.current && source) createTable(tableElement.current, source)
  })

  useLayoutEffect(() => {
    latest.current = props
    stage.current?.receive(props)
  })

  useLayoutEffect(() => {
    const parts = {
      frame: frame.current!,
      ground: ground.current!,
      marks: marks.current!,
      over: over.current!,
      svg: svg.current!,
      axes: axes.current!,
      handles: handles.current!,
      readout: readout.current!,
    }
    const created = new Stage(parts, latest.current, slot.listeners)
    stage.current = created
    slot.attach(created)
    const detach = attachGestures(parts.frame, created, () => latest.current)
    const tell = createTeller(() => write.current())
    const unlisten = created.onChange(tell.soon)
    // Announce changes only while the focus is in this figure. Eight plots talking at once help nobody.
    const live = (event: FocusEvent): void =>
      summaryText.current?.setAttribute('aria-live', event.type === 'focusin' ? 'polite' : 'off')
    const outer = figure.current!
    outer.addEventListener('focusin', live)
    outer.addEventListener('focusout', live)
    return () => {
      outer.removeEventListener('focusin', live)
      outer.removeEventListener('focusout', live)
      unlisten()
      tell.stop()
      detach()
      created.destroy()
      stage.current = null
      slot.attach(null)
    }
  }, [slot])

  // Stop announcing a concealed picture at once.
  useLayoutEffect(() => write.current(), [concealed, props.layers])

  const isTable = tableOpen && table && !concealed
  useEffect(() => {
    if (isTable && tableElement.current) createTable(tableElement.current, latest.current.table!)
  }, [isTable, props.table])

  useImperativeHandle(ref, () => {
    const present = (): Stage => stage.current!
    return {
      draw: (what) => present()?.draw(what),
      setDomain: (x, y, led) => present()?.setDomain(x, y, led),
      fit: () => present()?.choose(null),
      view: () => present().view(),
      scales: () => stage.current?.scales() ?? null,
      async export(format) {
        const { exportPicture } = await import('./exportPicture.ts')
        return exportPicture(format, latest.current, present, frame.current!)
      },
      async painter() {
        const { painterOf } = await import('./exportPicture.ts')
        return painterOf(() => latest.current, present)
      },
    }
  }, [])

  const tableButton = table && !concealed && (
    <button
      type="button"
      className={styles.tableButton}
      aria-expanded={tableOpen}
      onClick={() => setTableOpen(!tableOpen)}
    >
      {tableOpen ? words.hideTable : words.showTable}
    </button>
  )
  return (
    <figure
      ref={figure}
      className={styles.plot}
      data-flush={flush || undefined}
      aria-label={name}
      aria-describedby={summary && !concealed ? `${id}-summary` : undefined}
    >
      <figcaption className={styles.caption}>
        <span className={styles.title}>
          {caption ?? name} {note !== undefined && <small>{note}</small>}
        </span>
        <span className={styles.actions}>
          {actions}
          {!flush && tableButton}
        </span>
        {flush && (
          <span className={styles.more}>
            {props.more}
            {tableButton}
          </span>
        )}
      </figcaption>
      <div
        ref={frame}
        className={styles.frame}
        style={{ height }}
        data-zoom={zoom || undefined}
        {...(zoom && { tabIndex: 0, role: 'group', 'aria-label': words.zoomHelp ?? name })}
      >
        <canvas ref={ground} aria-hidden="true" />
        <canvas ref={marks} aria-hidden="true" />
        <canvas ref={over} aria-hidden="true" />
        <svg ref={svg}>
          <g ref={axes} aria-hidden="true" />
          <g ref={handles}>
            <StageContext value={slot}>{children}</StageContext>
          </g>
        </svg>
        <div ref={readout} className={styles.readout} aria-hidden="true" hidden />
        {concealed && words.concealed && <p className={styles.concealed}>{words.concealed}</p>}
        {props.cover}
        {isTable && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the keyboard
          <section className={styles.table} aria-label={name} tabIndex={0}>
            <table ref={tableElement} />
          </section>
        )}
      </div>
      {summary && <p ref={summaryText} id={`${id}-summary`} className={styles.summary} />}
    </figure>
  )
}
