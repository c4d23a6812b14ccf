// The teacher's own screen: on the left the projector's scene and its controls, on the right what only the teacher may
// know. One dark button names the next press.

import styles from './Console.module.css'
import { Suspense, use, useEffect } from 'react'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { isLesson, labOfLesson, type LessonId } from '../../course/ids.ts'
import { lessonParts } from '../../labs/lessonParts.ts'
import { loadLesson } from '../catalog.ts'
import { paths } from '../paths.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { saveFile } from '../../state/saveFile.ts'
import { Button } from '../../ui/Button.tsx'
import { useNothingRuns } from '../useNothingRuns.ts'
import { misconceptionOf, sentenceOf } from '../stage/sentences.ts'
import type { WallState } from '../stage/consoleLink.ts'
import type { SceneNow } from '../stage/sceneNow.ts'
import { useStageKeys } from '../stage/useStageKeys.ts'
import { useWakeLock } from '../stage/useWakeLock.ts'
import { exerciseOf, isOpen, tallyCsv } from '../stage/walk.ts'
import { asks, choiceOf, commonMistake } from '../../course/asks.ts'
import { wayFor } from '../stage/way.ts'
import { Tally } from './Tally.tsx'
import { Times } from './Times.tsx'
import { useMirror } from './useMirror.ts'
import { NextScene, WallSmall } from './WallSmall.tsx'
import { useWall, type Wall } from './useWall.ts'
import textStyles from '../../styles/Text.module.css'

export function Console() {
  const words = useWords(stageWords)
  const own = words.stage.console
  const wall = useWall()
  const mirrored = useMirror(wall)
  useWakeLock()
  useStageKeys(wall.act, () => wall.state?.place?.phase === 'count')
  useNothingRuns()
  useEffect(() => {
    document.title = `${own.title} · ${words.common.ravine}`
  }, [own, words])
  const { state, found } = wall
  const says =
    window.parent !== window
      ? own.framed
      : !wall.talks
        ? own.noChannel
        : found === 'looking'
          ? own.looking
          : found === 'none'
            ? own.noStage
            : found === 'lost'
              ? own.lost
              : undefined
  if (!state || !mirrored || (says && found !== 'lost'))
    return (
      <main className={`${styles.console} ${styles.alone}`} id="main" tabIndex={-1}>
        <h1>{own.title}</h1>
        <p role="status">{says}</p>
        <a href="#/">{words.common.lessons}</a>
      </main>
    )
  return (
    <main className={styles.console} id="main" tabIndex={-1}>
      <Suspense fallback={<p role="status">{own.looking}</p>}>
        {state.place && isLesson(state.place.lesson) ? (
          <OfStep wall={wall} state={state} says={says} id={state.place.lesson} />
        ) : (
          <Plain wall={wall} says={says} />
        )}
      </Suspense>
    </main>
  )
}

/** On a route without steps: the keys as buttons. */
function Plain({ wall, says }: { readonly wall: Wall; readonly says: string | undefined }) {
  const words = useWords(stageWords)
  const own = words.stage.console
  return (
    <>
      <h1>{own.title}</h1>
      <p role="status">{says ?? (wall.state?.covered ? own.covered : own.onTheWall)}</p>
      <div className={styles.go}>
        <Button onClick={() => wall.act('back')}>{own.back}</Button>
        <Button kind="primary" onClick={() => wall.act('on')}>
          {words.stage.wall.on}
        </Button>
      </div>
    </>
  )
}

interface StepProps {
  readonly wall: Wall
  readonly state: WallState
  readonly says: string | undefined
  readonly id: LessonId
}

function OfStep({ wall, state, says, id }: StepProps) {
  // Both load at once.
  const [loading, coming] = [loadLesson(id), lessonParts[labOfLesson(id)]()]
  const lesson = use(loading)
  const parts = use(coming)
  const words = useWords(stageWords, lessonsWords)
  const language = useLanguage()
  const own = words.stage.console
  const tools = words.stage.wall
  const place = state.place!
  const step = lesson.steps[place.at]
  const way = use(wayFor(lesson, place.at, state.path))
  const scene: SceneNow = { lesson, step, name: place.name, place, stop: 0 }
  const { phase } = place
  const next = way.places[state.index + 1]
  const nextName = next ? own.phases[next.phase] : own.end
  const votes = state.stage.votes[place.name] ?? []
  const choice = choiceOf(step)
  const open = asks(step) !== undefined && isOpen(phase)
  const sentence = step.teaching?.sentence ?? sentenceOf(step, asks(step) ? 'reveal' : 'scene')
  const wrong = step.teaching?.misconception ?? misconceptionOf(step, votes)?.says
  const share = choice?.votes?.[commonMistake(choice)] ?? 0
  const index = way.path ? paths[way.path].findIndex((one) => `${one.lesson}/${one.step}` === place.name) : -1
  const minute = way.path && index >= 0 ? paths[way.path][index].minute : undefined
  const after =
    way.path && index >= 0
      ? (paths[way.path][index + 1]?.minute ?? (way.path === 'lecture45' ? 45 : 90))
      : undefined
  const keep = (): void => {
    if (!choice) return
    const csv = tallyCsv(
      inLanguage(choice.question, language),
      choice.answers.map((answer) => inLanguage(answer.text, language)),
      votes,
    )
    saveFile(new Blob([csv], { type: 'text/csv' }), `ravine-votes-${lesson.id}-${step.id}.csv`)
  }
  return (
    <>
      <header className={styles.head}>
        <h1>
          <Line text={inLanguage(step.title, language)} />
        </h1>
        <p role="status" data-bad={says !== undefined || state.covered || undefined}>
          {says ?? (state.covered ? own.covered : own.onTheWall)}
          {state.stage.consoles > 1 && ` · ${own.several}`}
        </p>
        <Times name={place.name} minute={minute} until={after} total={way.path === 'lecture90' ? 90 : 45} />
      </header>
      <div className={styles.left}>
        <WallSmall wall={wall} state={state} way={way} scene={scene} parts={parts} open={open} />
        <div className={styles.row}>
          <Key name={tools.freeze} sign="F" pressed={state.stage.frozen} onClick={() => wall.act('freeze')} />
          <Key name={tools.blank} sign="B" pressed={state.stage.blank} onClick={() => wall.act('blank')} />
          <Key name={own.ghost} sign="G" onClick={() => wall.act('ghost')} />
          <Key
            name={tools.laser}
            sign="D"
            pressed={state.stage.laser !== 'off'}
            onClick={() => wall.act('laser')}
          />
          <Key name={tools.qr} sign="Q" onClick={() => wall.act('qr')} />
          <Key name={tools.scene} sign="V" onClick={() => wall.act('picture')} />
          {exerciseOf(step, phase) && (
            <Key
              name={tools.exercise}
              sign="W"
              pressed={state.stage.exercise}
              onClick={() => wall.act('exercise')}
            />
          )}
        </div>
        <div className={styles.controls} role="region" aria-label={words.common.controls}>
          {open ? (
            <p className={textStyles.note}>{words.plots.concealed}</p>
          ) : (
            <>
              <parts.Controls only={step.controls ?? []} />
              <parts.ConsoleControls />
            </>
          )}
        </div>
        <div className={styles.go}>
          <Button onClick={() => wall.act('back')}>{own.back}</Button>
          <Button kind="primary" onClick={() => wall.act('on')}>
            {nextName} <kbd>PageDown</kbd>
          </Button>
        </div>
      </div>
      <div className={styles.right}>
        <section className={styles.say}>
          <h2>{open ? own.say : own.sayNow}</h2>
          <p>{sentence && <Line text={inLanguage(sentence, language)} />}</p>
        </section>
        <section aria-label={fill(own.next, { what: nextName })}>
          <h2>{fill(own.next, { what: nextName })}</h2>
          {next && <NextScene way={way} index={state.index + 1} />}
        </section>
        {choice && (
          <Tally
            prediction={choice}
            votes={votes}
            counting={phase === 'count'}
            onCount={(count, by) => wall.act({ count, by: by as 1 | -1 })}
          />
        )}
        {wrong && (
          <section className={styles.listen}>
            <h2>{share > 0 ? fill(own.listenShare, { share }) : own.listenFor}</h2>
            <p>
              <Line text={fill(tools.listen, { misconception: inLanguage(wrong, language) })} />
            </p>
          </section>
        )}
        {choice && (
          <div className={styles.row}>
            <Key name={own.hideBars} sign="H" pressed={!state.stage.bars} onClick={() => wall.act('words')} />
            <Button onClick={keep}>{own.keepVotes}</Button>
            <Button onClick={() => wall.say('clear')}>{own.clearVotes}</Button>
          </div>
        )}
      </div>
    </>
  )
}

function Key(props: {
  readonly name: string
  readonly sign: string
  readonly pressed?: boolean
  readonly onClick: () => void
}) {
  return (
    <Button pressed={props.pressed} onClick={props.onClick}>
      {props.name} <kbd aria-hidden="true">{props.sign}</kbd>
    </Button>
  )
}
