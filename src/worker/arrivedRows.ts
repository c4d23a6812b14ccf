// Own rows that came packed from a worker, back in their lists; apart from ownData.ts, which the first picture loads.

import { packs, type Packed, type Rows } from './ownData.ts'

const rowsATurn = 20_000

/** Rows as they were packed, so many a turn, for nothing may hold the page up. */
export async function unpackedInTurns(sent: Packed | Rows): Promise<Rows> {
  if (!('numbers' in sent)) return sent
  const { numbers, width } = sent
  const rows: Rows[number][] = []
  const turn = rowsATurn * Math.max(1, width)
  for (let from = 0; from < numbers.length; from += turn) {
    await new Promise((resolve) => setTimeout(resolve))
    for (let i = from; i < Math.min(from + turn, numbers.length); i += width || 1)
      rows.push(width === 0 ? numbers[i] : Array.from({ length: width }, (_, j) => numbers[i + j]))
  }
  packs.set(rows, sent)
  return rows
}
