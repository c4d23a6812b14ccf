// Whether the link that opened a lesson says more than a step: a state that somebody wants to show.

import { useEffect, useState } from 'react'
import { isPlain, splitHash } from '../document/link/hash.ts'

export function useShared(id: string): boolean {
  const says = (): boolean => !isPlain(splitHash(location.hash).search)
  const [shared, setShared] = useState(says)
  useEffect(() => {
    const follow = (): void => {
      if (splitHash(location.hash).route === id) setShared(says())
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [id])
  return shared
}
