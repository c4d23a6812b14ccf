// Reads a list as programs write it: [12.5, 13.2], array([…]), (…), {…}, c(…), x = […], nested rows. Ignores brackets,
// names and quotation marks around it. A list of lists is a table, any other list a column.

import { isMissing, isNumber } from './cell.ts'
import type { Row } from './rows.ts'

const longestPrefix = 200
/** `x = np.array(`, `torch.tensor(`, `const t: number[] = `, `{"values": `, or nothing. */
const prefix =
  /^\s*(?:(?:const|let|var|double|float|int)\s+)?(?:[\w.$:<>[\]]+\s*(?:=|<-)\s*)?(?:[A-Za-z_][\w.]*\s*)?[([{]/
const ending = /[)\]}]\s*;?\s*$/
const options =
  /,\s*(?:dtype|shape|device|requires_grad|grad_fn|size|index|name)\s*=\s*(?:\([^()]*\)|[\w.:'"<>]+)/g
/** The array in `<tf.Tensor: shape=(3,), numpy=array([…])>`. */
function withoutTensor(text: string): string {
  const at = text.startsWith('<tf.') ? text.slice(0, longestPrefix).indexOf('numpy=') : -1
  const end = text.lastIndexOf('>')
  return at > 0 && end > at && text.slice(end + 1).trim() === ''
    ? text.slice(at + 'numpy='.length, end)
    : text
}

interface Group {
  text: string
  readonly line: number
}

/** Returns the rows of a list, or undefined if the text is not one. */
export function rowsOfList(whole: string): Row[] | undefined {
  const text = withoutTensor(whole)
  if (isColumnOfDebits(text)) return undefined
  if (!prefix.test(text.slice(0, longestPrefix)) || !ending.test(text.slice(-longestPrefix))) return undefined
  const groups = groupsOf(text)
  if (groups.length === 0) return undefined
  const rows =
    groups.length === 1
      ? tokensOf(groups[0]).map(({ token, line }): Row => ({ cells: [token], line, afterBlank: false }))
      : groups.map((group): Row => ({
          cells: tokensOf(group).map(({ token }) => token),
          line: group.line,
          afterBlank: false,
        }))
  let numbers = 0
  let words = 0
  for (const { cells } of rows.slice(0, 200))
    for (const cell of cells)
      if (isNumber(cell)) numbers++
      else if (!isMissing(cell)) words++
  return numbers > 0 && words <= numbers ? rows : undefined
}

/** `(500)` on each line is a column of negative amounts. */
function isColumnOfDebits(text: string): boolean {
  if (!/^\s*\(/.test(text)) return false
  const lines = text.slice(0, 2000).split('\n')
  const values = lines.slice(0, 20).filter((line) => line.trim() !== '')
  return values.length > 1 && values.every((line) => /^\s*(?:\([\d.,' ]+\)|[\d.,' ]*\d)\s*$/.test(line))
}

/** Returns the text directly inside brackets, piece by piece. */
function groupsOf(whole: string): Group[] {
  const text = whole.replace(options, '')
  const groups: Group[] = []
  let line = 1
  let depth = 0
  let from = 0
  let began = 1
  const end = (to: number): void => {
    const piece = text.slice(from, to)
    // Only a comma is allowed between inner lists, or a key before one: {"values": […]}.
    if (depth > 0 && /[^\s,;，；、]/.test(piece) && !/^[\s,]*["'\w]+\s*:\s*$/.test(piece))
      groups.push({ text: piece, line: began })
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10) line++
    else if (code === 40 || code === 91 || code === 123) {
      // In `array(` inside a list, the name is not data.
      const name = /[A-Za-z_][\w.]*\s*$/.exec(text.slice(Math.max(from, i - 40), i))?.[0].length ?? 0
      end(i - name)
      depth++
      ;[from, began] = [i + 1, line]
    } else if (code === 41 || code === 93 || code === 125) {
      end(i)
      depth--
      ;[from, began] = [i + 1, line]
    }
  }
  return depth === 0 ? groups : []
}

function tokensOf({ text, line }: Group): { token: string; line: number }[] {
  const separator = /[;；]/.test(text)
    ? /[;；]/
    : /[,，、](?:\s|$)|[，、]/.test(text) || (!/\S\s+\S/.test(text.trim()) && text.includes(','))
      ? /[,，、]/
      : /\s+/
  const tokens: { token: string; line: number }[] = []
  let at = line
  for (const piece of text.split(separator)) {
    const token = piece.trim()
    if (token !== '') {
      const value = token
        .replace(/^(["'])(.*)\1$/, '$2')
        // C float suffixes and Mathematica numbers.
        .replace(/^([-+]?\d[\d.]*)(?:[fFL]|`\d*)$/, '$1')
        .replace(/^([-+]?\d[\d.]*)\*\^/, '$1e')
      const before = piece.slice(0, piece.indexOf(token))
      tokens.push({ token: value, line: at + lines(before) })
    }
    at += lines(piece)
  }
  return tokens
}

function lines(text: string): number {
  let count = 0
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++
  return count
}
