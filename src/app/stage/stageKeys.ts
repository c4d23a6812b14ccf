// The keys of the stage. PageDown, PageUp and the arrows belong to the lecture whatever has the focus, because a
// clicker sends them after a click on a slider. The letters do not act in a text box.

export type StageAct =
  | 'on'
  | 'back'
  | 'stepOn'
  | 'stepBack'
  | 'play'
  | 'picture'
  | 'words'
  | 'zoom'
  | 'blank'
  | 'freeze'
  | 'laser'
  | 'ghost'
  | 'tilt'
  | 'qr'
  | 'controls'
  | 'exercise'
  | 'leave'
  | 'escape'
  | { readonly count: number; readonly by: 1 | -1 }
  | { readonly run: number }

export interface Press {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const letters: Readonly<Record<string, StageAct>> = {
  v: 'picture',
  h: 'words',
  z: 'zoom',
  b: 'blank',
  f: 'freeze',
  d: 'laser',
  g: 'ghost',
  t: 'tilt',
  q: 'qr',
  c: 'controls',
  w: 'exercise',
  p: 'leave',
}

/** By physical key, because layouts differ: a clicker sends the key code of B or of the period. */
const places: Readonly<Record<string, StageAct>> = {
  KeyB: 'blank',
  Period: 'blank',
  NumpadDecimal: 'blank',
}

/**
 * Returns what a press does. `counting`: digits count votes. `typing`: a text box has the focus. `onButton`: a button
 * was focused by keyboard, and Space presses it.
 */
export function actOf(
  press: Press,
  { counting, typing, onButton }: { counting: boolean; typing: boolean; onButton: boolean },
): StageAct | undefined {
  const { key, code, shiftKey } = press
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined
  if (key === 'PageDown') return 'on'
  if (key === 'PageUp') return 'back'
  if (key === 'ArrowRight') return shiftKey ? 'stepOn' : 'on'
  if (key === 'ArrowLeft') return shiftKey ? 'stepBack' : 'back'
  if (key === 'Escape') return 'escape'
  if (typing) return undefined
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0]
  if (digit) {
    const number = Number(digit) - 1
    if (!counting) return shiftKey ? undefined : { run: number }
    return number < 4 ? { count: number, by: shiftKey ? -1 : 1 } : undefined
  }
  if (key === ',') return 'stepBack'
  if (key === ';') return 'stepOn'
  if (key === ' ') return onButton ? undefined : 'play'
  return places[code] ?? (key === '.' ? 'blank' : letters[key.toLowerCase()])
}

/** What a console may do on the projector: everything except leaving, which is done at the projector. */
const acts: readonly string[] = [
  'on',
  'back',
  'stepOn',
  'stepBack',
  'play',
  'picture',
  'words',
  'zoom',
  'blank',
  'freeze',
  'laser',
  'ghost',
  'tilt',
  'qr',
  'controls',
  'exercise',
] satisfies readonly StageAct[]

const isIndex = (value: unknown, below: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < below

/** A console is one of our pages, but validate its messages against the stage's actions. */
export function actFrom(told: unknown): StageAct | undefined {
  if (typeof told === 'string') return acts.includes(told) ? (told as StageAct) : undefined
  if (typeof told !== 'object' || told === null) return undefined
  const { count, by, run } = told as Record<string, unknown>
  if (isIndex(count, 4)) return { count, by: by === -1 ? -1 : 1 }
  return isIndex(run, 9) ? { run } : undefined
}
