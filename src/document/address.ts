// Reads and replaces the session's address without a new history entry. A link or the back button changes the address
// at once but reports it later (`hashchange`). In between, nothing may overwrite it.

let known = ''

/** Call after the session has read the current address. */
export function addressRead(): void {
  known = location.hash
}

/** Writes the session's address. Returns false without writing if another address was requested meanwhile. */
export function writeAddress(hash: string): boolean {
  if (location.hash !== known) return false
  if (hash !== known) history.replaceState(history.state, '', hash)
  known = location.hash
  return true
}
