// The hash of an address: a route, and the part after the question mark.

/**
 * Splits the hash of an address into route and parameters: `#/momentum?alpha=0.3`. Ignores what a host appends to the
 * addresses of its frames (`#?secret=…`).
 */
export function splitHash(hash: string): { readonly route: string; readonly search: string } {
  const text = hash.replace(/^#/, '').replace(/#.*/s, '')
  const at = text.indexOf('?')
  const route = at < 0 ? text : text.slice(0, at)
  return { route: decoded(route).replace(/^\/+|\/+$/g, ''), search: at < 0 ? '' : text.slice(at + 1) }
}

/** Whether the parameters only select a lesson's step and presentation options, without a document or a cursor. */
export function isPlain(search: string): boolean {
  const said: readonly string[] = ['at', 'lang', 'theme', 'embed', 'present', 'hide', 'lock', 'post', 'path']
  return [...new URLSearchParams(search).keys()].every((name) => said.includes(name))
}

/** Keep text with an invalid encoding as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
