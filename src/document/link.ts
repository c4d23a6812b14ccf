// Links: writes an experiment and a view as readable address parameters, only what differs from the route's own
// experiment, and reads them back. A wrong parameter never throws: valid ones apply, the others are reported.

import type { Experiment } from '../engine/experiment.ts'
import { legible, quoted } from '../engine/validate/legible.ts'
import type { Words } from '../engine/words.ts'
import type { FormulaDraft } from './formulaDraft.ts'
import type { LinkNotice } from './link/notice.ts'
import { readParameters } from './link/read.ts'
import { join, type Parameter, split } from './link/syntax.ts'
import { type LinkView, type MutableView, readView, viewParameters } from './link/view.ts'
import { written } from './link/write.ts'

export { splitHash } from './link/hash.ts'
export type { LinkNotice } from './link/notice.ts'
export type { LinkView } from './link/view.ts'

/** Returns the part after the `?` of an address. Empty if nothing differs. */
export function linkOf(experiment: Experiment, route: Experiment, view: LinkView = {}): string {
  return join([...written(experiment, route).parameters, ...viewParameters(view)])
}

/** Returns the names of fields too large for a link. The page reports them when it copies one. */
export function leftOut(experiment: Experiment, route: Experiment): readonly string[] {
  return written(experiment, route).leftOut
}

export interface LinkedState {
  /** Complete and valid, whatever the link contains. */
  readonly experiment: Experiment
  readonly view: LinkView
  readonly notices: readonly LinkNotice[]
  /** A formula that did not parse. */
  readonly draft?: FormulaDraft | undefined
}

/** Reads the part after the `?`. `own` lists the parameters that the route reads itself. */
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

/** Runs and pinned races may occur several times. For every other parameter the last one counts. */
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

/**
 * Returns what is wrong with the step in a lesson's address, given the numbers of its steps. The first step is used
 * instead.
 */
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

/** The most faults to report individually. */
const mostTold = 8

/**
 * Returns one sentence that names every unusable parameter and its replacement, and one about fields of the route that
 * conflict with the link.
 */
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

/** Returns distinct faults: the first ones, and how many more there are. */
function told(faults: readonly string[], more: (count: number) => string): string[] {
  const different = [...new Set(faults)]
  const first = different.slice(0, mostTold)
  return different.length > mostTold ? [...first, more(different.length - mostTold)] : first
}
