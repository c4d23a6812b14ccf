// The user's series: paste, drop or choose. Shows the first rows with the used column and every skipped line. Nothing
// changes until the numbers are accepted, and what cannot be read is explained in one sentence.

import './own.css'
import { useEffect, useState } from 'react'
import { isOfGroups } from '../../data/groups.ts'
import type { SeriesChoice, SeriesReading } from '../../data/series.ts'
import type { SheetView } from '../../data/sheet.ts'
import { ownDataWords } from '../../i18n/areas/ownData.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { chooseSeries } from '../../state/averages.ts'
import { DataReader, type Answer, type SeriesRead } from '../../state/dataReader.ts'
import { notify } from '../../state/notice.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatNumber } from '../../ui/number.ts'
import { CodesToggle, FormChoices, MarkQuestion, SkippedLines, type CommonOptions } from './OwnChoices.tsx'
import { OwnPreview, useColumnNames } from './OwnPreview.tsx'
import { isHopeless, OwnSentence } from './OwnSentence.tsx'
import { OwnSource } from './OwnSource.tsx'

/** Converts to a list. `Array.from` uses an iterator and takes ten times as long. */
function listOf(values: Float64Array): number[] {
  const list: number[] = []
  for (let i = 0; i < values.length; i++) list.push(values[i])
  return list
}

type Options = CommonOptions & SeriesChoice & { readonly column?: number }

export interface OwnSeriesProps {
  readonly open: boolean
  /** Dropped on the lab before the dialog was open. */
  readonly dropped?: Blob
  readonly onClose: () => void
}

export function OwnSeries({ open, dropped, onClose }: OwnSeriesProps) {
  const words = useWords(ownDataWords).ownData
  return (
    <Dialog open={open} title={words.series.title} close={words.close} onClose={onClose}>
      <OwnForm dropped={dropped} onClose={onClose} />
    </Dialog>
  )
}

function OwnForm({ dropped, onClose }: Omit<OwnSeriesProps, 'open'>) {
  const words = useWords(ownDataWords).ownData
  const language = useLanguage()
  const [reader] = useState(() => new DataReader())
  const [options, setOptions] = useState<Options>({})
  const [answer, setAnswer] = useState<Answer | 'reading' | undefined>(dropped && 'reading')
  /** The displayed answer does not reflect the last choice yet. */
  const [pending, setPending] = useState(false)
  const nameOf = useColumnNames()

  const show = (to: Answer): void => {
    setPending(false)
    setAnswer(to)
  }
  const ask = (source: Blob | string | undefined, how: Options): void => {
    setOptions(how)
    // Keep the table while another column is read.
    if (source !== undefined) setAnswer('reading')
    setPending(true)
    reader.read(source, { kind: 'series', options: how }, show)
  }
  useEffect(() => {
    if (dropped) reader.read(dropped, { kind: 'series', options: {} }, setAnswer)
    return () => reader.close()
  }, [dropped, reader])

  const known = typeof answer === 'object' ? answer : undefined
  const read = known?.read as SeriesRead | undefined
  const reading = read && !('fault' in read) ? read : undefined
  const view: SheetView | undefined = read && 'columns' in read ? read : undefined
  // Show the choice at once. Reading follows.
  const column = options.column ?? (read && 'column' in read ? read.column : undefined)
  const asked = reading && view?.columns[reading.column].open
  const set = (change: Options): void => {
    const next = { ...options, ...change }
    // Other delimiters give other columns.
    if ('delimiter' in change) Object.assign(next, { column: undefined, only: undefined })
    ask(undefined, next)
  }
  const use = (): void => {
    if (!reading || !known) return
    chooseSeries({ kind: 'inline', values: listOf(reading.values) })
    notify(fill(words.series.used, { sentence: inLanguage(known.said, language) }))
    onClose()
  }
  return (
    <OwnSource
      lead={words.series.lead}
      onSource={(source) => (source === undefined ? setAnswer(undefined) : ask(source, {}))}
    >
      <OwnSentence answer={answer} />
      {asked && <MarkQuestion open={asked} answer={options.decimal} onChange={set} />}
      {view && (
        <OwnPreview
          view={view}
          taken={column === undefined ? [] : [column]}
          skipped={reading ? notRead(reading) : new Set()}
          head={({ index }, name) => (
            <button
              type="button"
              aria-pressed={index === column}
              aria-label={fill(words.take, { name })}
              title={name}
              onClick={() => set({ column: index })}
            >
              {name}
            </button>
          )}
        />
      )}
      {reading && (
        <p className="note">
          {fill(words.firstValues, {
            values: Array.from(reading.values.subarray(0, 8), (value) => formatNumber(value)).join(', '),
          })}
        </p>
      )}
      {known && !isHopeless(known) && (
        <div className="own-options">
          {view && view.columns.length > 1 && (
            <Choice
              label={words.column}
              value={column === undefined ? '' : String(column)}
              groups={[
                {
                  options: [
                    ...(column === undefined ? [{ value: '', label: '–' }] : []),
                    ...view.columns.map((one) => ({ value: String(one.index), label: nameOf(one) })),
                  ],
                },
              ]}
              onChange={(value) => value !== '' && set({ column: Number(value) })}
            />
          )}
          {reading?.groups.map((group) => (
            <Choice
              key={group.column}
              label={fill(words.only, { name: nameOf(reading.columns[group.column]) })}
              value={options.only?.[group.column] ?? group.word}
              groups={[
                {
                  options: [
                    ...group.words.map((word) => ({ value: word, label: word })),
                    { value: '', label: words.allRows },
                  ],
                },
              ]}
              onChange={(word) => set({ only: { ...options.only, [group.column]: word } })}
            />
          ))}
          <FormChoices view={view} decimal={decimalOf(reading)} options={options} onChange={set} />
        </div>
      )}
      {reading && (
        <>
          <CodesToggle
            codes={reading.codes}
            count={reading.coded}
            kept={options.keepCodes ?? reading.codesKept}
            onChange={set}
          />
          <SkippedLines rows={reading.skippedRows} count={reading.skipped} />
        </>
      )}
      <div className="button-row">
        <Button kind="primary" disabled={!reading || pending || reading.open !== undefined} onClick={use}>
          {words.series.use}
        </Button>
      </div>
    </OwnSource>
  )
}

/** Returns lines that are skipped, or belong to another series of the file. */
const notRead = ({ rows, groups, skippedRows }: SeriesReading): ReadonlySet<number> =>
  new Set([...rows.filter((row) => !isOfGroups(row, groups)), ...skippedRows].map(({ line }) => line))

const decimalOf = (reading: SeriesReading | undefined) => (reading?.open ? undefined : reading?.decimal)
