// The votes on the teacher's screen: counted here or on the projector, with the expected votes as a tick on the same
// bar.

import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import type { ChoicePrediction } from '../../course/lesson.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { CardShape, letterOf } from '../../course/CardShape.tsx'
import { Button } from '../../ui/Button.tsx'
import holdCardStyles from '../../course/HoldCard.module.css'
import textStyles from '../../styles/Text.module.css'
import styles from './Console.module.css'

interface Props {
  readonly prediction: ChoicePrediction
  readonly votes: readonly number[]
  readonly counting: boolean
  readonly onCount: (answer: number, by: number) => void
}

export function Tally({ prediction, votes, counting, onCount }: Props) {
  const words = useWords(stageWords)
  const language = useLanguage()
  const own = words.stage.console
  const all = votes.reduce((sum, n) => sum + n, 0)
  const hands = all === 1 ? words.stage.wall.oneHand : fill(words.stage.wall.hands, { count: all })
  return (
    <section className={styles.tally}>
      <h2>
        <Line text={inLanguage(prediction.question, language)} />
      </h2>
      <p className={textStyles.note}>
        <span>{hands}</span>
        <span className={styles.expected}>{own.expected}</span>
      </p>
      <ol>
        {prediction.answers.map((answer, i) => {
          const expected = prediction.votes?.[i]
          const share = all > 0 ? (100 * (votes[i] ?? 0)) / all : 0
          return (
            <li key={i} className={holdCardStyles.card} data-answer={i}>
              <CardShape answer={i} />
              <span className={styles.answer}>
                <span>
                  <Line text={inLanguage(answer.text, language)} />
                  {answer.right && <b className={styles.rightSign}>{own.right}</b>}
                </span>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ inlineSize: `${share}%` }} />
                  {expected !== undefined && <i style={{ insetInlineStart: `${expected}%` }} />}
                </span>
                {expected !== undefined && (
                  <span className={textStyles.spoken}>{`${own.expected}: ${expected}%`}</span>
                )}
              </span>
              <output>
                {votes[i] ?? 0} <small>{Math.round(share)}%</small>
              </output>
              <Button
                name={fill(own.less, { letter: letterOf(i) })}
                disabled={!counting}
                onClick={() => onCount(i, -1)}
              >
                −
              </Button>
              <Button
                name={fill(own.more, { letter: letterOf(i) })}
                disabled={!counting}
                onClick={() => onCount(i, 1)}
              >
                +
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
