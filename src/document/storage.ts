// Stores documents on the device, so a reload loses nothing: the text of the latest document, and those with own data
// that the tab may navigate back to. Long lists are stored separately (longLists.ts, loaded on demand). Session storage
// takes precedence over local storage.

import { retried } from '../fetch/retried.ts'
import type { Words } from '../engine/words.ts'
import { isLong } from './lists.ts'
import type { LongLists } from './longLists.ts'

interface Kept {
  readonly hash: string
  /** The address that this one replaced. A reload in progress, or leaving the page, may return to it. */
  readonly was?: string
}

const hasLong = (value: unknown): boolean =>
  Array.isArray(value)
    ? isLong(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasLong)

/** The most documents with own data kept for navigating back in the tab. */
const mostVisits = 16

export class DeviceMemory {
  private lists: LongLists | undefined
  private loading: Promise<LongLists> | undefined
  /** Waits to be stored. */
  private waiting: Kept | undefined
  /** The address of the last stored document, which the next one replaces in the tab's history. */
  private last: string | undefined
  private fresh = true

  /** `onRefused`: the browser cannot store the long lists of a document. */
  constructor(
    private readonly key: string,
    private readonly onRefused: (words: Words) => void = () => {},
  ) {}

  /** Returns what was stored for exactly this address, or a promise of it if it has long lists. */
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
      // If opened by a link, it is that address's own document, also after a reload.
      if (was === hash) sessionStorage.setItem(this.key, JSON.stringify(kept))
      return (
        [own ?? localStorage.getItem(this.key), ...this.visits()].find((text) => isOf(text, [hash])) ??
        undefined
      )
    } catch {
      return undefined
    }
  }

  /** Stores a value whose `hash` is its address. Long lists are written in turns. */
  keep<Value extends Kept>(value: Value): void {
    if (this.lists) return this.lists.keep(value)
    const apart = hasLong(value) || this.holdsParts()
    this.waiting = apart ? value : undefined
    if (apart) this.load().catch(() => {})
    else this.write(JSON.stringify(value), value.hash)
  }

  /** Preloads the code needed to store this document. */
  foresee(value: object): void {
    if (!this.lists && hasLong(value)) this.load().catch(() => {})
  }

  /** Resolves to true when the last value is stored, or to false if it cannot be. */
  async settled(): Promise<boolean> {
    if (this.waiting) await this.loading?.catch(() => {})
    return this.lists ? this.lists.settled() : !this.waiting
  }

  /** Finishes pending work synchronously, because the page is being left. */
  finish(): void {
    if (this.lists) return this.lists.finish()
    // The code for long lists has not loaded, so leave them in the text as far as space allows.
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

  /** Whether parts of an earlier document's list take up other storage. */
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
    // The address omits something, so the tab's history alone cannot restore it.
    const visits = /[?&]without=/.test(hash) ? [text, ...others].slice(0, mostVisits) : others
    this.last = hash
    try {
      sessionStorage.setItem(this.key, text)
      localStorage.setItem(this.key, text)
      if (visits.length + before.length > 0) sessionStorage.setItem(this.visitsKey, JSON.stringify(visits))
      return true
    } catch {
      // No storage, or no space. The address still has everything except the data.
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

/** The page was reached by reload or back/forward, not by a link. */
const isReload = (): boolean => {
  const [entry] = globalThis.performance?.getEntriesByType('navigation') ?? []
  return ['reload', 'back_forward'].includes((entry as PerformanceNavigationTiming | undefined)?.type ?? '')
}

/** Whether a stored text belongs to one of these addresses. */
function isOf(text: string | null, hashes: readonly (string | undefined)[]): boolean {
  const { hash } = keptIn(text)
  return typeof hash === 'string' && hashes.includes(hash)
}

/** Returns an empty object if the text is damaged. */
function keptIn(text: string | null): Partial<Kept> {
  try {
    return (JSON.parse(text ?? 'null') as Partial<Kept> | null) ?? {}
  } catch {
    return {}
  }
}
