// Links: an experiment and a view as the readable parameters of an address, only what differs from the route's own
// experiment, and back. A wrong parameter never throws: the valid ones hold, the others are told.

import type { Experiment } from '../engine/experiment.ts'
import { legible, quoted } from '../engine/validate/legible.ts'
import type { Words } from '../engine/words.ts'
import type { FormulaDraft } from './formulaDraft.ts'
import { type LinkNotice, readParameters } from './link/read.ts'
import { join, type Parameter, split } from './link/syntax.ts'
import { type LinkView, type MutableView, readView, viewParameters } from './link/view.ts'
import { written } from './link/write.ts'

export { splitHash } from './link/hash.ts'
export type { LinkNotice } from './link/read.ts'
export type { LinkView } from './link/view.ts'

/** What stands after the `?` of an address; empty when nothing differs. */
export function linkOf(experiment: Experiment, route: Experiment, view: LinkView = {}): string {
  return join([...written(experiment, route).parameters, ...viewParameters(view)])
}

/** The fields that are too large for a link, by name; the page says so when it copies one. */
export function leftOut(experiment: Experiment, route: Experiment): readonly string[] {
  return written(experiment, route).leftOut
}

export interface LinkedState {
  /** Complete and valid, whatever the link said. */
  readonly experiment: Experiment
  readonly view: LinkView
  readonly notices: readonly LinkNotice[]
  /** A formula that could not be read. */
  readonly draft?: FormulaDraft | undefined
}

/** Reads what stands after the `?`. `own` names the parameters that the route reads itself. */
export function experimentFrom(search: string, route: Experiment, own: readonly string[] = []): LinkedState {
  const view: MutableView = {}
  const notices: LinkNotice[] = []
  const others: Record<string, string> = {}
  const rest: Parameter[] = []
  const parameters = split(search)
  for (const parameter of parameters) {
    const [name, text] = parameter
    if (own.includes(name)) {
      others[name] = text
      continue
    }
    const taken = readView(parameter, view)
    if (taken === false) rest.push(parameter)
    else if (taken !== true) notices.push({ parameter: name, fault: taken, used: '' })
  }
  if (Object.keys(others).length > 0) view.own = others
  const read = readParameters(rest, route)
  notices.push(...read.notices)
  return {
    experiment: read.experiment,
    view,
    notices: [...notices, ...repeated(parameters, notices)],
    draft: read.draft,
  }
}

/** Runs and pinned races may come several times; of every other parameter the last one holds. */
function repeated(parameters: readonly Parameter[], told: readonly LinkNotice[]): LinkNotice[] {
  const texts = new Map<string, string[]>()
  for (const [name, text] of parameters)
    if (name !== 'run' && name !== 'ghost') texts.set(name, [...(texts.get(name) ?? []), text].slice(-9))
  const wrong = new Set(told.map(({ parameter }) => parameter))
  return Array.from(texts, ([parameter, given]): LinkNotice | undefined =>
    new Set(given).size < 2 || wrong.has(parameter) || wrong.has(parameter.split('.')[0])
      ? undefined
      : {
          parameter,
          fault: { en: 'given more than once', zh: '出现了多次' },
          used: given[given.length - 1],
        },
  ).filter((notice) => notice !== undefined)
}

/** What is wrong with the step that a lesson's address names, by the numbers of its steps; the first one is used. */
export function stepNotice(
  at: string | undefined,
  steps: readonly { readonly number?: number | undefined }[],
): LinkNotice[] {
  const numbers = steps.map(({ number }, i) => String(number ?? i + 1))
  if (at === undefined || steps.length < 2 || numbers.includes(at)) return []
  const [first, last] = [numbers[0], numbers[numbers.length - 1]]
  const fault = {
    en: `expected a step of this lesson, ${first} to ${last}, got ${quoted(at)}`,
    zh: `应为本课的第 ${first} 到 ${last} 步，实为 ${quoted(at)}`,
  }
  return [{ parameter: 'at', fault, used: first }]
}

/** So many faults are told one by one. */
const mostTold = 8

/** One sentence that names every parameter that could not be used, and what was used instead; and one for what of the
 * route's own could not stay with what the link says. */
export function noticeText(notices: readonly LinkNotice[]): Words {
  const wrong = notices.filter(({ because }) => because === undefined)
  const moved = notices.filter(({ because }) => because !== undefined)
  const nameOf = ({ parameter, field }: LinkNotice, of: string): string =>
    `${legible(parameter)}${field === undefined ? '' : `${of}${legible(field)}`}`
  const en = told(
    wrong.map((one) => `${nameOf(one, ': ')} (${one.fault.en}${one.used && `; used ${legible(one.used)}`})`),
    (more) => `${more} more`,
  )
  const zh = told(
    wrong.map((one) => `${nameOf(one, '：')}（${one.fault.zh}${one.used && `；改用 ${legible(one.used)}`}）`),
    (more) => `另 ${more} 处`,
  )
  const sentences = moved.map(({ parameter, fault, used, because }) => ({
    en: `With ${because}, ${parameter} cannot stay as it is here (${fault.en})${used && `; used ${legible(used)}`}.`,
    zh: `有了 ${because}，此处的 ${parameter} 不能保持原样（${fault.zh}）${used && `；改用 ${legible(used)}`}。`,
  }))
  return {
    en: [
      ...(en.length > 0 ? [`Not used from the address: ${en.join(', ')}.`] : []),
      ...sentences.map((one) => one.en),
    ].join(' '),
    zh: [
      ...(zh.length > 0 ? [`地址中未能使用：${zh.join('、')}。`] : []),
      ...sentences.map((one) => one.zh),
    ].join(''),
  }
}

/** Each fault once, the first of them, and how many more. */
function told(faults: readonly string[], more: (count: number) => string): string[] {
  const different = [...new Set(faults)]
  const first = different.slice(0, mostTold)
  return different.length > mostTold ? [...first, more(different.length - mostTold)] : first
}
