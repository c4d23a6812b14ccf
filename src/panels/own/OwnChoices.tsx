// What was detected in a user's file, and controls to change it: encoding, delimiter, decimal mark, codes for missing
// values. Asks about ambiguities. Lists each skipped line with its reason.

import type { DecimalMark } from '../../data/cell.ts'
import type { OpenMark } from '../../data/columns.ts'
import { encodings, type Encoding } from '../../data/encoding.ts'
import { delimiters, type Cut, type Delimiter } from '../../data/rows.ts'
import type { Remarks, SkippedRow } from '../../data/series.ts'
import type { SheetOptions, SheetView } from '../../data/sheet.ts'
import { ownDataWords } from '../../i18n/areas/ownData.ts'
import { fill, useWords, type Spoken } from '../../i18n/index.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatNumber } from '../../ui/number.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import textStyles from '../../styles/Text.module.css'
import styles from './Own.module.css'

export interface CommonOptions extends SheetOptions {
  readonly decimal?: DecimalMark
  readonly keepCodes?: boolean
}

type Change = (change: CommonOptions) => void
type OwnWords = Spoken<typeof ownDataWords>['ownData']

const delimiterNames = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
  '，': 'wideComma',
  '；': 'wideSemicolon',
  '、': 'enumeration',
} as const

const cutSaid = (cut: Cut | 'list', words: OwnWords): string =>
  cut === 'list' ? words.list : cut === 'none' ? words.wholeLine : words.delimiters[delimiterNames[cut]]

export interface FormChoicesProps {
  /** Absent if nothing could be read. */
  readonly view?: SheetView
  readonly decimal?: DecimalMark
  readonly options: CommonOptions
  readonly onChange: Change
}

/** The format of the file. */
export function FormChoices({ view, decimal, options, onChange }: FormChoicesProps) {
  const words = useWords(ownDataWords).ownData
  const markOf = (mark: DecimalMark): string => (mark === '.' ? words.point : words.commaMark)
  const automatic = (value: string | undefined): Record<string, string> => ({
    '': fill(words.automatic, { value: value ?? '–' }),
  })
  return (
    <>
      <Choice
        label={words.encoding}
        value={options.encoding ?? ''}
        options={{ ...automatic(view?.encoding), ...Object.fromEntries(encodings.map((one) => [one, one])) }}
        onChange={(value) => onChange({ encoding: (value || undefined) as Encoding | undefined })}
      />
      <Choice
        label={words.delimiter}
        value={options.delimiter ?? ''}
        options={{
          ...automatic(view && cutSaid(view.cut, words)),
          ...Object.fromEntries(delimiters.map((one) => [one, cutSaid(one, words)])),
        }}
        onChange={(value) => onChange({ delimiter: (value || undefined) as Delimiter | undefined })}
      />
      <Choice
        label={words.decimal}
        value={options.decimal ?? ''}
        options={{ ...automatic(decimal && markOf(decimal)), '.': words.point, ',': words.commaMark }}
        onChange={(value) => onChange({ decimal: (value || undefined) as DecimalMark | undefined })}
      />
    </>
  )
}

export interface MarkQuestionProps {
  readonly open: OpenMark
  readonly answer: DecimalMark | undefined
  readonly onChange: Change
}

/** Asks about an ambiguous column. Nothing is preselected. */
export function MarkQuestion({ open, answer, onChange }: MarkQuestionProps) {
  const words = useWords(ownDataWords).ownData
  return (
    <div className={styles.question}>
      <Segments<DecimalMark | ''>
        label={fill(words.question, { text: open.text })}
        value={answer ?? ''}
        options={{ '.': formatNumber(open.point), ',': formatNumber(open.comma) }}
        onChange={(decimal) => onChange({ decimal: decimal || undefined })}
      />
    </div>
  )
}

interface AcceptanceProps {
  /** What was read, if it was read whole. */
  readonly reading: Remarks | undefined
  readonly options: CommonOptions
  readonly pending: boolean
  readonly label: string
  readonly onChange: Change
  readonly onUse: () => void
}

/** What was left out of a reading, and the button that takes the rest. */
export function Acceptance({ reading, options, pending, label, onChange, onUse }: AcceptanceProps) {
  return (
    <>
      {reading && (
        <>
          <CodesToggle
            codes={reading.codes}
            count={reading.coded}
            kept={options.keepCodes ?? reading.codesKept}
            onChange={onChange}
          />
          <SkippedLines rows={reading.skippedRows} count={reading.skipped} />
        </>
      )}
      <div className={textStyles.buttonRow}>
        <Button kind="primary" disabled={!reading || pending || reading.open !== undefined} onClick={onUse}>
          {label}
        </Button>
      </div>
    </>
  )
}

interface CodesToggleProps {
  readonly codes: readonly number[]
  readonly count: number
  readonly kept: boolean
  readonly onChange: Change
}

function CodesToggle({ codes, count, kept, onChange }: CodesToggleProps) {
  const words = useWords(ownDataWords).ownData
  if (codes.length === 0) return null
  return (
    <Toggle
      label={fill(words.leaveOut, { codes: codes.map((code) => formatNumber(code)).join(', '), count })}
      checked={!kept}
      onChange={(checked) => onChange({ keepCodes: checked ? undefined : true })}
    />
  )
}

interface SkippedLinesProps {
  readonly rows: readonly SkippedRow[]
  readonly count: number
}

function SkippedLines({ rows, count }: SkippedLinesProps) {
  const words = useWords(ownDataWords).ownData
  if (count === 0) return null
  const list = (
    <ul className={styles.skipped} aria-label={fill(words.skippedLines, { count })}>
      {rows.map(({ line, text, why }) => (
        <li key={`${line} ${text}`}>
          <span>{fill(words.skippedLine, { line, text })}</span>{' '}
          <span className={textStyles.note}>{words.why[why]}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <Disclosure label={fill(words.skippedLines, { count })} open={rows.length < 4 || undefined}>
      {count > rows.length && (
        <p className={textStyles.note}>{fill(words.skippedFirst, { count: rows.length })}</p>
      )}
      {list}
    </Disclosure>
  )
}
