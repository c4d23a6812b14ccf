// Reads a link's parameters as an experiment. Valid ones apply, and each of the others is reported with its
// replacement.

import type { Experiment, RunSpec } from '../../engine/experiment.ts'
import { hyperparameters } from '../../engine/hyperparameters.ts'
import { objectives } from '../../engine/objectives/index.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { Faults, type Keys } from '../../engine/validate/faults.ts'
import { legible } from '../../engine/validate/legible.ts'
import { objectiveFields } from '../../engine/validate/objectives.ts'
import { at, repair, replaced } from '../../engine/validate/repair.ts'
import { runFields } from '../../engine/validate/runs.ts'
import type { Words } from '../../engine/words.ts'
import type { FormulaDraft } from '../formulaDraft.ts'
import { withDataset } from './write.ts'
import { everyDecay, everyParameter, everyRun } from './everyRun.ts'
import type { LinkNotice } from './notice.ts'
import { unreadFormula, unreadRule } from './formula.ts'
import { kindAndFields, type Parameter, textOf, valueOf } from './syntax.ts'

type Json = Readonly<Record<string, unknown>>

const experimentNames = ['seed', 'convention', 'start', 'batchSize', 'steps', 'reshuffle', 'costEvery']
const runNames = ['alpha', 'decay', 'biasCorrection', 'rule', ...Object.keys(hyperparameters)]
const objectiveNames = new Set(Object.values(objectiveFields).flatMap((fields) => Object.keys(fields)))
const averagesNames = ['seed', 'convention', 'unit', 'changes', 'betas', 'biasCorrection', 'windows']
const mapNames = ['measure', 'target', 'seeds']
const mostRuns = 12

/** Parameters that determine which others are valid, nearest cause first. */
const deciding = ['dataset.m', 'm', 'dataset.x', 'x', 'dataset', 'layers', 'objective']

const unknown: Words = { en: 'no such parameter here', zh: '此处没有这个参数' }

/** Reads the parameters of the experiment, without those of the view. */
export function readParameters(
  parameters: readonly Parameter[],
  route: Experiment,
): {
  readonly experiment: Experiment
  readonly notices: readonly LinkNotice[]
  readonly draft?: FormulaDraft | undefined
} {
  const notices: LinkNotice[] = []
  const draft =
    route.lab === 'averages' ? averages(parameters, route, notices) : raced(parameters, route, notices)
  const unread = unreadFormula(draft, route) ?? unreadRule(draft, route)
  if (unread) notices.push({ parameter: unread.parameter, fault: unread.fault, used: unread.used })
  const { experiment, repairs } = repair(unread?.experiment ?? draft, route)
  const given = new Set(parameters.map(([name]) => name))
  for (const { fault, keys, used } of repairs) {
    const parameter = parameterOf(keys)
    if (notices.some((notice) => notice.parameter === parameter && parameter !== 'run')) continue
    const shown =
      used === undefined || (typeof used === 'object' && !Array.isArray(used))
        ? ''
        : textOf(String(keys.at(-1)), used)
    const because = given.has(parameter) ? undefined : deciding.find((name) => given.has(name))
    notices.push({ parameter, field: fieldOf(keys), fault: fault.words, used: shown, because })
  }
  return { experiment, notices, draft: unread }
}

function averages(parameters: readonly Parameter[], route: Experiment, notices: LinkNotice[]): unknown {
  let draft: unknown = route
  for (const [name, text] of parameters) {
    if (name === 'series') {
      if (at(draft, ['series', 'kind']) !== text) draft = replaced(draft, ['series'], { kind: text })
    } else if (name === 'without') notices.push(without(text))
    else if (!name.startsWith('series.') && !averagesNames.includes(name))
      notices.push({ parameter: name, fault: unknown, used: '' })
  }
  for (const [name, text] of parameters) {
    if (name === 'series.years' || name === 'series.values')
      draft = replaced(draft, name.split('.'), valueOf(name, text))
    else if (name.startsWith('series.')) notices.push({ parameter: name, fault: unknown, used: '' })
    else if (averagesNames.includes(name)) draft = replaced(draft, [name], valueOf(name, text))
  }
  return draft
}

/** Reads a descent experiment, or a map over one. */
function raced(parameters: readonly Parameter[], route: Experiment, notices: LinkNotice[]): unknown {
  const map = route.lab === 'map'
  const base: Keys = map ? ['base'] : []
  const put = (keys: Keys, value: unknown): void => {
    draft = replaced(draft, [...base, ...keys], value)
  }
  let draft: unknown = route
  // Read the parameters that determine which others exist first, whatever their position in the link.
  const last = new Map(parameters)
  const kind = last.get('objective')
  if (kind !== undefined && kind !== at(draft, [...base, 'objective', 'kind'])) {
    if (Object.hasOwn(objectives, kind)) {
      put(['objective'], objectives[kind as keyof typeof objectives].defaultSpec())
      put(['start'], undefined)
    } else put(['objective', 'kind'], kind)
  }
  const dataset = last.get('dataset')
  const spec = at(draft, [...base, 'objective']) as Json
  if (dataset !== undefined && spec.kind === 'network') put(['objective'], withDataset(spec, dataset))
  else if (dataset !== undefined) put(['objective', 'dataset'], { kind: dataset })
  const listed = runsOf(parameters, notices)
  if (listed.length > 0) put(['runs'], listed)

  for (const [name, text] of last) {
    if (name === 'objective' || name === 'dataset' || name === 'run' || runNames.includes(name)) continue
    if (name.startsWith('decay.') || name.startsWith('parameters.')) continue
    if (map && (name === 'x' || name === 'y')) {
      const { kind: parameter, fields } = kindAndFields(text)
      const given = fields.map(([field, value]) => [field, valueOf('', value)] as const)
      draft = replaced(draft, [name], {
        ...(at(route, [name]) as object),
        parameter,
        ...Object.fromEntries(given),
      })
    } else if (map && mapNames.includes(name)) {
      draft = replaced(draft, [name], text === 'none' ? undefined : valueOf(name, text))
    } else if (experimentNames.includes(name)) {
      put([name], name === 'start' && text === 'own' ? undefined : valueOf(name, text))
      if (map && (name === 'seed' || name === 'convention'))
        draft = replaced(draft, [name], valueOf(name, text))
    } else if (map && (name === 'objective.x' || name === 'objective.y')) {
      put(name.split('.'), valueOf(name.slice('objective.'.length), text))
    } else if (name === 'dataset.flipped' && text === '') {
      put(['objective', 'dataset', 'flipped'], undefined)
    } else if (name.startsWith('dataset.') || objectiveNames.has(name)) {
      put(['objective', ...name.split('.')], valueOf(name, text))
    } else if (name === 'without') notices.push(without(text))
    else notices.push({ parameter: name, fault: unknown, used: '' })
  }
  // As with the slider, a smaller m drops flipped labels of the route beyond it.
  const { m, flipped } = (at(draft, [...base, 'objective', 'dataset']) ?? {}) as Json
  if (last.has('dataset.m') && !last.has('dataset.flipped') && Array.isArray(flipped) && isCount(m)) {
    const kept = flipped.filter((i) => i < m)
    put(['objective', 'dataset', 'flipped'], kept.length > 0 ? kept : undefined)
  }
  for (const [name, text] of last) {
    if (runNames.includes(name)) put(['runs'], everyRun(runsIn(draft, base), name, text, notices))
    else if (name.startsWith('decay.')) put(['runs'], everyDecay(runsIn(draft, base), name, text, notices))
    else if (name.startsWith('parameters.'))
      put(['runs'], everyParameter(runsIn(draft, base), name, text, notices))
  }
  return draft
}

const isCount = (m: unknown): m is number => Number.isInteger(m) && (m as number) > 0

const runsIn = (draft: unknown, base: Keys): readonly Json[] =>
  at(draft, [...base, 'runs']) as readonly Json[]

/** Reads the runs of `run=`. Drops and reports a run with an unknown optimizer and everything beyond twelve. */
function runsOf(parameters: readonly Parameter[], notices: LinkNotice[]): Json[] {
  const runs: Json[] = []
  for (const [name, text] of parameters) {
    if (name !== 'run') continue
    const { kind: optimizer, fields } = kindAndFields(text)
    if (!Object.hasOwn(optimizers, optimizer)) {
      const faults = new Faults()
      runFields(optimizer).optimizer.check(optimizer, ['run'], faults)
      notices.push({ parameter: 'run', fault: faults.list[0].words, used: '' })
    } else if (runs.length === mostRuns) {
      const fault = { en: `expected at most ${mostRuns} runs`, zh: `至多 ${mostRuns} 个运行` }
      notices.push({ parameter: 'run', fault, used: '' })
      break
    } else runs.push(runOf(optimizer as RunSpec['optimizer'], fields))
  }
  return runs
}

function runOf(optimizer: RunSpec['optimizer'], fields: readonly Parameter[]): Json {
  const run = new Map<string, unknown>([
    ['optimizer', optimizer],
    ['alpha', optimizers[optimizer].alpha],
  ])
  const decay = new Map<string, unknown>()
  const parameters = new Map<string, unknown>()
  for (const [name, text] of fields) {
    if (name === 'decay') decay.set('kind', text)
    else if (name.startsWith('decay.')) decay.set(name.slice('decay.'.length), valueOf(name, text))
    else if (name.startsWith('parameters.'))
      parameters.set(name.slice('parameters.'.length), valueOf(name, text))
    else if (name !== 'optimizer') run.set(name, valueOf(name, text))
  }
  if (decay.size > 0) run.set('decay', Object.fromEntries(decay))
  if (parameters.size > 0) run.set('parameters', Object.fromEntries(parameters))
  return Object.fromEntries(run)
}

function without(text: string): LinkNotice {
  const fault = {
    en: `too large for a link, so the link does not include it: ${legible(text)}`,
    zh: `内容太大，链接中未包含：${legible(text)}`,
  }
  return { parameter: 'without', fault, used: '' }
}

/** Returns the field of a run: `alpha`, `decay.rate`. */
function fieldOf(keys: Keys): string | undefined {
  const [first, , ...field] = keys[0] === 'base' ? keys.slice(1) : keys
  const names = field.filter((key) => typeof key === 'string' && key !== 'kind')
  return first === 'runs' && names.length > 0 ? names.join('.') : undefined
}

/** Returns the link parameter of a field of the experiment. */
function parameterOf(keys: Keys): string {
  const [first, second, third] = keys[0] === 'base' ? keys.slice(1) : keys
  if (first === undefined) return 'experiment'
  if (first === 'runs') return 'run'
  if (first === 'series') return second === undefined || second === 'kind' ? 'series' : `series.${second}`
  if (first !== 'objective') return String(first)
  if (second === 'dataset') return third === undefined || third === 'kind' ? 'dataset' : `dataset.${third}`
  if (second === undefined || second === 'kind') return 'objective'
  return keys[0] === 'base' && (second === 'x' || second === 'y') ? `objective.${second}` : String(second)
}
