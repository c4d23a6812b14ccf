// The answers as cards: each has its color, shape and letter, the same as on the phones. During the show of hands a
// press on a card adds a vote. The bars say nothing about right or wrong until the run has finished.

import { useId } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import type { Words } from '../../engine/words.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { CardShape, letterOf } from '../../course/CardShape.tsx'
import styles from './Cards.module.css'
import holdCardStyles from '../../course/HoldCard.module.css'

export type CardLook = 'ask' | 'count' | 'reveal' | 'small'

/** A Chinese phrase keeps its letters and numbers, and breaks at its commas. */
const held = (text: string): string => text.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '\u00a0')

interface Props {
  readonly prediction: { readonly answers: readonly { readonly text: Words; readonly right?: true }[] }
  readonly look: CardLook
  readonly votes: readonly number[]
  readonly bars: boolean
  /** The run has finished, so the right card fills. */
  readonly landed: boolean
  readonly onCount?: (answer: number, by: number) => void
}

export function Cards({ prediction, look, votes, bars, landed, onCount }: Props) {
  const words = useWords(stageWords, lessonsWords)
  const language = useLanguage()
  const id = useId()
  const most = Math.max(1, ...votes)
  return (
    <ol className={styles.cards} data-look={look} data-count={prediction.answers.length}>
      {prediction.answers.map((answer, i) => {
        const hands = votes[i] ?? 0
        const right = landed && answer.right
        const counts = look !== 'ask' && (bars || look !== 'count')
        const body = (
          <>
            <span className={styles.sign}>
              <CardShape answer={i} />
            </span>
            <span className={styles.words} id={`${id}-${i}`}>
              <span className={styles.text}>
                <Line text={held(inLanguage(answer.text, language))} />
              </span>
              {counts && (
                <span className={styles.track} aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * hands) / most}%` }} />
                </span>
              )}
            </span>
            {counts && <b className={styles.hands}>{hands}</b>}
            {right && (
              <svg
                className={styles.right}
                viewBox="0 0 24 24"
                role="img"
                aria-label={words.stage.wall.right}
              >
                <circle cx="12" cy="12" r="12" />
                <path d="M6.500 12.500 10.500 16.500 17.500 8.500" />
              </svg>
            )}
          </>
        )
        return (
          <li key={i} className={holdCardStyles.card} data-answer={i} data-right={right || undefined}>
            {look === 'count' && onCount ? (
              <button
                type="button"
                aria-label={`${fill(words.lessons.predict.tally, { letter: letterOf(i) })}: ${hands}`}
                aria-describedby={`${id}-${i}`}
                onClick={(event) => onCount(i, event.shiftKey ? -1 : 1)}
              >
                {body}
              </button>
            ) : (
              body
            )}
          </li>
        )
      })}
    </ol>
  )
}
