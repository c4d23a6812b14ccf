// Whether the page is embedded in a frame too small for its usual layout. The picture then comes first (embed.css, with
// the same sizes).

import { useSyncExternalStore } from 'react'

const small = matchMedia('(max-width: 61.99rem), (max-height: 40rem)')

function subscribe(listener: () => void): () => void {
  small.addEventListener('change', listener)
  return () => small.removeEventListener('change', listener)
}

export const useSmallFrame = (): boolean =>
  useSyncExternalStore(subscribe, () => small.matches && 'embed' in document.documentElement.dataset)
