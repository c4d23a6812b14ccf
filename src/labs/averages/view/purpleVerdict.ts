// Diagnoses a drawing of the average that starts at 0: it begins near the temperature (`high`), begins low but joins
// the corrected line too soon (`fast`), stays too low (`slow`), or is right.

export type PurpleVerdict = 'high' | 'fast' | 'slow' | 'good'

/** `drawn`, the corrected line and the true one, one value per day from day 1. NaN where nothing was drawn. */
export function purpleVerdict(
  drawn: ArrayLike<number>,
  corrected: ArrayLike<number>,
  truth: ArrayLike<number>,
): PurpleVerdict {
  const values = Array.from(drawn)
  const begin = values.findIndex((value) => value === value)
  const end = values.findLastIndex((value) => value === value)
  if (begin < 0) return 'good'
  // A third of the distance from the truth to the temperature, on the day where the drawing begins.
  if (Math.abs(values[begin] - truth[begin]) > 0.35 * Math.abs(corrected[begin] - truth[begin]) + 1e-9)
    return 'high'
  const gap = Math.abs(corrected[end] - truth[end]) || Math.abs(corrected[0]) * 0.3
  const off = (values[end] - truth[end]) * Math.sign(corrected[end] - truth[end] || 1)
  if (off > 0.6 * gap) return 'fast'
  if (off < -0.35 * Math.abs(truth[end])) return 'slow'
  return 'good'
}
