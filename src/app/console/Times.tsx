// The clock of a class: how long this scene and the class have lasted, compared with the plan. The class begins with
// the first scene that the console sees, also across a reload.

import { useEffect, useState } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, useWords } from '../../i18n/index.ts'
import styles from './Console.module.css'
import { store, stored } from '../../document/stored.ts'

interface Props {
  readonly name: string
  readonly minute: number | undefined
  readonly until: number | undefined
  readonly total: number
}

const storageKey = 'ravine.class'

interface Class {
  readonly began: number
  readonly scene: string
  readonly sceneBegan: number
}

function kept(): Class | undefined {
  try {
    const found = JSON.parse(stored('sessionStorage', storageKey) ?? 'null') as Partial<Class> | null
    return found && Number.isFinite(found.began) && Number.isFinite(found.sceneBegan)
      ? (found as Class)
      : undefined
  } catch {
    return undefined
  }
}

const clock = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function Times({ name, minute, until, total }: Props) {
  const words = useWords(stageWords)
  const own = words.stage.console
  const [now, setNow] = useState(() => Date.now())
  const [times, setTimes] = useState<Class>(() => kept() ?? { began: now, scene: name, sceneBegan: now })
  if (times.scene !== name) setTimes({ ...times, scene: name, sceneBegan: now })
  // Without storage the clock restarts with the page.
  useEffect(() => void store('sessionStorage', storageKey, JSON.stringify(times)), [times])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const elapsed = now - times.began
  const late =
    minute === undefined || until === undefined
      ? undefined
      : Math.round(elapsed / 60_000 - (minute + until) / 2)
  return (
    <p className={styles.times}>
      <span>
        {own.scene} <b>{clock(now - times.sceneBegan)}</b>{' '}
        {minute !== undefined && until !== undefined && fill(own.of, { minutes: until - minute })}
      </span>
      <span>
        {own.class} <b>{clock(elapsed)}</b> {minute !== undefined && fill(own.of, { minutes: total })}
      </span>
      {late !== undefined && (
        <strong data-late={late > 0 || undefined}>
          {late > 0
            ? fill(own.behind, { minutes: late })
            : late < 0
              ? fill(own.ahead, { minutes: -late })
              : own.onTime}
        </strong>
      )}
    </p>
  )
}
