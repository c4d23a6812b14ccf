// Links to steps that have moved to another lesson: the address becomes the step's own before anything reads it.

import { splitHash } from '../document/link/hash.ts'

/** By the route and number of old links: the step's route and number now. */
const moved: Readonly<Record<string, readonly [route: string, at: number]>> = {
  'batch-size 1': ['reading-the-map', 1],
  'batch-size 2': ['reading-the-map', 2],
  'batch-size 3': ['reading-the-map', 4],
}

/** The hash that stands for an old one; the same hash where nothing has moved. */
export function followed(hash: string): string {
  const { route, search } = splitHash(hash)
  const to = moved[`${route} ${/(?:^|&)at=(\d+)/.exec(search)?.[1]}`]
  return to ? `#/${to[0]}?${search.replace(/(^|&)at=\d+/, `$1at=${to[1]}`)}` : hash
}

/** Follows the address for as long as the page is there; to be called before anything else listens to it. */
export function followMoved(): void {
  const follow = (): void => {
    const hash = followed(location.hash)
    if (hash !== location.hash) history.replaceState(history.state, '', hash)
  }
  follow()
  addEventListener('hashchange', follow)
}
