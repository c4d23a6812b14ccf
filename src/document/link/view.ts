// What a link says beside the experiment: where the cursor stands and how the page is looked at.

import type { Words } from '../../engine/words.ts'
import type { Look } from '../look.ts'
import type { Parameter } from './syntax.ts'

export interface LinkView extends Look {
  /** The cursor. */
  readonly step?: number
  readonly play?: boolean
  readonly lang?: 'en' | 'zh-CN'
  readonly theme?: 'light' | 'dark' | 'contrast'
  /** No header, no lesson list. */
  readonly embed?: boolean
  readonly present?: boolean
  /** Parts of the page that are not shown. */
  readonly hide?: readonly string[]
  /** Sliders that are shown and do not move. */
  readonly lock?: readonly string[]
  /** The one origin that an embedded page speaks with. */
  readonly post?: string
  /** A path through the course: lecture45, lecture90. */
  readonly path?: string
  /** Parameters that the route said it reads itself. */
  readonly own?: Readonly<Record<string, string>>
}

export type MutableView = { -readonly [K in keyof LinkView]: LinkView[K] }

/** Pinned races at most, and degrees at most. */
const mostGhosts = 3
const mostTilt = [60, 60] as const
/** Parts of a page that a link may hide. */
const hidable = ['controls', 'lesson', 'notes', 'playback', 'reset', 'strips'] as const
/** Sliders by the names that the experiment file, or the interface, has for them. */
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
/** Paths through the course; a law holds them to the lessons' own. */
export const knownPaths = ['lecture45', 'lecture90', 'lab90'] as const
const choices = {
  lang: ['en', 'zh-CN'],
  theme: ['light', 'dark', 'contrast'],
  path: knownPaths,
} as const

/** Takes a parameter into the view: true; false if it is not the view's; or what is wrong with it. */
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

/** The view's parameters, in one order. */
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
