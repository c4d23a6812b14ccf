// The state of a dialog that reads own data: the options, the answer to them, and whether it is still on its way.

import { useEffect, useState } from 'react'
import type { Remarks } from '../../data/series.ts'
import type { SheetView } from '../../data/sheet.ts'
import { DataReader, type Answer, type SeriesRead, type TableRead } from '../../state/dataReader.ts'
import type { CommonOptions } from './OwnChoices.tsx'

/** What the form shows of a reading, whatever is read. */
export interface Reading {
  readonly options: CommonOptions
  readonly answer: Answer | 'reading' | undefined
  readonly known: Answer | undefined
  /** The displayed answer does not reflect the last choice yet. */
  readonly pending: boolean
  /** What was read, if it was read whole. */
  readonly reading: Remarks | undefined
  readonly view: SheetView | undefined
  readonly onSource: (source: Blob | string | undefined) => void
  readonly set: (change: CommonOptions) => void
}

type Fault = { readonly fault: string }

interface Reads {
  readonly series: SeriesRead
  readonly table: TableRead
}

/** `ofColumns`: the options that name columns, which other delimiters make void. `dropped` is read at once. */
export function useReading<Kind extends keyof Reads, Options extends CommonOptions>(
  kind: Kind,
  ofColumns: Options,
  dropped?: Blob,
) {
  const [reader] = useState(() => new DataReader())
  const [options, setOptions] = useState<Options>({} as Options)
  const [answer, setAnswer] = useState<Answer | 'reading' | undefined>(dropped && 'reading')
  const [pending, setPending] = useState(false)
  useEffect(() => {
    if (dropped) reader.read(dropped, { kind, options: {} }, setAnswer)
    return () => reader.close()
  }, [dropped, kind, reader])

  const ask = (source: Blob | string | undefined, how: Options): void => {
    setOptions(how)
    // Keep the table while another column is read.
    if (source !== undefined) setAnswer('reading')
    setPending(true)
    reader.read(source, { kind, options: how }, (to) => {
      setPending(false)
      setAnswer(to)
    })
  }
  const known = typeof answer === 'object' ? answer : undefined
  const read = known?.read as Reads[Kind] | Fault | undefined
  return {
    options,
    answer,
    known,
    pending,
    /** What was read, a fault included. */
    read,
    reading: (read && 'fault' in read ? undefined : read) as Exclude<Reads[Kind], Fault> | undefined,
    view: (read && 'columns' in read ? read : undefined) as SheetView | undefined,
    onSource: (source: Blob | string | undefined): void =>
      source === undefined ? setAnswer(undefined) : ask(source, {} as Options),
    set: (change: Options): void =>
      ask(undefined, { ...options, ...change, ...('delimiter' in change && ofColumns) }),
  }
}
