// Manual decay as text: epoch and α of each point. The last point at or before an epoch applies. The lesson on decay
// lets the learner drag the same points on the curve.

import { useWords } from '../../i18n/index.ts'
import { settle } from '../../state/experiment.ts'
import { TextField } from '../../ui/TextField.tsx'
import { parseNumber } from '../../ui/number.ts'

type Points = readonly (readonly [number, number])[]

/** Parses "0 0.2; 5 0.1" as points, or returns null. */
function parsePoints(text: string): Points | null {
  const points: [number, number][] = []
  for (const part of text.split(/[;；]/)) {
    if (part.trim() === '') continue
    const [epoch, alpha, ...rest] = part
      .trim()
      .split(/[\s:：]+/)
      .map(parseNumber)
    if (rest.length > 0 || epoch === null || alpha === null || epoch === undefined || alpha === undefined)
      return null
    if (epoch < 0 || !Number.isInteger(epoch) || alpha < 0) return null
    if (points.length > 0 && points[points.length - 1][0] >= epoch) return null
    points.push([epoch, alpha])
  }
  return points.length > 0 ? points : null
}

export function ManualPoints({ points, onChange }: { points: Points; onChange: (points: Points) => void }) {
  const words = useWords()
  return (
    <TextField
      label={words.playground.points}
      value={points.map((point) => point.join(' ')).join('; ')}
      check={(text) => (parsePoints(text) ? null : words.playground.pointsFault)}
      note={words.playground.pointsNote}
      onCommit={(text) => {
        const parsed = parsePoints(text)
        if (parsed) onChange(parsed)
        settle()
      }}
    />
  )
}
