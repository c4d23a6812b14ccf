// Parts of long lists in the tab's own memory and in the one that all tabs share, as text: some megabytes in all. What
// former versions kept is read here, and a browser without a database keeps its lists here.

import type { List } from './storage.ts'
import type { ListStore } from './longLists.ts'

export class SmallMemories implements ListStore {
  constructor(private readonly key: string) {}

  private place = (name: string, part: number): string => `${this.key}.${name}.${part}`

  // Each is asynchronous for its callers alone: a page that goes has everything done at the return.
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
