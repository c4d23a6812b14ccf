// Adam from its parts: switches for V, S and the corrections. Each combination is a run of its own, shown next to
// complete Adam, the last one.

import type { Words } from '../../engine/words.ts'
import { inLanguage, useLanguage } from '../../i18n/index.ts'
import { changeView, settle, useExperiment } from '../../state/experiment.ts'
import { Toggle } from '../../ui/Toggle.tsx'

const own = {
  title: { en: 'Build Adam', zh: '组装 Adam' },
  V: { en: 'V: step along the average', zh: 'V：沿平均走' },
  S: { en: '√S: divide by the usual size', zh: '√S：除以通常的大小' },
  corrections: { en: 'Correct both for their start at 0', zh: '两者都修正从 0 开始的偏差' },
  nothing: {
    en: 'Without V and S there is nothing to correct.',
    zh: '没有 V 和 S，就没有什么可修正的。',
  },
} as const satisfies Readonly<Record<string, Words>>

interface Parts {
  readonly V: boolean
  readonly S: boolean
  readonly corrected: boolean
}

/** What each run of the step is built from, in order. */
export const builds: readonly Parts[] = [
  { V: false, S: false, corrected: false },
  { V: true, S: false, corrected: false },
  { V: true, S: false, corrected: true },
  { V: false, S: true, corrected: false },
  { V: false, S: true, corrected: true },
  { V: true, S: true, corrected: false },
  { V: true, S: true, corrected: true },
]
const whole = builds.length - 1

/** Returns the run with these parts. Plain gradient descent has nothing to correct. */
export const buildOf = ({ V, S, corrected }: Parts): number =>
  builds.findIndex((one) => one.V === V && one.S === S && one.corrected === (corrected && (V || S)))

/** Hides all runs except two: the selected build, and complete Adam. */
export const hiddenBut = (run: number): number[] =>
  builds.map((_, i) => i).filter((i) => i !== run && i !== whole)

export function BuildAdam() {
  const language = useLanguage()
  const there = useExperiment(({ experiment }) => experiment.runs.length === builds.length)
  const selected = useExperiment(({ view }) => view.selected)
  if (!there) return null
  const parts = builds[selected]
  const build = (change: Partial<Parts>): void => {
    const run = buildOf({ ...parts, ...change })
    changeView('build', { selected: run, hidden: hiddenBut(run) })
    settle()
  }
  return (
    <section aria-label={inLanguage(own.title, language)}>
      <h3>{inLanguage(own.title, language)}</h3>
      <Toggle label={inLanguage(own.V, language)} checked={parts.V} onChange={(V) => build({ V })} />
      <Toggle label={inLanguage(own.S, language)} checked={parts.S} onChange={(S) => build({ S })} />
      <Toggle
        label={inLanguage(own.corrections, language)}
        checked={parts.corrected}
        disabled={!parts.V && !parts.S}
        onChange={(corrected) => build({ corrected })}
        note={parts.V || parts.S ? undefined : inLanguage(own.nothing, language)}
      />
    </section>
  )
}
