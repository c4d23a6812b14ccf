// A challenge, checked on the run itself once it has been computed to its end. The best result is stored.

import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../i18n/index.ts'
import { score, useCourse } from '../state/course.ts'
import { useAverages } from '../state/averages.ts'
import { useExperiment } from '../state/experiment.ts'
import { median, useMeasured } from '../state/networkMeasure.ts'
import { finished, race, type Trace } from '../state/traces.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { formatNumber } from '../ui/number.ts'
import { useFrame } from '../panels/useFrame.ts'
import type { Challenge, Outcome } from './tasks.ts'
import { judge, unitOf } from './challenge.ts'
import { factsOf, type DescentFacts, type Facts } from './facts.ts'
import type { Lesson } from './lesson.ts'
import type { ControlName } from './LessonControls.tsx'
import { betterOf } from './outcome.ts'
import { LessonText, Line } from '../panels/lesson/LessonText.tsx'
import textStyles from '../styles/Text.module.css'
import styles from './Question.module.css'

// Loads only with lessons that use averages.
const AveragesWatch = fetched(async () => (await import('./AveragesWatch.tsx')).AveragesWatch)

const none: readonly ControlName[] = []

interface Props {
  /** `momentum/thirty`: the key of its best result. */
  readonly name: string
  readonly challenge: Challenge
  /** The step's own: what they change is free. */
  readonly controls?: readonly ControlName[]
  readonly lab?: Lesson['lab']
}

export function ChallengePanel({ name, challenge, controls = none, lab }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const best = useCourse((state) => state.best[name] as number | undefined)
  const [outcome, setOutcome] = useState<Outcome & { readonly isBest?: boolean }>()
  const take = useCallback(
    (facts: Facts): void => {
      const home =
        'runs' in facts ? useExperiment.getState().home.experiment : useAverages.getState().home.experiment
      const result = judge(challenge, home, controls, facts)
      const isBest =
        result.done && result.score !== undefined && score(name, result.score, betterOf(challenge))
      setOutcome({ ...result, isBest })
    },
    [challenge, controls, name],
  )
  const own = words.lessons.challenge
  const unit = inLanguage(unitOf(challenge.measure), language)
  const says = (template: string, value: number): string => {
    const shown = formatNumber(value, 4)
    const result = unit.includes('{score}') ? fill(unit, { score: shown }) : `${shown} ${unit}`
    return fill(template, { result })
  }
  return (
    <section aria-label={own.title}>
      <h2>{own.title}</h2>
      {lab === 'averages' ? (
        <Suspense>
          <AveragesWatch onFacts={take} />
        </Suspense>
      ) : challenge.measure.what === 'smallestBatch' ? (
        <MeasureWatch onFacts={take} />
      ) : (
        <RaceWatch onFacts={take} />
      )}
      <LessonText text={inLanguage(challenge.task, language)} />
      <p className={styles.outcome} role="status" data-done={outcome?.done || undefined}>
        {!outcome ? (
          own.computing
        ) : outcome.done && outcome.score !== undefined ? (
          says(outcome.isBest ? own.newBest : own.done, outcome.score)
        ) : (
          <>
            {own.notYet}
            {sentenceGap(language)}
            {outcome.says && <Line text={inLanguage(outcome.says, language)} />}
          </>
        )}
      </p>
      {best !== undefined && <p className={textStyles.note}>{says(own.best, best)}</p>}
      {challenge.hint && (
        <Disclosure label={own.hint}>
          <LessonText text={inLanguage(challenge.hint, language)} />
        </Disclosure>
      )}
    </section>
  )
}

/** What was measured of a network, when that is done. */
function measuredOf(spec: unknown): DescentFacts['measured'] {
  const { sizes, now, spec: measured } = useMeasured.getState()
  if (now !== undefined || sizes.length === 0 || JSON.stringify(measured) !== JSON.stringify(spec))
    return undefined
  return sizes.map(({ size, rates }) => ({ size, rate: median(rates) }))
}

/** Reports each setting and each measurement, except during a drag. */
function MeasureWatch({ onFacts }: { readonly onFacts: (facts: Facts) => void }) {
  const editing = useExperiment((state) => state.editing)
  const experiment = useExperiment((state) => state.experiment)
  const measured = useMeasured()
  useEffect(() => {
    if (editing === undefined)
      onFacts({ ...factsOf(experiment, []), measured: measuredOf(experiment.objective) })
  }, [editing, experiment, measured, onFacts])
  return null
}

/** Reports each race that is computed to its end, except during a drag. */
function RaceWatch({ onFacts }: { readonly onFacts: (facts: Facts) => void }) {
  const seen = useRef<readonly (Trace | undefined)[]>([])
  useFrame(() => {
    const { experiment, editing } = useExperiment.getState()
    const { traces } = race
    if (editing !== undefined || !finished()) return
    if (traces.length === seen.current.length && traces.every((trace, i) => trace === seen.current[i])) return
    seen.current = [...traces]
    onFacts(factsOf(experiment, traces as Trace[]))
  })
  return null
}
