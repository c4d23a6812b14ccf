// Quotes foreign text in messages: one short line without control sequences.

/** The most characters of a foreign text that a message repeats. */
const longest = 40

/** Returns the text in quotes, shortened, with everything escaped that could break the line or control a terminal. */
export function quoted(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text
  return JSON.stringify(shown).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Returns the text as it is if it is one short line, otherwise in quotes. */
export const legible = (text: string): string =>
  text.length <= longest && JSON.stringify(text) === quoted(text) && !/[\u0000-\u001f]/.test(text)
    ? text
    : quoted(text)
