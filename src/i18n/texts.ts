// Lists all texts of a dictionary with their paths, for tests that read every word.

type Texts = { readonly [key: string]: string | Texts }

/** Returns ['controls.buttons.play', 'Play'], … in the dictionary's order. */
export const texts = (dictionary: object, path = ''): readonly (readonly [path: string, text: string])[] =>
  Object.entries(dictionary as Texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : texts(value, `${path}${key}.`),
  )
