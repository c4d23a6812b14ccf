// Kept experiments in the browser's database: one record each, under its id. A database of its own, so that a page of an
// older version beside this one goes on with its own.

import type { KeptExperiment, Shelf } from './kept.ts'

const store = 'experiments'

export class KeptDatabase implements Shelf {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<KeptDatabase> {
    const request = indexedDB.open('ravine.kept', 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(store)
    const database = await resultOf(request)
    database.onversionchange = () => database.close()
    return new KeptDatabase(database)
  }

  all(): Promise<KeptExperiment[]> {
    return resultOf<KeptExperiment[]>(this.database.transaction(store).objectStore(store).getAll())
  }

  put(one: KeptExperiment): Promise<void> {
    return this.write((experiments) => experiments.put(one, one.id))
  }

  remove(id: string): Promise<void> {
    return this.write((experiments) => experiments.delete(id))
  }

  /** All of it or nothing: a device that is full in the middle leaves what was there. */
  private write(change: (experiments: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(store, 'readwrite')
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the database refused'))
      change(transaction.objectStore(store))
    })
  }
}

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database refused'))
  })
