// The route: the part of the hash before the question mark.

import { useSyncExternalStore } from 'react'
import type { Experiment } from '../engine/experiment.ts'
import { splitHash } from './link/hash.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const currentRoute = (): string => splitHash(location.hash).route

/** Follows what `read` finds in the address. */
export const useAddress = <Value extends string | number | undefined>(read: () => Value): Value =>
  useSyncExternalStore(subscribe, read)

export const useRoute = (): string => useAddress(currentRoute)

/** The address's parameters now. */
export const searchNow = (): URLSearchParams => new URLSearchParams(splitHash(location.hash).search)

/** Where each lab's free play is. */
export const labRoutes: Readonly<Record<Experiment['lab'], string>> = {
  descent: 'playground',
  averages: 'averages-lab',
  map: 'map',
}
