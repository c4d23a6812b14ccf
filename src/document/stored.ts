// Small texts kept on the device (`localStorage`) or in the tab (`sessionStorage`). Storage may be forbidden or full. Then
// a text lasts as long as the page.

type Place = 'localStorage' | 'sessionStorage'

/** Returns the text, null if none was kept, undefined if storage is forbidden. */
export function stored(place: Place, key: string): string | null | undefined {
  try {
    return globalThis[place].getItem(key)
  } catch {
    return undefined
  }
}

/** Returns whether the text was kept. */
export function store(place: Place, key: string, text: string): boolean {
  try {
    globalThis[place].setItem(key, text)
    return true
  } catch {
    return false
  }
}
