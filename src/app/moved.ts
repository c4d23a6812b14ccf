// Redirects links to steps that have moved to another lesson, before anything reads the address.

import { splitHash } from '../document/link/hash.ts'

/** The current route and number of a step, by those of old links. */
const moved: Readonly<Record<string, readonly [route: string, at: number]>> = {
  'batch-size 1': ['reading-the-map', 1],
  'batch-size 2': ['reading-the-map', 2],
  'batch-size 3': ['reading-the-map', 4],
}

/** Returns the current hash for an old one, or the same hash if nothing has moved. */
export function followed(hash: string): string {
  const { route, search } = splitHash(hash)
  const to = moved[`${route} ${/(?:^|&)at=(\d+)/.exec(search)?.[1]}`]
  return to ? `#/${to[0]}?${search.replace(/(^|&)at=\d+/, `$1at=${to[1]}`)}` : hash
}

/** Redirects addresses for the lifetime of the page. Call it before anything else listens to them. */
export function followMoved(): void {
  const follow = (): void => {
    const hash = followed(location.hash)
    if (hash !== location.hash) history.replaceState(history.state, '', hash)
  }
  follow()
  addEventListener('hashchange', follow)
}
