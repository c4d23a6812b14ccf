// The α that a run gets when something else is chosen for it, so that the choice shows the surface or the rule and not
// an α that belongs to another one. Only the page does so: files and links say their α themselves.

import type { Convention, DescentExperiment, ObjectiveSpec, RunSpec } from '../../engine/experiment.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { fill, type Language } from '../../i18n/index.ts'
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

/** α of an optimizer on a surface, in a run's convention. */
export function suitedAlpha(
  run: Pick<RunSpec, 'optimizer' | 'beta' | 'convention'>,
  { objective, convention }: Pick<DescentExperiment, 'objective' | 'convention'>,
): number {
  const alpha = plainAlpha(run.optimizer, objective)
  if (!optimizers[run.optimizer].traits.sums || (run.convention ?? convention) === 'course') return alpha
  return rounded(alpha * (1 - (run.beta ?? 0.9)))
}

/** The runs of a race on another surface: those whose α nobody has chosen get the one that suits it. */
export function suitedRuns(
  before: DescentExperiment,
  after: Pick<DescentExperiment, 'objective' | 'convention'>,
  home: DescentExperiment,
): readonly RunSpec[] {
  return before.runs.map((run) => {
    const untouched =
      run.alpha === suitedAlpha(run, before) ||
      home.runs.some(({ optimizer, alpha }) => optimizer === run.optimizer && alpha === run.alpha)
    const alpha = suitedAlpha(run, after)
    return untouched && alpha !== run.alpha ? { ...run, alpha } : run
  })
}

/** A run in another convention, on the same path: a V that is 1/(1 − β) times as large wants an α so much smaller. */
export function inConvention(run: RunSpec, from: Convention, to: Convention): RunSpec {
  if (from === to || !optimizers[run.optimizer].traits.sums) return run
  const factor = 1 - (run.beta ?? 0)
  const other = (alpha: number): number => rounded(to === 'pytorch' ? alpha * factor : alpha / factor)
  const { decay } = run
  if (decay.kind !== 'manual') return { ...run, alpha: other(run.alpha) }
  const points = decay.points.map(([epoch, alpha]) => [epoch, other(alpha)] as const)
  return { ...run, alpha: other(run.alpha), decay: { ...decay, points } }
}

/** Says which α a choice has changed: `sentence` takes `Momentum 0.005, Nesterov 0.01` as {runs}. */
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
