// Chooses a run's α when the surface or the optimizer changes, so the change shows the surface or the rule rather than
// an α made for another one. Only the page does this. Files and links state their α.

import type { Convention, DescentExperiment, ObjectiveSpec, RunSpec } from '../../engine/experiment.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { fill, type Dictionary, type Language } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { remark } from '../../state/notice.ts'
import { formatNumber } from '../../ui/number.ts'
import { runNames } from '../runs.ts'

const rounded = (alpha: number): number => Number(alpha.toPrecision(12))

const plainAlpha = (optimizer: OptimizerKey, { kind }: ObjectiveSpec): number => {
  const own = kind in surfaces ? surfaces[kind as keyof typeof surfaces].alpha : undefined
  const { traits, slots, alpha } = optimizers[optimizer]
  if (!own || traits.scale !== 'gradient') return alpha
  return slots.length > 0 ? own.averaged : own.plain
}

/** Returns α for an optimizer on a surface, in a run's convention. */
export function suitedAlpha(
  run: Pick<RunSpec, 'optimizer' | 'beta' | 'convention'>,
  { objective, convention }: Pick<DescentExperiment, 'objective' | 'convention'>,
): number {
  const alpha = plainAlpha(run.optimizer, objective)
  if (!optimizers[run.optimizer].traits.sums || (run.convention ?? convention) === 'course') return alpha
  return rounded(alpha * (1 - (run.beta ?? 0.9)))
}

/** Returns the runs of a race for another surface: runs whose α the user has not set get a suitable one. */
export function suitedRuns(
  before: DescentExperiment,
  after: Pick<DescentExperiment, 'objective' | 'convention'>,
  preset: DescentExperiment,
): readonly RunSpec[] {
  return before.runs.map((run) => {
    const untouched =
      run.alpha === suitedAlpha(run, before) ||
      preset.runs.some(({ optimizer, alpha }) => optimizer === run.optimizer && alpha === run.alpha)
    const alpha = suitedAlpha(run, after)
    return untouched && alpha !== run.alpha ? { ...run, alpha } : run
  })
}

/**
 * Converts a run to another convention on the same path: if V is 1/(1 − β) times as large, α must be 1 − β times as
 * large.
 */
export function inConvention(run: RunSpec, from: Convention, to: Convention): RunSpec {
  if (from === to || !optimizers[run.optimizer].traits.sums) return run
  const factor = 1 - (run.beta ?? 0)
  const other = (alpha: number): number => rounded(to === 'pytorch' ? alpha * factor : alpha / factor)
  const { decay } = run
  if (decay.kind !== 'manual') return { ...run, alpha: other(run.alpha) }
  const points = decay.points.map(([epoch, alpha]) => [epoch, other(alpha)] as const)
  return { ...run, alpha: other(run.alpha), decay: { ...decay, points } }
}

/** Reports which α a choice has changed: `sentence` receives `Momentum 0.005, Nesterov 0.01` as {runs}. */
export function tellAlphas(
  before: readonly RunSpec[],
  after: DescentExperiment,
  sentence: string,
  language: Language,
): void {
  const names = runNames(after, language)
  const changed = after.runs.flatMap((run, i) =>
    before[i]?.optimizer === run.optimizer && before[i].alpha !== run.alpha
      ? [`${names[i]} ${formatNumber(run.alpha)}`]
      : [],
  )
  if (changed.length > 0) remark(fill(sentence, { runs: changed.join(language === 'en' ? ', ' : '，') }))
}

/** Reports which α another convention has changed. */
export function tellConvention(
  before: readonly RunSpec[],
  to: Convention,
  { notices }: Dictionary,
  language: Language,
): void {
  const sentence = to === 'pytorch' ? notices.alphaOfSum : notices.alphaOfAverage
  tellAlphas(before, useExperiment.getState().experiment, sentence, language)
}
