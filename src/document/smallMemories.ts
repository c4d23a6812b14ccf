// Stores parts of long lists as text in session and local storage, a few megabytes in all. For browsers without a
// database, and for lists stored there before.

import type { List, ListStore } from './lists.ts'

export class SmallMemories implements ListStore {
  constructor(private readonly key: string) {}

  private place = (name: string, part: number): string => `${this.key}.${name}.${part}`

  // The methods are asynchronous in form only: when the page is left, everything is done on return.
  async has(name: string, parts: number): Promise<boolean> {
    for (let part = 0; part < parts; part++) if (this.textOf(name, part) === null) return false
    return true
  }

  async put(name: string, parts: ReadonlyMap<number, List>): Promise<void> {
    for (const [part, list] of parts) {
      const text = JSON.stringify(list).slice(1, -1)
      for (const storage of [sessionStorage, localStorage]) storage.setItem(this.place(name, part), text)
    }
  }

  async get(name: string, part: number): Promise<List | undefined> {
    const text = this.textOf(name, part)
    return text === null ? undefined : (JSON.parse(`[${text}]`) as List)
  }

  async clear(only: ReadonlySet<string> = new Set()): Promise<void> {
    for (const storage of [sessionStorage, localStorage])
      for (const place of Object.keys(storage)) {
        if (!place.startsWith(`${this.key}.`)) continue
        const [name] = place.slice(this.key.length + 1).split('.')
        if (!only.has(name)) storage.removeItem(place)
      }
  }

  private textOf(name: string, part: number): string | null {
    const place = this.place(name, part)
    return sessionStorage.getItem(place) ?? localStorage.getItem(place)
  }
}
