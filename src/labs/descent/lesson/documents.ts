// The steps of a lesson on descent as documents of the lab.

import type { DescentExperiment } from '../../../engine/experiment.ts'
import { completed } from '../../../engine/validate.ts'
import { plainView, type Document, type Preset } from '../../../state/descentDocument.ts'
import { hiddenBy } from '../../../course/asks.ts'
import { isRevealed } from '../../../course/revealed.ts'
import type { DescentPart, LabState } from '../../../course/tasks.ts'
import { numberOf, valley, type DescentLesson, type Lesson } from '../../../course/lesson.ts'

/** Merges fields of an experiment into a complete one. */
function laidOver(below: DescentExperiment, above: DescentPart): object {
  const { objective = {} } = above
  const { start, ...rest } = below
  return objective.kind === undefined || objective.kind === below.objective.kind
    ? { ...below, ...above, objective: { ...below.objective, ...objective } }
    : { ...rest, ...above }
}

/** Returns the document of a state that follows another one. */
export function documentAfter(before: Document, state: LabState): Preset {
  const experiment = state.experiment
    ? completed<DescentExperiment>(laidOver(before.experiment, state.experiment as DescentPart))
    : before.experiment
  return { experiment, view: { ...before.view, ...state.view }, cursor: state.cursor }
}

const plain: Document = {
  experiment: completed({ ...valley, steps: 200, runs: [{ optimizer: 'gd', alpha: 0.018 }] }),
  view: plainView,
}

const isOfDescent = (lesson: Lesson): lesson is DescentLesson => (lesson.lab ?? 'descent') === 'descent'

/**
 * Returns one document per step. Each step builds on the lesson's first one, whose fields apply unless the step
 * overrides them, so a step can be opened on its own. `asking`: the first step's bet is open, and time waits for the
 * answer. A link to its own state shows that state to its end.
 */
export function documentsOf(lesson: Lesson, asking = false): Preset[] {
  if (!isOfDescent(lesson)) return []
  const first = documentAfter(plain, lesson.steps[0])
  return lesson.steps.map((step, at) => {
    const document =
      at === 0 ? first : documentAfter({ ...first, view: { ...plainView, ...lesson.steps[0].view } }, step)
    const hides = hiddenBy(step)
    const held = (asking || at > 0) && (hides.has('paths') || hides.has('beyond'))
    const cursor = step.cursor ?? (held ? 0 : undefined)
    const preset: Preset = {
      ...document,
      cursor,
      speed: step.speed,
      number: numberOf(lesson, at),
      view: { ...document.view, at },
    }
    return {
      ...preset,
      opens: () => (isRevealed(lesson, at) ? revealedPreset(lesson, at, preset) : undefined),
    }
  })
}

/** A step after its reveal: text and picture agree on every return. */
function revealedPreset(lesson: DescentLesson, at: number, preset: Preset): Preset {
  const { prediction, speed } = lesson.steps[at]
  const reveal = prediction?.reveal ?? {}
  return { ...documentAfter(preset, reveal), speed: reveal.speed ?? speed }
}
