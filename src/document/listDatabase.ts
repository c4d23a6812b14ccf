// Stores parts of long lists in the browser's database, without converting them to text. All tabs and labs share it. A
// list outlives its document while it is among the most recently used ones.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { List, ListStore } from './lists.ts'

/** The most lists to keep. A document with own data has one or two. */
const mostLists = 32

/**
 * A database that has not opened after this many turns of this many milliseconds never will. A busy page takes few
 * turns.
 */
const [turns, turnMilliseconds] = [50, 100]

/** When a list was last used, and whether all its parts are stored. */
interface Use {
  readonly time: number
  readonly whole: boolean
}

interface Schema extends DBSchema {
  parts: { key: [name: string, part: number]; value: List }
  uses: { key: string; value: Use }
}

export class ListDatabase implements ListStore {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<ListDatabase> {
    const opening = openDB<Schema>('ravine', 1, {
      upgrade(database) {
        database.createObjectStore('parts')
        database.createObjectStore('uses')
      },
      // Another version of the page needs it.
      blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
    })
    return new ListDatabase(await Promise.race([opening, late()]))
  }

  async has(name: string): Promise<boolean> {
    const { store, done } = this.database.transaction('uses', 'readwrite')
    const known = await store.get(name)
    if (known) await store.put({ ...known, time: Date.now() }, name)
    await done
    return known?.whole === true
  }

  async put(name: string, parts: ReadonlyMap<number, List>, whole: boolean): Promise<void> {
    const transaction = this.database.transaction(['parts', 'uses'], 'readwrite')
    const written: Promise<unknown>[] = Array.from(parts, ([part, list]) =>
      transaction.objectStore('parts').put(list, [name, part]),
    )
    if (whole || parts.has(0))
      written.push(transaction.objectStore('uses').put({ time: Date.now(), whole }, name))
    transaction.commit()
    await Promise.all([...written, transaction.done])
  }

  async get(name: string, part: number): Promise<List | undefined> {
    return this.database.get('parts', [name, part])
  }

  async clear(only?: ReadonlySet<string>): Promise<void> {
    const transaction = this.database.transaction(['parts', 'uses'], 'readwrite')
    const [parts, uses] = [transaction.objectStore('parts'), transaction.objectStore('uses')]
    const [names, of] = await Promise.all([uses.getAllKeys(), uses.getAll()])
    const newest = [...names.keys()].sort((a, b) => of[b].time - of[a].time).slice(0, mostLists)
    const stays = only ?? new Set(newest.map((i) => names[i]))
    const gone = names.filter((name) => !stays.has(name))
    await Promise.all([
      // In key order a list comes after every number.
      ...gone.flatMap((name) => [uses.delete(name), parts.delete(IDBKeyRange.bound([name], [name, []]))]),
      transaction.done,
    ])
  }
}

async function late(): Promise<never> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setTimeout(resolve, turnMilliseconds))
  throw new Error('the database does not open')
}
