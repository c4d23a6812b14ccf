// Adam from its parts: switches for V, S and the corrections. Each combination is a run of its own, shown next to
// complete Adam, the last one.

import { useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { changeView, settle, useExperiment } from '../../state/experiment.ts'
import { Toggle } from '../../ui/Toggle.tsx'

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
  const own = useWords(lessonPanelsWords).lessonPanels.buildAdam
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
    <section aria-label={own.title}>
      <h3>{own.title}</h3>
      <Toggle label={own.V} checked={parts.V} onChange={(V) => build({ V })} />
      <Toggle label={own.S} checked={parts.S} onChange={(S) => build({ S })} />
      <Toggle
        label={own.corrections}
        checked={parts.corrected}
        disabled={!parts.V && !parts.S}
        onChange={(corrected) => build({ corrected })}
        note={parts.V || parts.S ? undefined : own.nothing}
      />
    </section>
  )
}
