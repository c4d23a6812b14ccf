// The hash of an address: a route, and what stands after the question mark.

/**
 * The hash of an address in its route and its parameters: `#/momentum?alpha=0.3`. What a host appends to the addresses of
 * its frames (`#?secret=…`) is read past.
 */
export function splitHash(hash: string): { readonly route: string; readonly search: string } {
  const text = hash.replace(/^#/, '').replace(/#.*/s, '')
  const at = text.indexOf('?')
  const route = at < 0 ? text : text.slice(0, at)
  return { route: decoded(route).replace(/^\/+|\/+$/g, ''), search: at < 0 ? '' : text.slice(at + 1) }
}

/** Says at most which step of a lesson it is, and how the page is looked at: nothing of a document, nor where time stands. */
export function isPlain(search: string): boolean {
  const said: readonly string[] = ['at', 'lang', 'theme', 'embed', 'present', 'hide', 'lock', 'post', 'path']
  return [...new URLSearchParams(search).keys()].every((name) => said.includes(name))
}

/** What is no valid encoding is taken as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
