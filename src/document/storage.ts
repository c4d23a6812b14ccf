// What this device keeps of a document, so that a reload loses nothing: its text and, of documents with own data, those
// that the tab may come back to. Long lists are kept apart (longLists.ts, loaded when there are some). The tab's own memory
// comes before the one that all tabs share.

import { retried } from '../fetch/retried.ts'
import type { Words } from '../engine/words.ts'
import type { LongLists } from './longLists.ts'

interface Kept {
  readonly hash: string
  /** The address whose place this one took: a reload that was under way, or a page that goes, comes back to it. */
  readonly was?: string
}

/** Lists of more numbers than this are kept apart. */
const longest = 1000

export type List = readonly unknown[]

export const numbersIn = (list: List): number => list.length * (Array.isArray(list[0]) ? list[0].length : 1)

export const isLong = (value: unknown): value is List => Array.isArray(value) && numbersIn(value) > longest

const hasLong = (value: unknown): boolean =>
  Array.isArray(value)
    ? isLong(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasLong)

/** Documents with own data that are kept for the tab's way back. */
const mostVisits = 16

export class DeviceMemory {
  private lists: LongLists | undefined
  private loading: Promise<LongLists> | undefined
  /** What is to be kept as soon as it can be. */
  private waiting: Kept | undefined
  /** The address under which the document was kept last: the next one replaces it in the tab's history. */
  private last: string | undefined
  private fresh = true

  /** `onRefused`: the browser cannot keep the long lists of a document. */
  constructor(
    private readonly key: string,
    private readonly onRefused: (words: Words) => void = () => {},
  ) {}

  /** What was kept for exactly this address; a promise of it where long lists are kept apart. */
  recall(hash: string): unknown {
    this.last = undefined
    const again = this.fresh && isReload()
    this.fresh = false
    const text = hash === '' ? undefined : this.textFor(hash, again)
    if (text === undefined) return undefined
    const kept: unknown = JSON.parse(text)
    if (!text.includes('{"list":')) return kept
    return this.load()
      .then((lists) => lists.together(kept))
      .catch(() => undefined)
  }

  private textFor(hash: string, again: boolean): string | undefined {
    try {
      const own = sessionStorage.getItem(this.key)
      const { was, ...kept } = keptIn(own)
      if (was === hash && again) return own ?? undefined
      // Come to by a link it is that address's own document, also after a reload.
      if (was === hash) sessionStorage.setItem(this.key, JSON.stringify(kept))
      return (
        [own ?? localStorage.getItem(this.key), ...this.visits()].find((text) => isOf(text, [hash])) ??
        undefined
      )
    } catch {
      return undefined
    }
  }

  /** Keeps a value whose `hash` is the address that it belongs to; what is long comes in turns. */
  keep<Value extends Kept>(value: Value): void {
    if (this.lists) return this.lists.keep(value)
    const apart = hasLong(value) || this.holdsParts()
    this.waiting = apart ? value : undefined
    if (apart) this.load().catch(() => {})
    else this.write(JSON.stringify(value), value.hash)
  }

  /** Loads beforehand what this document will take to be kept. */
  foresee(value: object): void {
    if (!this.lists && hasLong(value)) this.load().catch(() => {})
  }

  /** Resolves when what was given is kept (true), or cannot be. */
  async settled(): Promise<boolean> {
    if (this.waiting) await this.loading?.catch(() => {})
    return this.lists ? this.lists.settled() : !this.waiting
  }

  /** Ends what is under way at once: the page goes. */
  finish(): void {
    if (this.lists) return this.lists.finish()
    // What keeps long lists apart has not come yet: they stay in the text as far as there is room.
    if (this.waiting) this.write(JSON.stringify(this.waiting), this.waiting.hash)
    this.waiting = undefined
  }

  private load(): Promise<LongLists> {
    this.loading ??= retried(() => import('./longLists.ts')).then(
      (loaded) => {
        const lists = (this.lists = new loaded.LongLists(this.key, this.write, this.onRefused))
        if (this.waiting) lists.keep(this.waiting)
        this.waiting = undefined
        return lists
      },
      (error: unknown) => {
        this.loading = undefined
        throw error
      },
    )
    return this.loading
  }

  /** Parts of a list that a document before this one had, where they take other memories their room. */
  private holdsParts(): boolean {
    try {
      return Object.keys(localStorage).some((place) => place.startsWith(`${this.key}.`))
    } catch {
      return false
    }
  }

  private write = (text: string, hash: string): boolean => {
    const before = this.visits()
    const others = before.filter((one) => !isOf(one, [hash, this.last]))
    // The address leaves something out: the tab's history alone does not bring it back.
    const visits = /[?&]without=/.test(hash) ? [text, ...others].slice(0, mostVisits) : others
    this.last = hash
    try {
      sessionStorage.setItem(this.key, text)
      localStorage.setItem(this.key, text)
      if (visits.length + before.length > 0) sessionStorage.setItem(this.visitsKey, JSON.stringify(visits))
      return true
    } catch {
      // No storage, or no room: the address still holds all but the data.
      return false
    }
  }

  private get visitsKey(): string {
    return `${this.key}-visits`
  }

  private visits(): readonly string[] {
    try {
      const visits: unknown = JSON.parse(sessionStorage.getItem(this.visitsKey) ?? '[]')
      return Array.isArray(visits) ? visits.filter((text) => typeof text === 'string') : []
    } catch {
      return []
    }
  }
}

/** The page is seen again, not opened by a link. */
const isReload = (): boolean => {
  const [entry] = globalThis.performance?.getEntriesByType('navigation') ?? []
  return ['reload', 'back_forward'].includes((entry as PerformanceNavigationTiming | undefined)?.type ?? '')
}

/** Whether a text that was kept belongs to one of these addresses. */
function isOf(text: string | null, hashes: readonly (string | undefined)[]): boolean {
  const { hash } = keptIn(text)
  return typeof hash === 'string' && hashes.includes(hash)
}

/** Nothing where the text is damaged. */
function keptIn(text: string | null): Partial<Kept> {
  try {
    return (JSON.parse(text ?? 'null') as Partial<Kept> | null) ?? {}
  } catch {
    return {}
  }
}
