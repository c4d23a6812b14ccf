// Saved experiments in the browser's database, one record per id. A separate database, so an older version of the page
// can keep using its own.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptExperiment, Shelf } from './kept.ts'

interface Schema extends DBSchema {
  experiments: { key: string; value: KeptExperiment }
}

export class KeptDatabase implements Shelf {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<KeptDatabase> {
    return new KeptDatabase(
      await openDB<Schema>('ravine.kept', 1, {
        upgrade: (database) => void database.createObjectStore('experiments'),
        // Another version of the page needs it.
        blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
      }),
    )
  }

  all(): Promise<KeptExperiment[]> {
    return this.database.getAll('experiments')
  }

  async put(one: KeptExperiment): Promise<void> {
    await this.database.put('experiments', one, one.id)
  }

  remove(id: string): Promise<void> {
    return this.database.delete('experiments', id)
  }
}
