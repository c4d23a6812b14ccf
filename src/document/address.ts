// The address that a session is open at, and the way to change it without a new entry in the history. A link or the back
// button changes the address at once and tells of it later (`hashchange`): in between nothing may be written over it.

let known = ''

/** The session has read the address as it stands. */
export function addressRead(): void {
  known = location.hash
}

/** Writes the session's address; false, and nothing is written, when another one has been asked for meanwhile. */
export function writeAddress(hash: string): boolean {
  if (location.hash !== known) return false
  if (hash !== known) history.replaceState(history.state, '', hash)
  known = location.hash
  return true
}
