// Reads a stored view defensively: state from an older version or damaged storage must never keep the page from
// opening. A field of the wrong type gets its default.

import { plainView, type View } from './experiment.ts'

const among = (list: readonly string[]) => (value: unknown) => list.includes(value as string)
const whole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

const fits: Readonly<Partial<Record<keyof View, (value: unknown) => boolean>>> = {
  selected: whole,
  at: whole,
  hidden: (value) => Array.isArray(value) && value.every(whole),
  smoothing: (value) => typeof value === 'number' && value >= 0 && value < 1,
  costScale: among(['log', 'linear']),
  axis: among(['step', 'epoch', 'examples', 'seconds']),
}

export function viewFrom(stored: unknown): View {
  if (typeof stored !== 'object' || stored === null) return plainView
  const kept = Object.entries(stored).filter(([name, value]) => {
    if (name === 'map') return typeof value === 'object' && value !== null
    if (!Object.hasOwn(plainView, name)) return false
    const check = fits[name as keyof View]
    return check ? check(value) : typeof value === typeof plainView[name as keyof View]
  })
  return { ...plainView, ...Object.fromEntries(kept) }
}
