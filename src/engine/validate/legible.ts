// Foreign text as a message repeats it: one short line, nothing in it that steers the reader's screen.

/** Characters of a foreign text that a message repeats. */
const longest = 40

/** A text in quotes, shortened, with everything escaped that would leave its line or steer a terminal. */
export function quoted(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text
  return JSON.stringify(shown).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A text as it is where that is one short line, and in quotes where it is not. */
export const legible = (text: string): string =>
  text.length <= longest && JSON.stringify(text) === quoted(text) && !/[\u0000-\u001f]/.test(text)
    ? text
    : quoted(text)
