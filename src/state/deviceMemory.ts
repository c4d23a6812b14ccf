// What this device keeps of a document, so that a reload loses nothing. Long lists (own data) are kept apart and in parts,
// one part a turn: writing megabytes at once would hold the page up. A list is written again only when another takes its
// place. The tab's own memory comes before the one that all tabs share.

/** Lists of more numbers than this are kept in parts of so many. */
const partLength = 20_000

type List = readonly unknown[]
interface KeptList {
  readonly list: string
  readonly parts: number
}

const numbersIn = (list: List): number => list.length * (Array.isArray(list[0]) ? list[0].length : 1)

const isKept = (value: object): value is KeptList => 'list' in value && 'parts' in value

export class DeviceMemory {
  private names = new WeakMap<List, string>()
  /** Names of lists of which every part is in both memories. */
  private written = new Set<string>()
  private refused = new WeakSet<List>()
  private turns: Iterator<void> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly key: string) {}

  /** What was kept for exactly this address. */
  recall(hash: string): unknown {
    if (hash === '') return undefined
    try {
      const text = sessionStorage.getItem(this.key)
      const own = text !== null && this.read(sessionStorage, text, hash)
      if (own) return own
      const shared = text === null ? localStorage.getItem(this.key) : null
      return shared === null ? undefined : this.read(localStorage, shared, hash)
    } catch {
      return undefined
    }
  }

  private read(storage: Storage, text: string, hash: string): unknown {
    const kept = JSON.parse(text) as { readonly hash?: unknown } | null
    return kept?.hash === hash ? this.whole(kept, storage) : undefined
  }

  /** Puts the lists back into their places. */
  private whole(value: unknown, storage: Storage): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((entry) => this.whole(entry, storage))
    if (!isKept(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, this.whole(entry, storage)]),
      )
    const parts = Array.from({ length: value.parts }, (_, part) =>
      storage.getItem(this.place(value.list, part)),
    )
    if (parts.includes(null)) throw new Error('a part of the list is gone')
    return JSON.parse(`[${parts.join(',')}]`)
  }

  private place = (name: string, part: number): string => `${this.key}.${name}.${part}`

  /** Keeps a value whose `hash` is the address that it belongs to; what is long comes in turns. */
  keep<Value extends { readonly hash: string }>(value: Value): void {
    this.turns = this.writing(value)
    this.turn()
  }

  /** Ends what is under way at once: the page goes. */
  finish(): void {
    while (this.turns) this.turn()
  }

  private turn = (): void => {
    clearTimeout(this.timer)
    try {
      if (this.turns?.next().done) this.turns = undefined
    } catch {
      // Too large, or no storage: the address still holds all but the data.
      this.turns = undefined
    }
    if (this.turns) this.timer = setTimeout(this.turn)
  }

  private *writing(value: object): Generator<void, void> {
    const lists = new Map<string, List>()
    const text = JSON.stringify(value, (_, entry: unknown) => {
      if (!Array.isArray(entry) || numbersIn(entry) <= partLength) return entry
      const name = this.nameOf(entry)
      lists.set(name, entry)
      return { list: name, parts: partsOf(entry) } satisfies KeptList
    })
    for (const [name, list] of lists) {
      if (this.refused.has(list)) return
      if (this.written.has(name)) continue
      try {
        yield* this.writeParts(name, list)
      } catch (error) {
        this.refused.add(list)
        yield* this.forget(lists)
        throw error
      }
      this.written.add(name)
    }
    sessionStorage.setItem(this.key, text)
    localStorage.setItem(this.key, text)
    yield* this.forget(lists)
  }

  private *writeParts(name: string, list: List): Generator<void, void> {
    const parts = partsOf(list)
    const length = Math.ceil(list.length / parts)
    for (let part = 0; part < parts; part++) {
      const text = JSON.stringify(list.slice(part * length, (part + 1) * length)).slice(1, -1)
      for (const storage of [sessionStorage, localStorage]) {
        yield
        storage.setItem(this.place(name, part), text)
      }
    }
  }

  private nameOf(list: List): string {
    let name = this.names.get(list)
    if (!name)
      this.names.set(list, (name = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`))
    return name
  }

  /** Takes away the parts of every list but these. */
  private *forget(lists: ReadonlyMap<string, List>): Generator<void, void> {
    for (const name of this.written) if (!lists.has(name)) this.written.delete(name)
    for (const storage of [sessionStorage, localStorage])
      for (const place of Object.keys(storage)) {
        if (!place.startsWith(`${this.key}.`)) continue
        const [name] = place.slice(this.key.length + 1).split('.')
        if (this.written.has(name)) continue
        storage.removeItem(place)
        yield
      }
  }
}

const partsOf = (list: List): number => Math.min(list.length, Math.ceil(numbersIn(list) / partLength))
