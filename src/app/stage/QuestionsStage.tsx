// Transfer questions on the projector: the question on the wall, the answers as cards on a sheet, which stays from the
// question to the explanation. There is no picture, because a picture would answer.

import styles from './Stage.module.css'
import { Suspense, useEffect, useMemo } from 'react'
import { isRight, type Question } from '../../course/transfer.ts'
import { useAddress } from '../../document/routes.ts'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { stageWords } from '../../i18n/areas/stage.ts'
import { inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { formatNumber } from '../../ui/number.ts'
import { lessonEntry } from '../catalog.ts'
import { seedNow, twelve, type Drawn } from '../transfer/twelve.ts'
import { useNothingRuns } from '../useNothingRuns.ts'
import { Cards } from './Cards.tsx'
import { ClassLink } from './ClassLink.tsx'
import { Qr } from './Qr.tsx'
import { answersOf, missed, questionPlaces, votesKey, type QuestionPhase } from './questionPlaces.ts'
import { handsText } from './Scene.tsx'
import { isLong } from './sentences.ts'
import { countHand, goTo, useStage } from './stageState.ts'
import { StageShell } from './StageShell.tsx'
import { useFit } from './useFit.ts'
import { classAddress, classLink } from './way.ts'

const noVotes: readonly number[] = []

export function QuestionsStage() {
  const seed = useAddress(seedNow)
  const set = useMemo(() => twelve(seed), [seed])
  const places = useMemo(() => questionPlaces(set), [set])
  const way = `questions ${seed}`
  const state = useStage()
  const index = state.way === way && state.index in places ? state.index : 0
  useNothingRuns()
  useEffect(() => {
    if (state.way !== way) goTo(way, 0)
  }, [state.way, way])
  const { at, phase } = places[index]
  const drawn = set[at]
  const hash = `#/questions${seed === 1 ? '' : `?seed=${seed}`}`
  const count = (answer: number, by: number): void => {
    if ('answers' in drawn.question)
      countHand(votesKey(seed, drawn), drawn.question.answers.length, answer, by)
  }
  return (
    <StageShell
      counting={phase === 'count'}
      onCount={count}
      onMove={(by) => {
        if (index + by in places) goTo(way, index + by)
      }}
    >
      {phase === 'home' ? (
        <LookAgain set={set} seed={seed} hash={hash} />
      ) : (
        <Asked
          key={at}
          drawn={drawn}
          phase={phase}
          votes={state.votes[votesKey(seed, drawn)] ?? noVotes}
          place={`${at + 1} / ${set.length}`}
          hash={hash}
          onCount={count}
        />
      )}
    </StageShell>
  )
}

interface AskedProps {
  readonly drawn: Drawn
  readonly phase: QuestionPhase
  readonly votes: readonly number[]
  readonly place: string
  readonly hash: string
  readonly onCount: (answer: number, by: number) => void
}

function Asked({ drawn, phase, votes, place, hash, onCount }: AskedProps) {
  const words = useWords(stageWords, lessonsWords)
  const language = useLanguage()
  const { bars, words: spoken } = useStage()
  const { question, lesson } = drawn
  const choice = 'answers' in question
  const asked = inLanguage(question.question, language)
  const told = phase === 'after'
  const said = `${question.id} ${phase} ${language} ${bars}`
  const wall = useFit<HTMLElement>(said)
  const sheet = useFit<HTMLElement>(said)
  const answers = useMemo(() => (choice ? { answers: answersOf(question) } : undefined), [choice, question])
  return (
    <div
      className={styles.scene}
      data-phase={phase}
      data-picture="words"
      data-sheet={choice || undefined}
      data-words
    >
      <section ref={wall} className={styles.asked}>
        <h1 data-long={isLong(asked) || undefined}>
          <Line text={asked} />
        </h1>
        {told && (
          <>
            {!choice && <RightNumber question={question} />}
            {spoken && (
              <p>
                <Line text={inLanguage(question.because, language)} />
              </p>
            )}
          </>
        )}
      </section>
      {answers && (
        <section ref={sheet} className={styles.sceneAnswers} data-count={answers.answers.length}>
          <Cards
            prediction={answers}
            look={phase === 'ask' ? 'ask' : phase === 'count' ? 'count' : 'reveal'}
            votes={votes}
            bars={bars}
            landed={phase === 'reveal' || told}
            onCount={onCount}
          />
        </section>
      )}
      <p className={styles.scenePlace}>
        {phase === 'count' && bars && (
          <span className={styles.sceneHands}>{handsText(words.stage.wall, votes)}</span>
        )}
        <b>{place}</b> <ClassLink hash={told ? `#/${lesson}` : hash} />
      </p>
    </div>
  )
}

/** The right number, as large as a card. */
function RightNumber({ question }: { readonly question: Question }) {
  const own = useWords(stageWords).stage.wall
  if (!('right' in question) || !isRight(question, question.right)) return null
  return (
    <b className={styles.rightNumber} aria-label={`${own.right}: ${question.right}`}>
      {formatNumber(question.right)}
    </b>
  )
}

/** The last scene: the lessons that the class should look at again, and the link to the same questions. */
function LookAgain(props: { readonly set: readonly Drawn[]; readonly seed: number; readonly hash: string }) {
  const { set, seed, hash } = props
  const words = useWords(stageWords, lessonsWords)
  const language = useLanguage()
  const { votes } = useStage()
  const again = missed(set, (drawn) => votes[votesKey(seed, drawn)])
  const lessons = [...new Set(again.map(({ lesson }) => lesson))]
  return (
    <div className={`${styles.scene} ${styles.takeHome}`} data-phase="home">
      <h1>{lessons.length > 0 ? words.stage.wall.lookAgain : words.common.questions}</h1>
      {lessons.length > 0 && (
        <ul>
          {lessons.slice(0, 5).map((id) => (
            <li key={id}>{inLanguage(lessonEntry(id)!.title, language)}</li>
          ))}
        </ul>
      )}
      <p className={styles.takeHomeLink}>
        <Suspense>
          <Qr text={classAddress(hash)} />
        </Suspense>
        <span>
          {words.stage.wall.homeLink} <b>{classLink(hash)}</b>
        </span>
      </p>
    </div>
  )
}
