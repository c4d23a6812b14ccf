// A challenge, checked on the run itself once it has been computed to its end. The best result is stored.

import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../i18n/index.ts'
import { score, useCourse } from '../state/course.ts'
import { useExperiment } from '../state/experiment.ts'
import { median, useMeasured } from '../state/networkMeasure.ts'
import { finished, race, type Trace } from '../state/traces.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { formatNumber } from '../ui/number.ts'
import { useFrame } from '../panels/useFrame.ts'
import type { Challenge, Outcome } from './asked.ts'
import { factsOf, type Facts } from './facts.ts'
import { LessonText, Line } from '../panels/lesson/LessonText.tsx'

// Loads only with lessons that use averages.
const AveragesWatch = fetched(async () => (await import('./AveragesWatch.tsx')).AveragesWatch)

interface Props {
  /** `momentum/thirty`: the key of its best result. */
  readonly name: string
  readonly challenge: Challenge
}

export function ChallengePanel({ name, challenge }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const best = useCourse((state) => state.best[name] as number | undefined)
  const [outcome, setOutcome] = useState<Outcome & { readonly isBest?: boolean }>()
  const judge = useCallback(
    (facts: Facts): void => {
      const result = challenge.check(facts)
      const isBest = result.done && result.score !== undefined && score(name, result.score, challenge.better)
      setOutcome({ ...result, isBest })
    },
    [challenge, name],
  )
  const own = words.lessons.challenge
  const unit = inLanguage(challenge.unit, language)
  const says = (template: string, value: number): string => {
    const shown = formatNumber(value, 4)
    const result = unit.includes('{score}') ? fill(unit, { score: shown }) : `${shown} ${unit}`
    return fill(template, { result })
  }
  return (
    <section className="challenge" aria-label={own.title}>
      <h2>{own.title}</h2>
      {challenge.lab === 'averages' ? (
        <Suspense>
          <AveragesWatch onFacts={judge} />
        </Suspense>
      ) : challenge.byMeasure ? (
        <MeasureWatch onFacts={judge} />
      ) : (
        <RaceWatch onFacts={judge} />
      )}
      <LessonText text={inLanguage(challenge.task, language)} />
      <p className="challenge-outcome" role="status" data-done={outcome?.done || undefined}>
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
      {best !== undefined && <p className="note">{says(own.best, best)}</p>}
      {challenge.hint && (
        <Disclosure label={own.hint}>
          <LessonText text={inLanguage(challenge.hint, language)} />
        </Disclosure>
      )}
    </section>
  )
}

/** Returns the measurements of a network once they are complete. */
function measuredOf(spec: unknown): Facts['measured'] {
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
