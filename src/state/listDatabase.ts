// Parts of long lists in the browser's database, as they are: no text is made of them. All tabs and all labs share it, so
// a list stays when its document goes, as long as it is among those that were used last.

import type { List } from './deviceMemory.ts'
import type { ListStore } from './longLists.ts'

/** Lists that stay. A document with own data has one or two. */
const mostLists = 32

/** A database that has not opened after so many turns of so many milliseconds never will. A busy page takes few turns. */
const [turns, turnMilliseconds] = [50, 100]

/** What is known of a list: when it was used last, and whether all its parts are there. */
interface Use {
  readonly time: number
  readonly whole: boolean
}

export class ListDatabase implements ListStore {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<ListDatabase> {
    const request = indexedDB.open('ravine', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('parts')
      request.result.createObjectStore('uses')
    }
    const database = await Promise.race([resultOf(request), late()])
    database.onversionchange = () => database.close()
    return new ListDatabase(database)
  }

  async has(name: string): Promise<boolean> {
    const { uses, done } = this.begin('readwrite')
    const known = (await resultOf(uses.get(name))) as Use | undefined
    if (known) uses.put({ ...known, time: Date.now() } satisfies Use, name)
    await done
    return known?.whole === true
  }

  async put(name: string, parts: ReadonlyMap<number, List>, whole: boolean): Promise<void> {
    const { parts: store, uses, done, transaction } = this.begin('readwrite')
    for (const [part, list] of parts) store.put(list, [name, part])
    if (whole || parts.has(0)) uses.put({ time: Date.now(), whole } satisfies Use, name)
    transaction.commit()
    await done
  }

  async get(name: string, part: number): Promise<List | undefined> {
    return resultOf<List | undefined>(this.begin('readonly').parts.get([name, part]))
  }

  async clear(only?: ReadonlySet<string>): Promise<void> {
    const { parts, uses, done } = this.begin('readwrite')
    const [names, of] = await Promise.all([
      resultOf(uses.getAllKeys() as IDBRequest<string[]>),
      resultOf(uses.getAll() as IDBRequest<Use[]>),
    ])
    const newest = [...names.keys()].sort((a, b) => of[b].time - of[a].time).slice(0, mostLists)
    const stays = only ?? new Set(newest.map((i) => names[i]))
    for (const name of names) {
      if (stays.has(name)) continue
      uses.delete(name)
      // A list comes after every number where keys are compared.
      parts.delete(IDBKeyRange.bound([name], [name, []]))
    }
    await done
  }

  private begin(mode: IDBTransactionMode) {
    const transaction = this.database.transaction(['parts', 'uses'], mode)
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the database refused'))
    })
    // Not everybody waits for it.
    done.catch(() => {})
    return {
      transaction,
      parts: transaction.objectStore('parts'),
      uses: transaction.objectStore('uses'),
      done,
    }
  }
}

async function late(): Promise<never> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setTimeout(resolve, turnMilliseconds))
  throw new Error('the database does not open')
}

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database refused'))
  })
