// Reads a person's own file beside the page, which stays free. It keeps the file and its table: another column is taken from
// them, another encoding or delimiter reads the same bytes again. The page ends it when the file is no longer wanted.

import { faultSaid, seriesSaid, trainingSaid } from '../data/said.ts'
import { seriesOf } from '../data/series.ts'
import { openSheet, type Sheet, type SheetFault, type SheetOptions } from '../data/sheet.ts'
import { trainingOf } from '../data/training.ts'
import type { DataReply, DataRequest } from './dataFile.ts'
import { packed } from './ownData.ts'

let kept: Uint8Array | string = ''
let sheet: { readonly key: string; readonly opened: Sheet | SheetFault } | undefined

function opened(options: SheetOptions): Sheet | SheetFault {
  const key = `${options.encoding} ${options.delimiter}`
  if (sheet?.key !== key) sheet = { key, opened: openSheet(kept, options) }
  return sheet.opened
}

async function answer({ source, ask }: DataRequest): Promise<Omit<DataReply, 'id'>> {
  try {
    // A folder cannot be read, and a file may be gone.
    if (source !== undefined) {
      sheet = undefined
      kept = typeof source === 'string' ? source : new Uint8Array(await source.arrayBuffer())
    }
  } catch {
    const read = { fault: 'unreadable' } as const
    return { read, said: faultSaid(read) }
  }
  const open = opened(ask.options)
  if ('fault' in open) return { read: open, said: faultSaid(open) }
  if (ask.kind === 'series') {
    const read = seriesOf(open, ask.options)
    return { read, said: 'fault' in read ? faultSaid(read) : seriesSaid(read) }
  }
  const read = trainingOf(open, ask.options)
  if ('fault' in read) return { read, said: faultSaid(read) }
  return { read: { ...read, x: packed(read.x), y: packed(read.y) }, said: trainingSaid(read) }
}

/** One after the other: another column is asked for while the file is still on its way. */
let turn = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<DataRequest>) => {
  turn = turn.then(async () => postMessage({ id: data.id, ...(await answer(data)) } satisfies DataReply))
})
