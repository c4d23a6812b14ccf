// Checks the arithmetic while you watch: each line is computed when the page opens, one after the other.

import styles from './Contents.module.css'
import { hashOfRace } from '../engine/computeRace.ts'
import { useEffect, useState } from 'react'
import { hindered, hindranceWords } from '../engine/wasm/host.ts'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { useFailed } from '../panels/useFailed.ts'
import { Button } from '../ui/Button.tsx'
import { useShown } from '../labs/shown.ts'
import { reference } from './referenceRun.ts'
import { checks } from './verification.ts'
import textStyles from '../styles/Text.module.css'
import { TableHead } from '../ui/TableHead.tsx'

type Result = ReturnType<(typeof checks)[number]['compute']>

const shown = {
  model: {
    experiment: () => reference,
    step: () => 300,
    target: () => 300,
    hash: () => Promise.resolve(hashOfRace(reference)),
    ready: () => Promise.resolve(),
  },
}

export function Verify() {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const own = words.lessons.verify
  const [results, setResults] = useState<readonly Result[]>([])
  const [notices, setNotices] = useState<string>()
  const failed = useFailed()
  const loadNotices = async (): Promise<void> =>
    setNotices((await import('virtual:third-party-notices')).default)
  useEffect(() => {
    if (results.length >= checks.length) return
    // One check per task, so the page stays responsive and the lines appear one by one.
    const next = setTimeout(() => {
      const check = checks[results.length]
      let result: Result
      try {
        result = check.compute()
      } catch (error) {
        result = { got: String(error), holds: false }
      }
      setResults((before) => [...before, result])
    }, 40)
    return () => clearTimeout(next)
  }, [results])
  useShown(shown)
  const hindrance = results.length === checks.length ? hindered() : undefined
  const passed = results.filter(({ holds }) => holds).length
  return (
    <main className={styles.verify} id="main" tabIndex={-1}>
      <header>
        <h1>{own.title}</h1>
        <p>{own.lead}</p>
        <div className={textStyles.buttonRow}>
          <p role="status">
            {results.length === checks.length ? fill(own.all, { passed, count: checks.length }) : '…'}
          </p>
          <Button onClick={() => setResults([])}>{own.again}</Button>
        </div>
      </header>
      <table>
        <TableHead names={[own.check, own.expected, own.got, own.verdict]} />
        <tbody>
          {checks.map((check, i) => {
            const result = results[i] as Result | undefined
            return (
              <tr key={check.says.en}>
                <th scope="row">{inLanguage(check.says, language)}</th>
                <td className={styles.number}>{check.expected}</td>
                <td className={styles.number}>{result?.got ?? '…'}</td>
                <td data-holds={result?.holds}>
                  {result ? (result.holds ? `✓ ${own.pass}` : `✗ ${own.fail}`) : '…'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {hindrance && <p className={textStyles.note}>{inLanguage(hindranceWords[hindrance], language)}</p>}
      <details
        className={styles.thirdParty}
        onToggle={({ currentTarget }) => currentTarget.open && void loadNotices().catch(failed)}
      >
        <summary>{own.notices}</summary>
        <pre>{notices ?? '…'}</pre>
      </details>
    </main>
  )
}
