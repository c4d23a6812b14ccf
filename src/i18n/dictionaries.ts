// The words that are loaded. The areas of en/index.ts come with the page; the others (areas/) are chunks that come with
// the parts that speak them. English stands in its chunk; Chinese is fetched when it is spoken.

import { remembered, retried } from '../fetch/retried.ts'
import type { Language } from './detect.ts'
import * as en from './en/index.ts'
import type { Translated } from './translated.ts'

/** What every part of the page may say. */
export type Dictionary = Translated<typeof en>

/** An area whose words come with the parts that speak it. */
export interface Area<Name extends string = string, Texts = unknown> {
  readonly name: Name
  readonly en: Texts
  chinese(): Promise<Translated<Texts>>
}

// oxlint-disable-next-line typescript/no-explicit-any -- an area of any words
export type AnyArea = Area<string, any>

/** The dictionary with the words of some areas: `Spoken<typeof network>`. */
export type Spoken<A extends AnyArea> = Dictionary & {
  readonly [One in A as One['name']]: Translated<One['en']>
}

type Loaded = Record<string, unknown>

// One object a language, to which areas are added: what is made of a dictionary is not made anew when one comes.
const dictionaries: { readonly en: Loaded; 'zh-CN'?: Loaded } = { en: { ...en } }
const areas: AnyArea[] = []
const loads = new Map<AnyArea, () => Promise<void>>()

/** Enters an area. Where Chinese is spoken its words are asked for at once. */
export function area<Name extends string, Texts>(
  name: Name,
  english: Texts,
  chinese: () => Promise<Translated<Texts>>,
): Area<Name, Texts> {
  const made = { name, en: english, chinese }
  dictionaries.en[name] = english
  areas.push(made)
  if (dictionaries['zh-CN']) loadArea(made).catch(() => {})
  return made
}

/**
 * Loads an area's Chinese words: the same promise at every call until it fails. When it is kept it says so in the way that
 * React's `use` reads, so that a part that is on the page already does not suspend.
 */
export function loadArea(wanted: AnyArea): Promise<void> {
  let load = loads.get(wanted)
  if (!load)
    loads.set(
      wanted,
      (load = remembered(async () => {
        const texts = await wanted.chinese()
        dictionaries['zh-CN']![wanted.name] = texts
      })),
    )
  return load()
}

export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') return
  dictionaries[language] ??= { ...(await retried(() => import('./zh-CN/index.ts'))) }
  await Promise.all(areas.map(loadArea))
}

/** The words of a language that is loaded, English where it is not; with those of the areas that are named. */
export function words<const A extends readonly AnyArea[]>(
  language: Language,
  ..._areas: A
): Spoken<A[number]> {
  return (dictionaries[language] ?? dictionaries.en) as Spoken<A[number]>
}
