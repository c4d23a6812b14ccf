// Notes next to the pictures of a network: steps per epoch and bytes of X^{t}, progress of long computations, and the
// alarm when full-batch J rises although it must not.

import { useRef, useState } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { shapeOf } from '../../state/axis.ts'
import { computing } from '../../state/computing.ts'
import { halt } from '../../state/conductor.ts'
import { useExperiment } from '../../state/experiment.ts'
import { Button } from '../../ui/Button.tsx'
import { MathText } from '../../ui/MathText.tsx'
import { formatNumber } from '../../ui/number.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { mOf } from './dataset.ts'
import { runVariable } from '../../plot/index.ts'
import styles from './Network.module.css'

const mostInDoubles = 100_000

function bytesText(bytes: number, one: string): string {
  const units = [one, 'kB', 'MB', 'GB']
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit++
  }
  return `${formatNumber(size, 3)}\u00a0${units[unit]}`
}

/** "B = 64: ⌈512/64⌉ = 8 steps an epoch, X^{t} 1.02 kB", one line per run. */
export function StepFacts() {
  const looks = useLooks()
  const words = useWords(networkWords)
  const { experiment, view } = useExperiment()
  const names = useRunNames()
  const spec = experiment.objective as NetworkSpec
  const m = mOf(spec)
  const perNumber = m > mostInDoubles ? 4 : 8
  return (
    <ul className={styles.stepFacts} aria-label={words.network.facts}>
      {names.map((run, i) => {
        if (view.hidden.includes(i)) return null
        const { batchSize, stepsPerEpoch } = shapeOf(i)
        return (
          <li key={i} style={{ borderColor: runVariable(looks[i]) }}>
            <MathText
              text={fill(words.network.stepsPerEpoch, {
                run,
                m: formatNumber(m),
                size: formatNumber(batchSize),
                count: formatNumber(stepsPerEpoch),
                bytes: bytesText(batchSize * spec.layers[0] * perNumber, words.network.bytes),
              })}
            />
          </li>
        )
      })}
    </ul>
  )
}

/** Report progress after this many milliseconds. */
const patience = 250

/**
 * The data set or step being computed, with a stop button. While everything is fast, nothing, or reserved space where
 * it is to be expected.
 */
export function ComputingNote() {
  const names = useRunNames()
  const words = useWords(networkWords)
  const m = useExperiment(({ experiment: { objective } }) =>
    objective.kind === 'network' ? mOf(objective) : 0,
  )
  const [busy, setBusy] = useState<'data' | 'step' | 'halted'>()
  const bar = useRef<HTMLProgressElement>(null)
  const percent = useRef<HTMLSpanElement>(null)
  const [run, setRun] = useState(0)
  const since = useRef(0)
  useFrame((now) => {
    const inWork = computing.steps.findIndex((share) => share !== undefined)
    const share = computing.data ?? computing.steps[inWork]
    const kind = computing.halted
      ? 'halted'
      : computing.data !== undefined
        ? 'data'
        : inWork >= 0
          ? 'step'
          : undefined
    if (!kind) since.current = 0
    else if (since.current === 0) since.current = now
    const told = kind === 'halted' || now - since.current > patience ? kind : undefined
    if (told !== busy) setBusy(told)
    if (inWork >= 0 && inWork !== run) setRun(inWork)
    if (share === undefined) return
    if (bar.current) bar.current.value = share
    if (percent.current)
      percent.current.textContent = fill(words.network.shareDone, { share: String(Math.floor(100 * share)) })
  })
  if (!busy) return m > mostInDoubles ? <div className={styles.computingRoom} /> : null
  const { making, stepping, stop, stopped, goOn } = words.network
  const said =
    busy === 'data' ? fill(making, { m: formatNumber(m) }) : fill(stepping, { run: names[run] ?? '' })
  return (
    <div className={styles.computing} role="group" aria-label={words.notices.computing}>
      <span>
        {busy === 'halted' ? stopped : said}
        {busy !== 'halted' && <span ref={percent} className={styles.computingShare} />}
      </span>
      {busy !== 'halted' && <progress ref={bar} max={1} aria-label={said} />}
      <Button onClick={() => halt(busy !== 'halted')}>{busy === 'halted' ? goOn : stop}</Button>
    </div>
  )
}
