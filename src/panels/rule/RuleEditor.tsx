// The editor of a custom rule: its text, what it may begin from, comparisons, rules to try. Each valid text runs at
// once. While the text is invalid, the last valid rule keeps running.

import { useEffect, useRef, useState } from 'react'
import type { RunSpec } from '../../engine/experiment.ts'
import { defaultRule, withRule } from '../../engine/optimizers/ownRule.ts'
import { ruleWords } from '../../i18n/areas/rule.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { changeRun, settle, useExperiment } from '../../state/experiment.ts'
import { ruleDraftOf, useFormulaDraft } from '../../document/formulaDraft.ts'
import { useHighlightLine } from '../../state/highlightLine.ts'
import { splitHash } from '../../document/link/hash.ts'
import { race } from '../../state/traces.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatNumber } from '../../ui/number.ts'
import { useFrame } from '../useFrame.ts'
import { Compare } from './Compare.tsx'
import { gallery, linkTo } from './gallery.ts'
import { originNamed, originWith, useOriginGroups } from './origins.ts'
import { RuleBox } from './RuleBox.tsx'
import { slowStep } from './slowStep.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './RuleEditor.module.css'

/** Milliseconds after which typing becomes a separate undo step. */
const pause = 1000

interface Props {
  readonly index: number
  /** Returns the α of a built-in rule on the current surface. */
  readonly alphaOf: (rule: Pick<RunSpec, 'optimizer' | 'convention'>) => number
}

export function RuleEditor({ index, alphaOf }: Props) {
  const words = useWords(ruleWords)
  const own = words.rule
  const groups = useOriginGroups()
  const source = useExperiment(({ experiment }) => experiment.runs[index].rule ?? defaultRule)
  const refused = useFormulaDraft(({ draft }) => ruleDraftOf(draft, index, source))
  const highlighted = useHighlightLine(({ assignment }) => assignment)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const done = (): void => {
    clearTimeout(timer.current)
    settle()
  }
  const run = (text: string): void => {
    changeRun('rule', index, (before) => withRule(before, text))
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, pause)
  }
  const begin = (key: string): void => {
    const origin = originNamed(key)
    if (!origin) return
    const alpha = alphaOf(origin)
    changeRun('rule from', index, ({ parameters: _, ...before }) => ({
      ...before,
      alpha,
      rule: origin.source,
    }))
    settle()
  }
  return (
    <>
      <Choice
        label={own.beginFrom}
        value={originWith(source)?.key ?? ''}
        groups={[{ options: [{ value: '', label: own.ownLines, disabled: true }] }, ...groups]}
        onChange={begin}
      />
      <RuleBox
        value={source}
        refused={refused}
        highlighted={highlighted}
        onRule={run}
        onDone={done}
        meanwhile={own.lastGood}
      />
      <SlowNote index={index} />
      <Compare index={index} />
      <Gallery />
      <Disclosure label={own.reference}>
        <ul className={styles.language}>
          {Object.entries(own.languageLines).map(([name, line]) => (
            <li key={name}>{line}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

/** Warns if a step takes longer than ten milliseconds. */
function SlowNote({ index }: { readonly index: number }) {
  const words = useWords(ruleWords)
  const [slow, setSlow] = useState<number>()
  useFrame(() => setSlow(slowStep(race.traces[index])))
  return slow === undefined ? null : (
    <p className={textStyles.note} role="status">
      {fill(words.rule.slow, { ms: formatNumber(slow) })}
    </p>
  )
}

/** Rules to try, each a link relative to the playground's own document. */
function Gallery() {
  const words = useWords(ruleWords)
  const language = useLanguage()
  const preset = useExperiment((state) => state.preset.experiment)
  if (splitHash(location.hash).route !== 'playground') return null
  return (
    <Disclosure label={words.rule.gallery}>
      <p className={textStyles.note}>{words.rule.galleryLead}</p>
      <ul className={styles.gallery}>
        {gallery.map((example) => (
          <li key={example.id}>
            <a href={linkTo(example, preset)}>{inLanguage(example.title, language)}</a>
            <p>{inLanguage(example.says, language)}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
