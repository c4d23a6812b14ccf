// The route: the part of the hash before the question mark.

import { useSyncExternalStore } from 'react'
import { splitHash } from '../document/link/hash.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const currentRoute = (): string => splitHash(location.hash).route

export const useRoute = (): string => useSyncExternalStore(subscribe, currentRoute)
