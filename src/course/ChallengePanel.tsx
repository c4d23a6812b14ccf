// A challenge, checked on what its lab shows once it has come to rest. The best result is stored.

import { useCallback, useState, type ComponentType } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../i18n/index.ts'
import { score, useCourse } from '../state/course.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { formatNumber } from '../ui/number.ts'
import type { Challenge, Outcome } from './tasks.ts'
import { unitOf } from './challenge.ts'
import type { ControlName } from './controls.ts'
import { betterOf, nearness } from './outcome.ts'
import { LessonText, Line } from '../panels/lesson/LessonText.tsx'
import textStyles from '../styles/Text.module.css'
import styles from './Question.module.css'

const none: readonly ControlName[] = []

export interface WatchProps {
  readonly challenge: Challenge
  readonly controls: readonly ControlName[]
  /** Called whenever what the lab shows has come to rest. */
  readonly onOutcome: (outcome: Outcome) => void
}

interface Props {
  /** `momentum/thirty`: the key of its best result. */
  readonly name: string
  readonly challenge: Challenge
  /** The step's own: what they change is free. */
  readonly controls?: readonly ControlName[]
  /** Tries the challenge on what the lab shows. */
  readonly Watch: ComponentType<WatchProps>
}

export function ChallengePanel({ name, challenge, controls = none, Watch }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const best = useCourse((state) => state.best[name] as number | undefined)
  const [outcome, setOutcome] = useState<Outcome & { readonly isBest?: boolean }>()
  const take = useCallback(
    (result: Outcome): void => {
      const isBest =
        result.done && result.score !== undefined && score(name, result.score, betterOf(challenge))
      setOutcome({ ...result, isBest })
    },
    [challenge, name],
  )
  const own = words.lessons.challenge
  const near = nearness(challenge, outcome?.score)
  const unit = inLanguage(unitOf(challenge.measure), language)
  const says = (template: string, value: number): string => {
    const shown = formatNumber(value, 4)
    const result = unit.includes('{score}') ? fill(unit, { score: shown }) : `${shown} ${unit}`
    return fill(template, { result })
  }
  return (
    <section aria-label={own.title}>
      <h2>{own.title}</h2>
      <Watch challenge={challenge} controls={controls} onOutcome={take} />
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
      {near !== undefined && (
        <span
          className={styles.nearness}
          aria-hidden="true"
          style={{ '--near': near }}
          data-done={outcome?.done || undefined}
        />
      )}
      {best !== undefined && <p className={textStyles.note}>{says(own.best, best)}</p>}
      {challenge.hint && (
        <Disclosure label={own.hint}>
          <LessonText text={inLanguage(challenge.hint, language)} />
        </Disclosure>
      )}
    </section>
  )
}
