// The syntax of links: parameters split at & and at the first =, then percent-decoded. + is a plus. Numbers keep full
// precision (String(x), and −0 stays −0). Free text inside a list is percent-encoded once more to protect its commas.

import { decoded } from './hash.ts'

export type Parameter = readonly [name: string, text: string]

export function split(search: string): Parameter[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const at = piece.indexOf('=')
      return at < 0 ? [decoded(piece), ''] : [decoded(piece.slice(0, at)), decoded(piece.slice(at + 1))]
    })
}

export function join(parameters: readonly Parameter[]): string {
  return parameters.map(([name, text]) => `${encoded(name)}=${encoded(text)}`).join('&')
}

/** A link with another formula: one that could not be read, in place of the one that was used instead. */
export const withSource = (link: string, source: string | undefined): string =>
  source === undefined
    ? link
    : join([...split(link).filter(([name]) => name !== 'source'), ['source', source]])

/** Percent-encodes, except characters that are more readable unencoded and safe in an address. */
function encoded(text: string): string {
  // Half of a surrogate pair has no encoding.
  const wellFormed = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )
  return encodeURIComponent(wellFormed).replace(/%(?:2C|3A|3B|2B|2F|3D)/g, decodeURIComponent)
}

/** Encodes free text as a list entry. */
export const entry = (text: string): string => text.replace(/[%,:;]/g, encodeURIComponent)

const numberText = (x: number): string => (Object.is(x, -0) ? '-0' : String(x))

/** A number, true, false, or the text itself, which validation then rejects by name. */
function scalar(text: string): unknown {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text)
  return text === 'true' ? true : text === 'false' ? false : text
}

export const numbers = (text: string): unknown[] => (text === '' ? [] : text.split(',').map(scalar))

/** `0;0.2;5;0.1` is [[0, 0.2], [5, 0.1]]. */
export function pairs(text: string): unknown[] {
  const flat = text === '' ? [] : text.split(';').map(scalar)
  return flat.flatMap((_, i) => (i % 2 === 0 ? [flat.slice(i, i + 2)] : []))
}

/** Lists of numbers, or of rows of numbers, in JSON. */
export function data(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function dataText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(dataText).join(',')}]`
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** How the text of a field is parsed. Every other field is a scalar. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  source: String,
  name: String,
  rule: String,
  curvature: numbers,
  start: numbers,
  layers: numbers,
  betas: numbers,
  windows: numbers,
  'decay.points': pairs,
  changes: pairs,
  x: data,
  y: data,
  'dataset.x': data,
  'dataset.y': data,
  'dataset.flipped': numbers,
  'series.values': data,
}

/** Parses the value of a parameter. Fields of a decay, a data set or a series have full names, `decay.points`. */
export function valueOf(name: string, text: string): unknown {
  return Object.hasOwn(readers, name) ? readers[name](text) : scalar(text)
}

/** Formats a field's value as text. */
export function textOf(name: string, value: unknown): string {
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (typeof value === 'number') return numberText(value)
  if (!Array.isArray(value)) return value === undefined ? '' : String(value as string | boolean)
  if (last === 'x' || last === 'y' || last === 'values') return dataText(value)
  return last === 'points' || last === 'changes'
    ? value.flat().map(numberText).join(';')
    : value.map(numberText).join(',')
}

/** `inverse,rate:0.1`: a kind and its fields. An entry without a colon has an empty value. */
export function kindAndFields(text: string): { readonly kind: string; readonly fields: Parameter[] } {
  const [kind, ...rest] = text.split(',')
  return {
    kind: decoded(kind),
    fields: rest.map((item) => {
      const at = item.indexOf(':')
      return at < 0 ? [decoded(item), ''] : [decoded(item.slice(0, at)), decoded(item.slice(at + 1))]
    }),
  }
}
