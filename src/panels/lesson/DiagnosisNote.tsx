// The selected run's diagnosis in words, below the map: updated at most four times a second, true or empty. (The alarm
// above already says when plain full-batch descent diverges, and why.)

import { useMemo, useRef, useState } from 'react'
import { createObjective } from '../../engine/objectives/create.ts'
import type { KnownObjective } from '../../engine/objectives/plane.ts'
import type { DescentExperiment, ObjectiveSpec } from '../../engine/experiment.ts'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, useLanguage, useWords, type Spoken } from '../../i18n/index.ts'
import { examplesOf, useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { MathText } from '../../ui/MathText.tsx'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { limitOf } from '../limits.ts'
import { batchSizeOf, endAtCursor, useLooks, runNames } from '../runs.ts'
import { mustFall } from '../rising.ts'
import { useFrame } from '../useFrame.ts'
import { diagnose, type Diagnosis } from './diagnosis.ts'
import { runVariable } from '../../plot/index.ts'
import labStyles from '../../ui/Lab.module.css'

const pace = 250

export function DiagnosisNote() {
  const looks = useLooks()
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const selected = useExperiment(({ view }) => view.selected)
  const objective = useExperiment(({ experiment }) => experiment.objective)
  const network = objective.kind === 'network'
  const landscape = useMemo(() => landscapeOf(objective), [objective])
  const [found, setFound] = useState<Diagnosis>()
  const seen = useRef({ key: '', at: -Infinity })
  useFrame((now) => {
    // The old rows say nothing about the changed run.
    if (race.traces[selected]?.outdated) return
    const trace = race.traces[selected]
    const step = stepOf(selected)
    const key = `${race.version} ${selected} ${step} ${trace?.length}`
    if (key === seen.current.key) return
    // Do not skip the last frame of a run.
    if (now - seen.current.at < pace) return requestDraw()
    seen.current = { key, at: now }
    const { experiment, view } = useExperiment.getState()
    const run = experiment.runs[selected]
    const m = examplesOf(experiment)
    const plain = trace && trace.detail === 'full' && trace.dimension === 2 && !view.hidden.includes(selected)
    const next =
      plain && endAtCursor(selected) === undefined && trace.rowAt(step) === step
        ? diagnose({
            rows: trace.rows,
            width: trace.width,
            length: step + 1,
            run,
            exact: batchSizeOf(experiment, run, m) === m,
            landscape,
          })
        : undefined
    setFound((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
  })
  const said = useExperiment(({ experiment }) => {
    if (!found || (found.kind === 'diverging' && mustFall(experiment, selected))) return undefined
    return sentence(words, experiment, selected, runNames(experiment, language)[selected], found)
  })
  return (
    <p className={labStyles.diagnosis} data-room={network ? undefined : ''} aria-live="polite">
      {said !== undefined && (
        <span style={{ borderColor: runVariable(looks[selected]) }}>
          <MathText text={said} />
        </span>
      )}
    </p>
  )
}

/** The surface without its examples' tilts, which do not change its shape. */
function landscapeOf(objective: ObjectiveSpec): KnownObjective['landscape'] {
  if (objective.kind === 'network' || objective.kind === 'leastSquares') return undefined
  try {
    return createObjective({ ...objective, m: 2 }, 1).landscape
  } catch {
    return undefined
  }
}

const percent = (share: number): string => formatNumber(100 * share, 2)

function sentence(
  words: Spoken<typeof lessonsWords>,
  experiment: DescentExperiment,
  index: number,
  run: string,
  found: Diagnosis,
): string {
  const own = words.lessons.diagnosis
  const axes = axisNames(experiment.objective.kind)
  const spec = experiment.runs[index]
  switch (found.kind) {
    case 'diverging': {
      const limit = limitOf(experiment, spec)
      if (limit && spec.decay.kind === 'none' && spec.alpha > limit.value)
        return fill(own.divergingBecause, {
          run,
          alpha: formatNumber(spec.alpha),
          limit: limit.name,
          value: formatNumber(limit.value),
        })
      return fill(own.diverging, { run, from: formatNumber(found.from, 3), to: formatNumber(found.to, 3) })
    }
    case 'zigzag':
      return fill(own.zigzag, { run, axis: axes[found.direction], turns: found.turns, window: found.window })
    case 'chatter':
      return fill(own.chatter, {
        run,
        size: formatNumber(found.size, 2),
        alpha: formatNumber(found.alpha, 3),
      })
    case 'frozen':
      return fill(own.frozen, { run, share: percent(found.share), left: percent(found.left) })
    case 'stalled':
      return fill(own.stalled, { run, window: found.window, share: percent(found.share) })
    case 'wandering':
      return fill(own.wandering, { run, cost: formatNumber(found.cost, 2) })
    case 'settling':
      return fill(own.settling, {
        run,
        largest: formatNumber(found.largest, 3),
        alpha: formatNumber(found.alpha, 3),
        cost: formatNumber(found.cost, 3),
        swing: formatNumber(found.swing, 2),
        before: formatNumber(found.before, 2),
      })
    case 'saddle':
      return fill(own.saddle, { run, up: formatNumber(found.up, 2), down: formatNumber(found.down, 2) })
    case 'plateau':
      return fill(own.plateau, {
        run,
        gradient: formatNumber(found.gradient, 2),
        cost: formatNumber(found.cost, 3),
      })
    case 'converged':
      return fill(own.converged, { run })
  }
}
