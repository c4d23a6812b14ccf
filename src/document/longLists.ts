// Stores long lists of numbers (own data) separately from their document's text. They are cut into parts, one per turn,
// so megabytes never block the page. They go to the browser's database, or without one to session and local storage. A
// list is named after a hash of its numbers, so it is stored once regardless of how many documents use it.

import type { Words } from '../engine/words.ts'
import { isLong, numbersIn, type List, type ListStore } from './lists.ts'
import { ListDatabase } from './listDatabase.ts'
import { SmallMemories } from './smallMemories.ts'

/** Numbers per part. */
const partLength = 20_000

/** A reference to a list in its document's text. */
interface Apart {
  readonly list: string
  readonly parts: number
}

const notKept: Words = {
  en: 'This browser cannot keep your own data after a reload. “Export” saves them in an experiment file.',
  zh: '此浏览器无法保留你自己的数据，重新加载后会丢失；可用“导出”把它们存成实验文件。',
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

export class LongLists {
  private readonly small: SmallMemories
  private readonly stores: Promise<readonly ListStore[]>
  /** The preferred store, once known. */
  private best: ListStore
  private readonly names = new WeakMap<List, string>()
  private readonly putting = new WeakMap<List, Promise<string>>()
  /** Names of lists that are certainly stored. */
  private readonly kept = new Set<string>()
  private readonly refused = new WeakSet<List>()
  /** The document that is not stored yet. */
  private pending: { readonly hash: string } | undefined
  /** Resolves to whether the newest document is stored. */
  private saving = Promise.resolve(true)

  constructor(
    key: string,
    private readonly write: (text: string, hash: string) => boolean,
    private readonly onRefused: (words: Words) => void,
  ) {
    this.best = this.small = new SmallMemories(key)
    this.stores = ListDatabase.open().then(
      (database) => [(this.best = database), this.small],
      () => [this.small],
    )
  }

  /** Stores a document. A newer one replaces it. */
  keep(value: { readonly hash: string }): void {
    this.pending = value
    this.saving = this.save(value).catch(() => false)
  }

  /** Resolves to true when the newest document is stored with its lists, or to false if it cannot be. */
  async settled(): Promise<boolean> {
    for (;;) {
      const { saving } = this
      const kept = await saving
      if (saving === this.saving) return kept
    }
  }

  private async save(value: { readonly hash: string }): Promise<boolean> {
    const lists = longListsIn(value)
    const names = new Set<string>()
    for (const list of lists) {
      const refused = this.refused.has(list)
      const name = refused ? undefined : await this.put(list, names)
      // The page was left, or another document has arrived.
      if (this.pending !== value) return true
      if (name === undefined) {
        // The address still has everything except the data. An older document must not come back in its place.
        this.pending = undefined
        this.write(JSON.stringify({ hash: value.hash }), value.hash)
        if (!refused) this.onRefused(notKept)
        return false
      }
      names.add(name)
    }
    this.pending = undefined
    if (!this.write(this.textOf(value), value.hash) && lists.size > 0) {
      for (const list of lists) this.refused.add(list)
      this.onRefused(notKept)
      return false
    }
    for (const store of await this.stores) await store.clear(store === this.small ? names : undefined)
    return true
  }

  /** Finishes pending work synchronously, because the page is being left. */
  finish(): void {
    const value = this.pending
    if (!value) return
    this.pending = undefined
    const lists = longListsIn(value)
    for (const list of lists) {
      if (this.refused.has(list)) return
      const name = this.nameOf(list)
      if (!this.kept.has(name)) this.best.put(name, new Map(cut(list)), true).catch(() => {})
    }
    this.write(this.textOf(value), value.hash)
  }

  /** Returns a document with its lists restored. Rejects if one of them is gone. */
  async together(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value
    if (isApart(value)) return this.fetch(value)
    const entries: [string, unknown][] = []
    for (const [name, entry] of Object.entries(value)) entries.push([name, await this.together(entry)])
    return Object.fromEntries(entries)
  }

  private async fetch({ list: name, parts }: Apart): Promise<List> {
    for (const store of await this.stores) {
      const found: List[] = []
      while (found.length < parts) {
        const one = await store.get(name, found.length).catch(() => undefined)
        if (!one) break
        found.push(one)
      }
      if (found.length < parts) continue
      // Marks it as used today.
      store.has(name, parts).catch(() => {})
      return found.flat(1)
    }
    throw new Error('the list is gone')
  }

  /**
   * Resolves to its name when it is stored, or to undefined if it cannot be. Continues even if the document changes.
   */
  private put(list: List, besides: ReadonlySet<string>): Promise<string | undefined> {
    let putting = this.putting.get(list)
    if (!putting) {
      putting = this.putInTurns(list, besides)
      this.putting.set(list, putting)
    }
    return putting.catch(() => {
      this.refused.add(list)
      return undefined
    })
  }

  private async putInTurns(list: List, besides: ReadonlySet<string>): Promise<string> {
    const parts = [...cut(list)]
    const mixing = new Fingerprint()
    for (const [, slice] of parts) {
      await turn()
      mixing.add(slice)
    }
    const name = mixing.name
    this.names.set(list, name)
    const fill = async (store: ListStore): Promise<void> => {
      if (await store.has(name, parts.length)) return
      for (const [part, slice] of parts) {
        await turn()
        await store.put(name, new Map([[part, slice]]), part === parts.length - 1)
      }
    }
    let fault: unknown
    for (const store of await this.stores)
      for (const again of [false, true])
        try {
          if (again) await store.clear(new Set([...besides, name]))
          await fill(store)
          this.kept.add(name)
          return name
        } catch (error) {
          fault = error
        }
    await this.small.clear(besides)
    throw fault
  }

  private textOf(value: object): string {
    return JSON.stringify(value, (_, entry: unknown) =>
      isLong(entry) ? ({ list: this.nameOf(entry), parts: partsOf(entry) } satisfies Apart) : entry,
    )
  }

  private nameOf(list: List): string {
    let name = this.names.get(list)
    if (name === undefined) {
      const mixing = new Fingerprint()
      for (const [, slice] of cut(list)) mixing.add(slice)
      this.names.set(list, (name = mixing.name))
    }
    return name
  }
}

const isApart = (value: object): value is Apart => 'list' in value && 'parts' in value

const partsOf = (list: List): number => Math.min(list.length, Math.ceil(numbersIn(list) / partLength))

/** Yields its parts, numbered from 0. */
function* cut(list: List): Generator<[number, List]> {
  const parts = partsOf(list)
  const length = Math.ceil(list.length / parts)
  for (let part = 0; part < parts; part++) yield [part, list.slice(part * length, (part + 1) * length)]
}

function longListsIn(value: object): Set<List> {
  const lists = new Set<List>()
  JSON.stringify(value, (_, entry: unknown) => (isLong(entry) ? void lists.add(entry) : entry))
  return lists
}

/** A 64-bit hash of a list's numbers, and their count. */
class Fingerprint {
  private low = 0x9e3779b9
  private high = 0x85ebca6b
  private count = 0
  private rows = 0
  private readonly number = new Float64Array(1)
  private readonly halves = new Uint32Array(this.number.buffer)

  add(list: List): void {
    for (const entry of list)
      if (Array.isArray(entry)) {
        this.rows++
        this.add(entry)
      } else {
        this.count++
        this.number[0] = Number(entry)
        this.mix(this.halves[0])
        this.mix(this.halves[1])
      }
  }

  private mix(half: number): void {
    this.low = Math.imul(this.low ^ half, 0x9e3779b1)
    this.low ^= this.low >>> 15
    this.high = Math.imul(this.high ^ half, 0x85ebca77)
    this.high ^= this.high >>> 13
  }

  get name(): string {
    const parts = [this.low >>> 0, this.high >>> 0, this.count, this.rows]
    return parts.map((part) => part.toString(36)).join('-')
  }
}
