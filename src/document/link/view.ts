// What a link contains besides the experiment: the cursor and presentation options.

import type { Words } from '../../engine/words.ts'
import type { Look } from '../look.ts'
import type { Parameter } from './syntax.ts'

export interface LinkView extends Look {
  /** The cursor. */
  readonly step?: number
  readonly play?: boolean
  readonly lang?: 'en' | 'zh-CN'
  readonly theme?: 'light' | 'dark' | 'contrast'
  /** No header, no list of lessons. */
  readonly embed?: boolean
  readonly present?: boolean
  /** Parts of the page to hide. */
  readonly hide?: readonly string[]
  /** Sliders that are shown read-only. */
  readonly lock?: readonly string[]
  /** The only origin that an embedded page exchanges messages with. */
  readonly post?: string
  /** A path through the course: lecture45, lecture90. */
  readonly path?: string
  /** Parameters that the route reads itself. */
  readonly own?: Readonly<Record<string, string>>
}

export type MutableView = { -readonly [K in keyof LinkView]: LinkView[K] }

/** Maximum number of pinned races, and maximum degrees. */
const mostGhosts = 3
const mostTilt = [60, 60] as const
/** Parts of a page that a link may hide. */
const hidable = ['controls', 'lesson', 'notes', 'playback', 'reset', 'strips'] as const
/** Sliders, by their names in the experiment file or in the interface. */
const lockable = [
  ...[
    'alpha',
    'beta',
    'beta1',
    'beta2',
    'rho',
    'epsilon',
    'weightDecay',
    'batchSize',
    'decayRate',
    'decay.rate',
  ],
  ...['kappa', 'curvature', 'angle', 'labelNoise', 'mislabelled', 'lambda', 'm', 'averagingBeta', 'betas'],
  ...['surfaceNoise', 'noise', 'steps', 'smoothingBeta', 'costScale'],
] as const
const lists = { hide: hidable, lock: lockable } as const
const flags = ['play', 'loop', 'embed', 'present'] as const
/** Paths through the course. A test compares them with the lessons' own. */
export const knownPaths = ['lecture45', 'lecture90', 'lab90'] as const
const choices = {
  lang: ['en', 'zh-CN'],
  theme: ['light', 'dark', 'contrast'],
  path: knownPaths,
} as const

/** Reads a parameter into the view. Returns true, false if it is not a view parameter, or what is wrong with it. */
export function readView([name, text]: Parameter, view: MutableView): boolean | Words {
  if (name === 'step') {
    const step = Number(text)
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(step))
      return { en: 'expected a whole number from 0', zh: '应为从 0 起的整数' }
    view.step = step
  } else if (name === 'hide' || name === 'lock') {
    const parts = text === '' ? [] : text.split(',')
    const known = parts.filter((part) => isOneOf(lists[name], part))
    view[name] = known
    if (known.length < parts.length)
      return { en: `expected parts of ${lists[name].join(', ')}`, zh: `应取自 ${lists[name].join('、')}` }
  } else if (name === 'ghost') {
    if ((view.ghosts?.length ?? 0) >= mostGhosts)
      return { en: `expected at most ${mostGhosts} of them`, zh: `至多 ${mostGhosts} 个` }
    view.ghosts = [...(view.ghosts ?? []), text]
  } else if (name === 'tilt') {
    const [tilt, turn = 0, ...rest] = text
      .split(',')
      .map((part) => (/^-?\d{1,3}(?:\.\d*)?$/.test(part) ? Number(part) + 0 : NaN))
    if (rest.length > 0 || !(tilt >= 0 && tilt <= mostTilt[0] && Math.abs(turn) <= mostTilt[1]))
      return {
        en: `expected degrees, at most ${mostTilt[0]} up and ${mostTilt[1]} to either side`,
        zh: `应为角度：倾斜至多 ${mostTilt[0]}，左右至多 ${mostTilt[1]}`,
      }
    view.tilt = [tilt, turn]
  } else if (name === 'post') view[name] = text
  else if (isOneOf(flags, name)) {
    if (text !== '1' && text !== '0') return { en: 'expected 1 or 0', zh: '应为 1 或 0' }
    view[name] = text === '1'
  } else if (name === 'lang' || name === 'theme' || name === 'path') {
    if (!isOneOf(choices[name], text))
      return {
        en: `expected one of ${choices[name].join(', ')}`,
        zh: `应为 ${choices[name].join('、')} 之一`,
      }
    Object.assign(view, { [name]: text })
  } else return false
  return true
}

/** Returns the view's parameters in a fixed order. */
export function viewParameters(view: LinkView): Parameter[] {
  const parameters: Parameter[] = []
  if (view.step !== undefined) parameters.push(['step', String(view.step)])
  for (const name of flags) if (view[name] !== undefined) parameters.push([name, view[name] ? '1' : '0'])
  for (const name of ['lang', 'theme', 'post', 'path'] as const) {
    const text = view[name]
    if (text !== undefined) parameters.push([name, text])
  }
  if (view.tilt) parameters.push(['tilt', view.tilt.join(',')])
  for (const ghost of view.ghosts ?? []) parameters.push(['ghost', ghost])
  for (const name of ['hide', 'lock'] as const) {
    const parts = view[name]
    if (parts) parameters.push([name, parts.join(',')])
  }
  for (const [name, text] of Object.entries(view.own ?? {})) parameters.push([name, text])
  return parameters
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value)
}
