// Unpacks own rows: with their objective in a worker, on their own on the page. Separate from ownData.ts, which the
// first picture loads.

import type { ObjectiveSpec } from '../engine/experiment.ts'
import { packs, withData, type Packed, type Rows, type SentObjective } from './ownData.ts'

const rowsATurn = 20_000

export const received = ({ spec, own }: SentObjective): ObjectiveSpec =>
  own ? withData(spec, unpacked(own.x), unpacked(own.y)) : spec

function unpacked(sent: Packed | Rows): Rows {
  if (!('numbers' in sent)) return sent
  const rows: Rows[number][] = []
  unpack(sent, 0, sent.numbers.length, rows)
  return rows
}

/** Unpacks a limited number of rows per task, so the page stays responsive. */
export async function unpackedInTurns(sent: Packed | Rows): Promise<Rows> {
  if (!('numbers' in sent)) return sent
  const { numbers, width } = sent
  const rows: Rows[number][] = []
  const turn = rowsATurn * Math.max(1, width)
  for (let from = 0; from < numbers.length; from += turn) {
    await new Promise((resolve) => setTimeout(resolve))
    unpack(sent, from, Math.min(from + turn, numbers.length), rows)
  }
  packs.set(rows, sent)
  return rows
}

/** Appends the rows with the numbers `from` … `to` − 1. */
function unpack({ numbers, width }: Packed, from: number, to: number, rows: Rows[number][]): void {
  for (let i = from; i < to; i += width || 1)
    rows.push(width === 0 ? numbers[i] : Array.from({ length: width }, (_, j) => numbers[i + j]))
}
