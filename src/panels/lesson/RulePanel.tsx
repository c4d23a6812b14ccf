// The selected run's live rule: each symbol with its value at the cursor's step, new values left of :=, old ones right
// of it. Pointing at a symbol highlights its arrow, ellipse or curve. `code` adds the notes' loop, line by line. After
// a whole step its last line is highlighted.

import { useEffect, useMemo, useRef, useState } from 'react'
import { programOfRule } from '../../engine/language/machine.ts'
import { typesetRule } from '../../engine/language/typeset.ts'
import { optimizerOf, settingsOf } from '../../engine/optimizers/index.ts'
import type { Optimizer, Settings } from '../../engine/optimizers/optimizer.ts'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { highlight, useHighlight } from '../../state/highlight.ts'
import { setHighlightLine } from '../../state/highlightLine.ts'
import { cursor, lastStep, seek, stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { Button } from '../../ui/Button.tsx'
import { Formula, type FormulaHandle } from '../../ui/Formula.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { useLooks, runNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { useLiveText } from '../useLiveText.ts'
import { wholeNumbers } from '../wholeNumbers.ts'
import { Line } from './LessonText.tsx'
import { bareSymbol, linesAlong, localsOf, numbersAlong } from './rule.ts'
import { runVariable } from '../../plot/index.ts'
import textStyles from '../../styles/Text.module.css'
import ruleStyles from '../../ui/Rule.module.css'

interface Props {
  readonly component?: 0 | 1
  readonly code?: boolean
}

/** Lines before the formulas: the loop's head, the gradient. */
const headLines = 2

export function RulePanel({ component: first = 1, code = false }: Props) {
  const looks = useLooks()
  const words = useWords(lessonsWords)
  const own = words.lessons.rule
  const language = useLanguage()
  const { experiment, view } = useExperiment()
  const [component, setComponent] = useState<0 | 1>(first)
  // A curve along the other direction is none of these symbols.
  const highlighted = useHighlight(({ symbol, direction }) =>
    direction === null || direction === component ? symbol : null,
  )
  /** The highlighted line, or undefined when the whole step is done. */
  const [line, setLine] = useState<number>()
  /**
   * What causes a render: whether a step has been taken, and where a run ended before the cursor. The step's number is
   * written imperatively.
   */
  const [shown, setShown] = useState<{ readonly started: boolean; readonly ended: number | undefined }>({
    started: false,
    ended: undefined,
  })
  const section = useRef<HTMLElement>(null)
  const handles = useRef<(FormulaHandle | null)[]>([])
  const walked = useRef(-1)

  const { selected } = view
  const run = experiment.runs[selected]
  const optimizer = optimizerOf(run)
  const { kind } = experiment.objective
  const axes = axisNames(kind)
  const axis = axes[component]
  const settings = useMemo(() => settingsOf(run, experiment.convention), [run, experiment.convention])
  const lines = useMemo(() => ruleAlong(optimizer, settings, axis), [optimizer, settings, axis])

  useFrame(() => {
    const step = stepOf(selected)
    const trace = race.traces[selected]
    const after = trace?.at(step)
    const before = step > 0 ? trace?.at(step - 1) : undefined
    const here =
      trace?.detail === 'full' &&
      after !== undefined &&
      before !== undefined &&
      after.rows[after.from] === step &&
      before.rows[before.from] === step - 1
    const numbers =
      here && trace
        ? numbersAlong(
            run,
            settings,
            { before, after, columnOf: (name) => trace.columnOf(name) },
            component,
            axis,
          )
        : {}
    if (line !== undefined && step !== walked.current) setLine(undefined)
    // Later lines have no values yet.
    handles.current.forEach((handle, i) => {
      const isToCome = line !== undefined && i + headLines > line
      const texts: Record<string, string> = {}
      if (!isToCome && i < lines.length)
        for (const [key, value] of Object.entries(wholeNumbers(lines[i], numbers, step)))
          texts[key] = tight(formatNumber(value, 3))
      handle?.setValues(texts)
    })
    const started = step > 0
    const ended = trace?.done && step > trace.lastStep ? trace.lastStep : undefined
    if (started !== shown.started || ended !== shown.ended) setShown({ started, ended })
    section.current?.setAttribute('aria-label', fill(own.title, { step: Math.max(0, step) }))
  }, 'words')

  const title = useLiveText<HTMLElement>(() => {
    const step = stepOf(selected)
    return step > 0 ? fill(own.title, { step }) : ''
  })
  const count = useLiveText<HTMLElement>(() => fill(own.count, { t: Math.max(0, stepOf(selected)) }))
  const nextLine = (): void => {
    if (line !== undefined && line < headLines + lines.length - 1) return setLine(line + 1)
    if (cursor.step >= lastStep()) return
    walked.current = cursor.step + 1
    seek(cursor.step + 1)
    setLine(0)
  }
  useEffect(() => {
    setHighlightLine(line !== undefined && line >= headLines ? line - headLines : null)
    return () => setHighlightLine(null)
  }, [line])
  // A whole step ends with its last line. Before the first one the memory is empty.
  const current = line ?? (shown.started ? headLines + lines.length - 1 : undefined)
  const is = (index: number): true | undefined => (code && current === index) || undefined
  const { started, ended } = shown
  return (
    <section ref={section} className={ruleStyles.rule}>
      <h2>
        <span className={ruleStyles.run} style={{ background: runVariable(looks[selected]) }} />
        {runNames(experiment, language)[selected]} <small ref={title} />
      </h2>
      <Segments
        label={own.component}
        value={String(component)}
        options={{ 0: axes[0], 1: axes[1] }}
        onChange={(value) => setComponent(value === '0' ? 0 : 1)}
      />
      {code && (
        <ol className={ruleStyles.code}>
          {optimizer.slots.length > 0 && (
            <li data-current={(current === undefined && !started) || undefined}>
              {fill(own.start, { memory: optimizer.slots.join(' = ') })}
            </li>
          )}
          <li data-current={is(0)}>
            {own.loop} <b ref={count} />
          </li>
          <li className={ruleStyles.inLoop} data-current={is(1)}>
            <Line text={own.gradient} />
          </li>
        </ol>
      )}
      <div className={ruleStyles.lines}>
        {lines.map((nodes, i) => (
          <div key={i} data-current={is(i + headLines)}>
            <Formula
              ref={(handle) => void (handles.current[i] = handle)}
              nodes={nodes}
              numbered
              highlighted={highlighted === null ? null : highlightKey(highlighted, axis, nodes)}
              onHighlight={(key) =>
                key === null ? highlight(null) : highlight(bareSymbol(key, axis), component)
              }
            />
          </div>
        ))}
      </div>
      {code && <Button onClick={nextLine}>{own.line}</Button>}
      <p className={textStyles.note}>
        {ended !== undefined ? fill(own.gone, { step: ended }) : !started ? own.before : own.help}
      </p>
    </section>
  )
}

/** There is little space below a symbol. */
const tight = (number: string): string => number.replace(/ × /, '×')

function ruleAlong(optimizer: Optimizer, { course, biasCorrection }: Settings, axis: string) {
  const program = programOfRule(optimizer.ruleOf(course, biasCorrection))
  return linesAlong(typesetRule(program.rule), optimizer.slots, axis, localsOf(program))
}

/** Returns the key of a highlighted symbol in a line: the first that means it. */
function highlightKey(symbol: string, axis: string, nodes: readonly unknown[]): string | null {
  const keys = [...JSON.stringify(nodes).matchAll(/"symbol":"([^"]+)"/g)].map(([, key]) => key)
  return keys.find((key) => bareSymbol(key, axis) === symbol) ?? null
}
