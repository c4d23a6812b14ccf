// The loaded words. The areas of en/index.ts come with the page. The others (areas/) are chunks that load with the
// parts that use them. Each chunk contains the English words. Chinese words are fetched on demand.

import { remembered, retried } from '../fetch/retried.ts'
import type { Language } from './detect.ts'
import * as en from './en/index.ts'
import type { Translated } from './translated.ts'

/** The words available to every part of the page. */
export type Dictionary = Translated<typeof en>

/** An area whose words load with the parts that use it. */
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

// One object per language, to which areas are added. Its identity is stable, so memoized values survive when an area
// arrives.
const dictionaries: { readonly en: Loaded; 'zh-CN'?: Loaded } = { en: { ...en } }
const areas: AnyArea[] = []
const loads = new Map<AnyArea, () => Promise<void>>()

/** Registers an area. If the language is Chinese, starts loading its words. */
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
 * Loads an area's Chinese words. Returns the same promise until it fails. A fulfilled promise carries its status for
 * React's `use`, so mounted parts do not suspend.
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

/** Returns the words of a language, or English if it is not loaded, including the given areas. */
export function words<const A extends readonly AnyArea[]>(
  language: Language,
  ..._areas: A
): Spoken<A[number]> {
  return (dictionaries[language] ?? dictionaries.en) as Spoken<A[number]>
}
