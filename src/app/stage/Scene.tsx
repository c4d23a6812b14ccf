// One scene: a picture, a title, at most one sentence. While the class is asked, the question and its cards are on a
// sheet of paper that slides over the right of the picture. The picture stays in place from the question to the answer.

import { Suspense, use, useMemo, type ReactNode } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { lessons } from '../../lessons/index.ts'
import { asks, choiceOf } from '../../course/asks.ts'
import type { FigureName } from '../../course/figures.ts'
import { numberOf, type Hidden, type Step } from '../../course/lesson.ts'
import { figuresOf, type LessonParts } from '../../labs/lessonParts.ts'
import { stageParts } from '../../labs/stageParts.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { ClassLink } from './ClassLink.tsx'
import { Cards } from './Cards.tsx'
import { isLong, misconceptionOf, questionOf, sentenceOf, titleOf } from './sentences.ts'
import { useStage } from './stageState.ts'
import type { SceneNow } from './sceneNow.ts'
import { useFit } from './useFit.ts'
import { TakeHome } from './TakeHome.tsx'
import { isAsking, isOpen } from './walk.ts'
import type { Way } from './way.ts'
import type { Room } from '../../panels/stageMap/stageFrame.ts'
import holdCardStyles from '../../course/HoldCard.module.css'
import styles from './Stage.module.css'

interface Props extends SceneNow {
  readonly way: Way
  readonly parts: LessonParts
  readonly hides: ReadonlySet<Hidden>
  readonly landed: boolean
  /** The reveal's run moves. */
  readonly playing: boolean
  readonly onCount: (answer: number, by: number) => void
}

const noVotes: readonly number[] = []

/** Returns the step's pictures, the stage's own choice first. */
export function picturesOf(parts: LessonParts, step: Step): readonly FigureName[] {
  const [own, ...strips] = figuresOf(parts, step)
  const all = [step.scene ?? own, own, ...strips]
  return all.filter((name, i) => all.indexOf(name) === i)
}

export function Scene(props: Props) {
  const { step, name, place, way, parts, hides, landed, lesson, onCount } = props
  const stage = use(stageParts[parts.lab.id]())
  const words = useWords(stageWords)
  const language = useLanguage()
  const { votes: allVotes, picture: chosen, words: spoken, bars, zoomed } = useStage()
  const votes = allVotes[name] ?? noVotes
  const { phase } = place
  const own = words.stage.wall
  const pictures = picturesOf(parts, step)
  // Each picture large in turn, then the first with the second below it.
  const count = pictures.length + (pictures.length > 1 ? 1 : 0)
  const turn = (chosen ?? 0) % count
  const both = turn === pictures.length
  const large = pictures[both ? 0 : turn]
  const asking = isAsking(phase)
  const choice = choiceOf(step)
  const sheet = asking && choice !== undefined
  const answered = !isOpen(phase) && choice !== undefined
  const title = inLanguage(titleOf(step, phase === 'reveal' && !landed ? 'ask' : phase), language)
  const said = phase === 'reveal' && (!landed || choice) ? undefined : sentenceOf(step, phase, votes)
  const drawnQuestion = asking && !choice ? questionOf(step) : undefined
  const sentence = drawnQuestion ?? (spoken && !asking ? said : undefined)
  const waits = phase === 'reveal' && !landed && !props.playing
  const wrong = phase === 'after' ? misconceptionOf(step, votes)?.letter : undefined
  const isMap = stage.maps.includes(large)
  const room = useRoom({ isMap, both, sheet, answered, spoken, sentence: sentence !== undefined })
  const fitted = useFit<HTMLElement>(`${name} ${phase} ${language} ${bars} ${landed} ${both}`)
  const number = lessons.findIndex(({ id }) => id === lesson.id) + 1
  if (phase === 'home') return <TakeHome way={way} lesson={lesson} />
  /** A figure of the lesson: over the whole wall, or on a sheet of paper. */
  const pictureOf = (figure: FigureName, within: Room): ReactNode => {
    const shown = { name, step, hides, open: isOpen(phase) && asks(step) !== undefined }
    const Wall = stage.figures[figure]
    if (Wall) return <Wall {...shown} room={within} zoomed={zoomed} />
    const Figure = parts.figures[figure]
    return <div className={styles.scenePanel}>{Figure && <Figure {...shown} />}</div>
  }
  return (
    <div
      className={styles.scene}
      data-phase={phase}
      data-picture={isMap ? 'map' : 'panel'}
      data-both={both || undefined}
      data-sheet={sheet || undefined}
      data-answered={answered || undefined}
      data-words={spoken || asking || undefined}
      data-landed={landed || undefined}
    >
      <div className={styles.scenePicture} key={`${name} ${large}`}>
        <Suspense fallback={null}>{pictureOf(large, room)}</Suspense>
      </div>
      {both && (
        <div className={styles.sceneStrip} key={`${name} strip`}>
          <Suspense fallback={null}>{pictureOf(pictures[1], whole)}</Suspense>
        </div>
      )}
      {(spoken || asking) && (
        <h1
          className={styles.sceneTitle}
          data-long={title.length > (isMap || !(sheet || phase === 'after') ? 34 : 22) || undefined}
        >
          <span className={styles.slip}>
            <Line text={title} />
          </span>
        </h1>
      )}
      {sentence && (
        <p
          className={styles.sceneSentence}
          data-question={drawnQuestion !== undefined || undefined}
          data-long={isLong(inLanguage(sentence, language)) || undefined}
        >
          <span className={styles.slip}>
            {wrong !== undefined && <Letter answer={wrong} />}
            <Line text={inLanguage(sentence, language)} />
          </span>
        </p>
      )}
      {waits && <p className={`${styles.sceneSentence} ${styles.sceneWait}`}>{own.wait}</p>}
      {choice && (sheet || answered) && (
        <section ref={fitted} className={styles.sceneAnswers} data-count={choice.answers.length}>
          {sheet && (
            <h2
              className={styles.sceneQuestion}
              data-long={isLong(inLanguage(choice.question, language)) || undefined}
            >
              <Line text={inLanguage(choice.question, language)} />
            </h2>
          )}
          <Cards
            prediction={choice}
            look={
              phase === 'ask' ? 'ask' : phase === 'count' ? 'count' : phase === 'reveal' ? 'reveal' : 'small'
            }
            votes={votes}
            bars={bars}
            landed={landed}
            onCount={onCount}
          />
        </section>
      )}
      <p className={styles.scenePlace}>
        {phase === 'count' && bars && <span className={styles.sceneHands}>{handsText(own, votes)}</span>}
        <b>{fill(own.place, { lesson: number, step: place.at + 1, count: way.stops.length })}</b>{' '}
        <ClassLink hash={`#/${lesson.id}${place.at > 0 ? `?at=${numberOf(lesson, place.at)}` : ''}`} />
      </p>
    </div>
  )
}

export function handsText(
  own: { readonly hands: string; readonly oneHand: string },
  votes: readonly number[],
): string {
  const count = votes.reduce((sum, n) => sum + n, 0)
  return count === 1 ? own.oneHand : fill(own.hands, { count })
}

function Letter({ answer }: { readonly answer: number }) {
  return (
    <b className={`${styles.sceneLetter} ${holdCardStyles.card}`} data-answer={answer}>
      {String.fromCharCode(65 + answer)}
    </b>
  )
}

const whole: Room = { top: 0.04, bottom: 0.04, left: 0.02, right: 0.02 }

interface Covered {
  readonly isMap: boolean
  readonly both: boolean
  readonly sheet: boolean
  readonly answered: boolean
  readonly spoken: boolean
  readonly sentence: boolean
}

/** The space that words and cards leave in the window, the same from the question to the answer. */
function useRoom({ both, sheet, answered, spoken, sentence }: Covered): Room {
  return useMemo(
    () => ({
      top: spoken || sheet ? 0.17 : 0.05,
      bottom: both ? 0.46 : spoken || sentence || sheet ? 0.16 : 0.05,
      left: 0.04,
      right: sheet || answered ? 0.36 : 0.06,
      over: sheet ? 'sheet' : answered ? 'cards' : undefined,
    }),
    [both, sheet, answered, spoken, sentence],
  )
}
