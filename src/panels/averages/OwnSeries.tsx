// One's own series: paste, drop or choose. A preview says what was read and what was skipped; nothing changes until the
// numbers are taken, and what cannot be read is told in one sentence.

import { useEffect, useState } from 'react'
import { fill } from '../../i18n/index.ts'
import type { averagesWords } from '../../i18n/areas/averages.ts'
import type { Spoken } from '../../i18n/index.ts'
import { chooseSeries } from '../../state/averages.ts'
import {
  delimiters,
  encodings,
  SeriesReader,
  type DecimalMark,
  type Delimiter,
  type Encoding,
  type Read,
  type ReadOptions,
  type SeriesReading,
} from '../../state/seriesReader.ts'
import { notify } from '../../state/notice.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatNumber } from '../../ui/number.ts'
import { droppedIn } from '../../ui/useDrop.ts'
import { useAverageWords } from './averageWords.ts'

type OwnWords = Spoken<typeof averagesWords>['averages']['own']

/** Faults that no other encoding or delimiter mends. */
const hopeless: ReadonlySet<string> = new Set(['empty', 'image', 'archive', 'unreadable', 'tooLarge'])

/** Characters that the box shows; more are read without being shown. */
const mostInBox = 20_000

const isFault = (read: Read): read is Exclude<Read, SeriesReading> => 'fault' in read

/** As a list; `Array.from` asks an iterator for each and takes ten times as long. */
function listOf(values: Float64Array): number[] {
  const list: number[] = []
  for (let i = 0; i < values.length; i++) list.push(values[i])
  return list
}

/** "read 364 rows, 2 skipped: line 7 'abc'", or why nothing could be read. */
function sentenceOf(read: Read, words: OwnWords): string {
  if (isFault(read)) {
    const values = {
      ...('line' in read && { line: read.line }),
      ...('megabytes' in read && { megabytes: read.megabytes }),
    }
    return fill(words.faults[read.fault], values as Record<string, number>)
  }
  const { values, skipped, firstSkipped, cut } = read
  return [
    values.length === 1 ? words.readOne : fill(words.read, { count: values.length }),
    firstSkipped &&
      fill(firstSkipped.tooLarge ? words.skippedLarge : words.skipped, {
        count: skipped,
        line: firstSkipped.line,
        text: firstSkipped.text,
      }),
    cut && fill(words.cut, { count: values.length }),
  ]
    .filter(Boolean)
    .join(words.separator)
}

export interface OwnSeriesProps {
  readonly open: boolean
  /** Dropped on the lab before the dialog was open. */
  readonly dropped?: Blob
  readonly onClose: () => void
}

export function OwnSeries({ open, dropped, onClose }: OwnSeriesProps) {
  const { words } = useAverageWords()
  return (
    <Dialog open={open} title={words.own.title} close={words.own.close} onClose={onClose}>
      <OwnForm dropped={dropped} onClose={onClose} />
    </Dialog>
  )
}

function OwnForm({ dropped, onClose }: Omit<OwnSeriesProps, 'open'>) {
  const { words } = useAverageWords()
  const own = words.own
  const [reader] = useState(() => new SeriesReader())
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState(0)
  const [options, setOptions] = useState<ReadOptions>({})
  const [read, setRead] = useState<Read | 'reading' | undefined>(dropped && 'reading')

  const ask = (source: Blob | string | undefined, how: ReadOptions): void => {
    setOptions(how)
    setRead('reading')
    reader.read(source, how, setRead)
  }
  useEffect(() => {
    if (dropped) reader.read(dropped, {}, setRead)
    return () => reader.close()
  }, [dropped, reader])

  const reading = typeof read === 'object' && !isFault(read) ? read : undefined
  const use = (): void => {
    if (!reading) return
    chooseSeries({ kind: 'inline', values: listOf(reading.values) })
    notify(fill(own.used, { sentence: sentenceOf(reading, own) }))
    onClose()
  }
  return (
    <div
      className="own-series"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const given = droppedIn(event.dataTransfer)
        if (given) ask(given, {})
      }}
    >
      <p>{own.lead}</p>
      <label className="own-paste">
        {own.paste}
        <textarea
          rows={6}
          spellCheck={false}
          value={text}
          placeholder={pasted > 0 ? fill(own.pasted, { count: pasted }) : undefined}
          onPaste={(event) => {
            // A text box of a hundred thousand lines would hold the page up: what is long goes straight to the worker.
            const long = event.clipboardData.getData('text/plain')
            if (long.length < mostInBox) return
            event.preventDefault()
            setText('')
            setPasted(long.length)
            ask(long, {})
          }}
          onChange={(event) => {
            const next = event.currentTarget.value
            setText(next)
            setPasted(0)
            if (next === '') setRead(undefined)
            else ask(next, {})
          }}
        />
      </label>
      <label className="own-choose">
        <input
          type="file"
          accept=".csv,.tsv,.txt,.dat,text/*"
          aria-label={own.choose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) ask(file, {})
          }}
        />
        <span aria-hidden="true">{own.choose}</span>
        <span className="note">{own.drop}</span>
      </label>
      <output
        className="own-sentence"
        data-fault={read !== undefined && read !== 'reading' && isFault(read) ? true : undefined}
      >
        {read === 'reading'
          ? own.reading
          : read &&
            (isFault(read) ? fill(own.kept, { fault: sentenceOf(read, own) }) : sentenceOf(read, own))}
      </output>
      {reading && (
        <p className="note">
          {fill(own.preview, {
            values: Array.from(reading.values.subarray(0, 8), (value) => formatNumber(value)).join(', '),
          })}
        </p>
      )}
      {read !== undefined && read !== 'reading' && !(isFault(read) && hopeless.has(read.fault)) && (
        <Recognised
          reading={reading}
          options={options}
          words={own}
          onChange={(next) => ask(undefined, next)}
        />
      )}
      <div className="button-row">
        <Button kind="primary" disabled={!reading} onClick={use}>
          {own.use}
        </Button>
      </div>
    </div>
  )
}

interface RecognisedProps {
  readonly reading?: SeriesReading
  readonly options: ReadOptions
  readonly words: OwnWords
  readonly onChange: (options: ReadOptions) => void
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'space' } as const

/** What was recognised, and the way to say otherwise. */
function Recognised({ reading, options, words, onChange }: RecognisedProps) {
  const nameOf = (delimiter: Delimiter): string => words.delimiters[delimiterNames[delimiter]]
  const markOf = (mark: DecimalMark): string => (mark === '.' ? words.point : words.commaMark)
  const columnOf = (column: number): string =>
    reading?.columns[column] || fill(words.columnNumber, { number: column + 1 })
  const automatic = (value: string | undefined) => ({
    value: '',
    label: fill(words.automatic, { value: value ?? '–' }),
  })
  const set = (change: ReadOptions): void => {
    const next = { ...options, ...change }
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)))
  }
  return (
    <div className="own-options">
      <Choice
        label={words.encoding}
        value={options.encoding ?? ''}
        groups={[
          {
            options: [
              automatic(reading?.encoding),
              ...encodings.map((value) => ({ value: value as string, label: value })),
            ],
          },
        ]}
        onChange={(value) => set({ encoding: (value || undefined) as Encoding | undefined })}
      />
      <Choice
        label={words.delimiter}
        value={options.delimiter ?? ''}
        groups={[
          {
            options: [
              automatic(reading && nameOf(reading.delimiter)),
              ...delimiters.map((value) => ({ value: value as string, label: nameOf(value) })),
            ],
          },
        ]}
        onChange={(value) =>
          set({ delimiter: (value || undefined) as Delimiter | undefined, column: undefined })
        }
      />
      <Choice
        label={words.decimal}
        value={options.decimal ?? ''}
        groups={[
          {
            options: [
              automatic(reading && markOf(reading.decimal)),
              { value: '.', label: words.point },
              { value: ',', label: words.commaMark },
            ],
          },
        ]}
        onChange={(value) => set({ decimal: (value || undefined) as DecimalMark | undefined })}
      />
      {reading && reading.columns.length > 1 && (
        <Choice
          label={words.column}
          value={String(reading.column)}
          groups={[{ options: reading.columns.map((_, i) => ({ value: String(i), label: columnOf(i) })) }]}
          onChange={(value) => set({ column: Number(value) })}
        />
      )}
    </div>
  )
}
