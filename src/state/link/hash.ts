// The hash of an address: a route, and what stands after the question mark.

/** The hash of an address in its route and its parameters: `#/momentum?alpha=0.3`. */
export function splitHash(hash: string): { readonly route: string; readonly search: string } {
  const text = hash.replace(/^#/, '')
  const at = text.indexOf('?')
  const route = at < 0 ? text : text.slice(0, at)
  return { route: decoded(route).replace(/^\/+|\/+$/g, ''), search: at < 0 ? '' : text.slice(at + 1) }
}

/** What is no valid encoding is taken as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
