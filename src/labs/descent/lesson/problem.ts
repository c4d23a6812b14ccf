// Whether a challenge is tried on its own problem: the step's objective, start, examples, steps and convention. What a
// control of the step changes is free.

import type { DescentExperiment, ObjectiveSpec } from '../../../engine/experiment.ts'
import { optimizers } from '../../../engine/optimizers/index.ts'
import { examplesOf } from '../../../engine/objectives/examples.ts'
import type { Words } from '../../../engine/words.ts'
import type { Challenge } from '../../../course/tasks.ts'
import type { ControlName } from '../../../course/controls.ts'
import { changed, differ, only, type Fields } from '../../../course/sameProblem.ts'

const ofExperiment: Fields = {
  start: [['turnStart'], { en: 'start', zh: '起点' }],
  seed: [['seed'], { en: 'seed', zh: '种子' }],
  reshuffle: [['reshuffle'], { en: 'order of the examples', zh: '样本的次序' }],
  costEvery: [['network'], { en: 'steps at which J is computed', zh: 'J 的计算间隔' }],
}
const ofObjective: Fields = {
  kind: [['objective'], { en: 'surface', zh: '曲面' }],
  source: [['objective'], { en: 'formula', zh: '公式' }],
  curvature: [['kappa'], { en: 'curvature', zh: '曲率' }],
  angle: [['angle'], { en: 'angle', zh: '角度' }],
  scale: [['scale'], { en: 'scale of J', zh: 'J 的倍数' }],
  noise: [['noise'], { en: 'noise', zh: '噪声' }],
  labelNoise: [['labelNoise'], { en: 'label noise', zh: '标签噪声' }],
  mislabelled: [['mislabelled', 'network'], { en: 'share of wrong labels', zh: '标签错误的比例' }],
  flipped: [[], { en: 'labels', zh: '标签' }],
  m: [['m', 'network'], { en: 'number of examples', zh: '样本数' }],
  lambda: [['lambda', 'network'], { en: 'regularization', zh: '正则化' }],
}
const ofNetwork: Fields[string] = [['network'], { en: 'network and its examples', zh: '网络和样本' }]
/** What each run may have of its own. */
const ofRun: Fields = {
  batchSize: [['batchSize', 'overrides'], { en: 'batch size', zh: '小批量大小' }],
  steps: [['steps', 'overrides'], { en: 'number of steps', zh: '步数' }],
  convention: [['convention', 'overrides'], { en: 'convention', zh: '写法' }],
}
type Flat = Readonly<Record<string, unknown>>

/** The fields of an objective and of its training set, side by side. */
const flat = (objective: ObjectiveSpec): Flat =>
  objective.kind === 'network'
    ? { ...objective, ...objective.dataset, set: objective.dataset.kind, kind: 'network', dataset: undefined }
    : { ...objective }

/** A run without anything of its own. */
const plainRun = { batchSize: undefined, steps: undefined, convention: undefined }

/** Of each run: its effective batch size, steps and convention, and its α. */
function runsOf(experiment: DescentExperiment): Flat[] {
  const m = examplesOf(experiment.objective)
  return experiment.runs.map((run) => {
    const { batchSize = experiment.batchSize, steps = experiment.steps } = run
    const { convention = experiment.convention } = run
    const whole = batchSize === 'all' || batchSize >= m
    return { ...run, batchSize: whole ? 'all' : batchSize, steps, convention }
  })
}

/** Says what is not as the step set it; undefined on the step's own problem. */
export function otherProblem(
  preset: DescentExperiment,
  tried: DescentExperiment,
  { measure, optimizers: allowed, fixed = [] }: Challenge,
  controls: readonly ControlName[],
): Words | undefined {
  // What was measured on this machine is of its own network.
  if (measure.what === 'smallestBatch') return undefined
  const isFree = (names: readonly ControlName[]): boolean =>
    names.some((name) => controls.includes(name) && !fixed.includes(name))
  // Labels are turned back by hand where they are counted.
  const labels = measure.what === 'wrongLabels'
  const [before, after] = [flat(preset.objective), flat(tried.objective)].map((one) =>
    labels ? { ...one, flipped: undefined } : one,
  )
  const others = Object.keys({ ...before, ...after }).filter((field) => !(field in ofObjective))
  const network = !isFree(ofNetwork[0]) && others.some((field) => differ(before[field], after[field]))
  const other =
    changed(ofObjective, before, after, isFree) ??
    (network ? ofNetwork[1] : undefined) ??
    changed(labels ? { seed: ofExperiment.seed } : ofExperiment, preset, tried, isFree)
  if (other ?? labels) return other && only(other)
  const unfit = tried.runs.some(({ optimizer }) => allowed && !allowed.includes(optimizer))
  if (unfit && allowed) {
    const labels = allowed.map((key) => optimizers[key].label)
    const [en, zh] = [labels.map((one) => one.en).join(' or '), labels.map((one) => one.zh).join('或')]
    return { en: `This challenge counts only with ${en}.`, zh: `只有用${zh}才算。` }
  }
  const own = runsOf(preset)
  const runs = runsOf(tried).map((run, i) => {
    // A run that the step does not have is as the experiment says.
    const like = own[i] ?? runsOf({ ...preset, runs: [{ ...tried.runs[i], ...plainRun }] })[0]
    const { alpha } = own[Math.min(i, own.length - 1)]
    const alphaMoved = fixed.includes('alpha') && run.alpha !== alpha
    return changed(ofRun, like, run, isFree) ?? (alphaMoved ? { en: '$alpha$', zh: '$alpha$' } : undefined)
  })
  const unlike = runs.find((one) => one)
  return unlike && only(unlike)
}
