// Opens the console: a real link, with a window per stage. If no window opens, shows its address.

import { useEffect, useRef, useState } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { expectConsole } from './consoleExpected.ts'
import { consoleHash, stageId } from './consoleLink.ts'
import buttonStyles from '../../ui/Button.module.css'
import styles from './Stage.module.css'

export function ConsoleLink() {
  const words = useWords(stageWords)
  const [refused, setRefused] = useState(false)
  const end = useRef<() => void>(undefined)
  useEffect(() => () => end.current?.(), [])
  const ask = (): void => {
    end.current?.()
    end.current = expectConsole(setRefused)
  }
  return (
    <>
      <a
        className={buttonStyles.button}
        href={consoleHash()}
        target={`ravine-console-${stageId()}`}
        rel="opener"
        onClick={ask}
      >
        <span>{words.stage.wall.console}</span>
      </a>
      {refused && <ConsoleRefused />}
    </>
  )
}

export function ConsoleRefused() {
  const words = useWords(stageWords)
  return (
    <small className={styles.refused}>
      {words.stage.console.refused} {new URL(consoleHash(), location.href).href}
    </small>
  )
}
