// Experiments that the user saved under a name. They are stored on the device if that is allowed and there is space,
// else in the page, which says so once. A new one that does not fit never replaces a stored one.

import type { Experiment } from '../engine/experiment.ts'

export interface KeptExperiment {
  readonly id: string
  readonly name: string
  readonly note: string
  /** When it was saved, ISO 8601. */
  readonly date: string
  readonly experiment: Experiment
  /** The step of the cursor. */
  readonly step?: number
  /** A small picture, as a data URL. */
  readonly picture?: string
}

/** Where experiments are stored. */
export interface Shelf {
  all(): Promise<readonly KeptExperiment[]>
  put(one: KeptExperiment): Promise<void>
  remove(id: string): Promise<void>
}

export interface Keeping {
  /** Returns all of them, newest first. */
  all(): Promise<readonly KeptExperiment[]>
  /** Resolves to false the first time the device refuses. The experiment is then only in the page. */
  put(one: KeptExperiment): Promise<boolean>
  remove(id: string): Promise<void>
}

/** Combines the device's shelf with the page's memory for what the device refuses. */
export function createKeeping(open: () => Promise<Shelf>): Keeping {
  let shelf: Promise<Shelf | undefined> | undefined
  const opened = (): Promise<Shelf | undefined> => (shelf ??= open().catch(() => undefined))
  const inPage = new Map<string, KeptExperiment>()
  let told = false
  return {
    async all() {
      const device = await opened()
      const onDevice = (await device?.all().catch(() => [])) ?? []
      const others = onDevice.filter(({ id }) => !inPage.has(id))
      return [...others, ...inPage.values()].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    },
    async put(one) {
      const device = await opened()
      try {
        if (!device) throw new Error('no shelf')
        await device.put(one)
        inPage.delete(one.id)
        return true
      } catch {
        inPage.set(one.id, one)
        const first = !told
        told = true
        return !first
      }
    },
    async remove(id) {
      inPage.delete(id)
      await (await opened())?.remove(id).catch(() => {})
    },
  }
}
