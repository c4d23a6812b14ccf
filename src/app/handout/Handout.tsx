// A lesson as a printed hand-out: all its steps, the questions without their answers, space to write, and the answers
// on the last page. Mounted only while printing.

import styles from './Handout.module.css'
import { use, useEffect, useEffectEvent, useRef } from 'react'
import { createPortal } from 'react-dom'
import { sheetWords } from '../../i18n/areas/sheet.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { isLesson, lessonIds, type LessonId } from '../../course/ids.ts'
import { lessonEntry, loadLesson } from '../catalog.ts'
import { choiceOf } from '../../course/asks.ts'
import type { Step } from '../../course/lesson.ts'
import { letterOf } from '../../course/CardShape.tsx'
import { Summary } from '../../course/Summary.tsx'
import { LessonText, Line } from '../../panels/lesson/LessonText.tsx'
import { shownLab } from '../../labs/shown.ts'
import { pictureOf } from '../../panels/pictures.ts'
import { useRoute } from '../../document/routes.ts'
import { useExperiment } from '../../state/experiment.ts'
import { groundOf } from '../sheet/ground.ts'
import { paletteOf } from '../sheet/sheetParts.ts'

export interface HandoutProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function Handout({ open, onClose }: HandoutProps) {
  const route = useRoute()
  return open && isLesson(route) ? createPortal(<Paper id={route} onDone={onClose} />, document.body) : null
}

const picture = { width: 680, height: 190, size: 0.9 }

function Paper({ id, onDone }: { readonly id: LessonId; readonly onDone: () => void }) {
  const { common, sheet } = useWords(sheetWords)
  const language = useLanguage()
  const lesson = use(loadLesson(id))
  const canvas = useRef<HTMLCanvasElement>(null)
  const done = useEffectEvent(onDone)
  useEffect(() => {
    let over = false
    const run = async (): Promise<void> => {
      const shown = shownLab()?.actions?.picture()
      const painter = await shown?.painter()
      if (over || !canvas.current) return
      if (painter) {
        const pen = canvas.current.getContext('2d')!
        pen.scale(2, 2)
        const { experiment, view } = useExperiment.getState()
        const ground = shown === pictureOf('map') && groundOf(experiment, view.swapped, true)
        painter.paint(pen, { ...picture, palette: paletteOf('print'), title: '', ...(ground && { ground }) })
      }
      print()
      done()
    }
    run().catch(() => over || done())
    return () => void (over = true)
  }, [])
  const asked = lesson.steps.flatMap((step, i) => (step.prediction ? [{ step, number: i + 1 }] : []))
  return (
    <div className={styles.handout}>
      <header>
        <p>
          {common.ravine} ·{' '}
          {fill(common.lessonOf, { number: lessonIds.indexOf(id) + 1, count: lessonIds.length })}
        </p>
        <h1>{inLanguage(lessonEntry(id)!.title, language)}</h1>
        <p className={styles.name}>{sheet.handoutName}</p>
      </header>
      <canvas ref={canvas} width={2 * picture.width} height={2 * picture.height} />
      <ol>
        {lesson.steps.map((step) => (
          <li key={step.id}>
            <h2>
              <Line text={inLanguage(step.prediction && step.asking ? step.asking : step.title, language)} />
            </h2>
            <LessonText text={inLanguage(step.text, language)} />
            <Question step={step} />
          </li>
        ))}
      </ol>
      <section className={styles.answers}>
        <h2>{sheet.answers}</h2>
        <ol>
          {asked.map(({ step, number }) => (
            <li key={step.id} value={number}>
              <Answer step={step} />
            </li>
          ))}
        </ol>
        <h2>{sheet.keep}</h2>
        <Summary lesson={lesson} />
      </section>
    </div>
  )
}

function Question({ step }: { readonly step: Step }) {
  const language = useLanguage()
  const { prediction, challenge } = step
  const choice = choiceOf(step)
  return (
    <>
      {prediction && (
        <div className={styles.question}>
          <p>
            <strong>
              <Line text={inLanguage(prediction.question, language)} />
            </strong>
          </p>
          {choice ? (
            <ul>
              {choice.answers.map((answer, i) => (
                <li key={answer.text.en}>
                  <b>{letterOf(i)}</b> <Line text={inLanguage(answer.text, language)} />
                </li>
              ))}
            </ul>
          ) : (
            <span className={styles.room} />
          )}
        </div>
      )}
      {challenge && (
        <p>
          <Line text={inLanguage(challenge.task, language)} />
        </p>
      )}
    </>
  )
}

function Answer({ step }: { readonly step: Step }) {
  const language = useLanguage()
  if (!step.prediction) return null
  const answers = choiceOf(step)?.answers ?? []
  const right = answers.findIndex((one) => one.right)
  return (
    <>
      {right >= 0 && (
        <>
          <strong>
            {letterOf(right)} <Line text={inLanguage(answers[right].text, language)} />
          </strong>
          <br />
        </>
      )}
      <Line text={inLanguage(step.prediction.after, language)} />
    </>
  )
}
