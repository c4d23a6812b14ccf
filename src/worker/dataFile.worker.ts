// Reads a user's file off the page's thread. It keeps the file and its table: choosing another column uses the table,
// another encoding or delimiter reads the bytes again. The page terminates it when the file is no longer needed.

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
    // A folder cannot be read, and a file may have been deleted.
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

/** Handle requests in order, because another column may be requested while the file is still loading. */
let turn = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<DataRequest>) => {
  turn = turn.then(async () => postMessage({ id: data.id, ...(await answer(data)) } satisfies DataReply))
})
