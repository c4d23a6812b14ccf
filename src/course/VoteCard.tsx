// A vote without a server: the phone's whole screen becomes the card of an answer, to hold up. Nothing is sent.

import { useEffect, useRef, useState } from 'react'
import { stageWords } from '../i18n/areas/stage.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import type { Answer } from './tasks.ts'
import { CardShape, letterOf } from './CardShape.tsx'
import { Line } from '../panels/lesson/LessonText.tsx'
import styles from './HoldCard.module.css'

interface Props {
  readonly answer: number
  readonly answers: readonly Answer[]
}

export function VoteCard({ answer, answers }: Props) {
  const words = useWords(stageWords)
  const language = useLanguage()
  const own = words.stage.card
  const dialog = useRef<HTMLDialogElement>(null)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!held) return
    dialog.current?.showModal()
    let lock: WakeLockSentinel | undefined
    let over = false
    // Keep the screen awake, if the phone allows it.
    void navigator.wakeLock
      ?.request('screen')
      .then((got) => (over ? got.release() : void (lock = got)))
      .catch(() => {})
    return () => {
      over = true
      lock?.release().catch(() => {})
    }
  }, [held])
  return (
    <>
      <span className={styles.voteOpen}>
        <Button onClick={() => setHeld(true)}>{own.open}</Button>
      </span>
      {held && (
        <dialog
          ref={dialog}
          className={styles.vote}
          data-answer={answer}
          aria-label={`${letterOf(answer)}: ${own.holdUp}`}
          onClose={() => setHeld(false)}
        >
          <CardShape answer={answer} />
          <p className={styles.voteText}>
            <Line text={inLanguage(answers[answer].text, language)} />
          </p>
          <p>
            {own.holdUp} {own.sentNowhere}
          </p>
          <button type="button" onClick={() => dialog.current?.close()}>
            {own.again}
          </button>
        </dialog>
      )}
    </>
  )
}
