// The user's series: paste, drop or choose. Shows the first rows with the used column and every skipped line. Nothing
// changes until the numbers are accepted, and what cannot be read is explained in one sentence.

import { isOfGroups } from '../../../data/groups.ts'
import type { SeriesChoice, SeriesReading } from '../../../data/series.ts'
import { ownDataWords } from '../../../i18n/areas/ownData.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../../i18n/index.ts'
import { chooseSeries } from '../document.ts'
import { notify } from '../../../state/notice.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/number.ts'
import type { CommonOptions } from '../../../panels/own/OwnChoices.tsx'
import { OwnForm } from '../../../panels/own/OwnForm.tsx'
import { useColumnNames } from '../../../panels/own/OwnPreview.tsx'
import { useReading } from '../../../panels/own/useReading.ts'
import textStyles from '../../../styles/Text.module.css'

/** Converts to a list. `Array.from` uses an iterator and takes ten times as long. */
function listOf(values: Float64Array): number[] {
  const list: number[] = []
  for (let i = 0; i < values.length; i++) list.push(values[i])
  return list
}

type Options = CommonOptions & SeriesChoice & { readonly column?: number }

const noColumns: Options = { column: undefined, only: undefined }

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
      <Series dropped={dropped} onClose={onClose} />
    </Dialog>
  )
}

function Series({ dropped, onClose }: Omit<OwnSeriesProps, 'open'>) {
  const words = useWords(ownDataWords).ownData
  const language = useLanguage()
  const state = useReading<'series', Options>('series', noColumns, dropped)
  const { options, known, read, reading, view, set } = state
  const nameOf = useColumnNames()
  // Show the choice at once. Reading follows.
  const column = options.column ?? (read && 'column' in read ? read.column : undefined)
  const use = (): void => {
    if (!reading || !known) return
    chooseSeries({ kind: 'inline', values: listOf(reading.values) })
    notify(fill(words.series.used, { sentence: inLanguage(known.said, language) }))
    onClose()
  }
  return (
    <OwnForm
      lead={words.series.lead}
      label={words.series.use}
      state={state}
      open={reading && view?.columns[reading.column].open}
      decimal={reading?.open ? undefined : reading?.decimal}
      preview={{
        taken: column === undefined ? [] : [column],
        skipped: reading ? notRead(reading) : new Set(),
        head: ({ index }, name) => (
          <button
            type="button"
            aria-pressed={index === column}
            aria-label={fill(words.take, { name })}
            title={name}
            onClick={() => set({ column: index })}
          >
            {name}
          </button>
        ),
      }}
      choices={
        <>
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
        </>
      }
      onUse={use}
    >
      {reading && (
        <p className={textStyles.note}>
          {fill(words.firstValues, {
            values: Array.from(reading.values.subarray(0, 8), (value) => formatNumber(value)).join(', '),
          })}
        </p>
      )}
    </OwnForm>
  )
}

/** Returns lines that are skipped, or belong to another series of the file. */
const notRead = ({ rows, groups, skippedRows }: SeriesReading): ReadonlySet<number> =>
  new Set([...rows.filter((row) => !isOfGroups(row, groups)), ...skippedRows].map(({ line }) => line))
