// A person's own training set: two columns of numbers and a label, or x and y, from a file or pasted. What cannot be read is
// told in one sentence that names the line; nothing changes until the rows are good.

import { useId, useState } from 'react'
import type { DescentExperiment, NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords, type Spoken } from '../../i18n/index.ts'
import { changeExperiment, settle } from '../../state/experiment.ts'
import { mostRows, readOwnTable, type TableAnswer, type TableReading } from '../../state/tableReader.ts'
import { Button } from '../../ui/Button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { droppedIn } from '../../ui/useDrop.ts'

const hidden = 8

/** The network on these rows: as many outputs as there are classes, one for two of them, squared error for numbers. */
function onOwnData(spec: NetworkSpec, { x, y, names }: TableReading): NetworkSpec {
  const outputs = names.length > 2 ? names.length : 1
  return {
    ...spec,
    layers: [x[0].length, hidden, outputs],
    loss: names.length > 0 ? 'crossEntropy' : 'squared',
    dataset: { kind: 'inline', x, y },
  }
}

function faultText(words: Spoken<typeof networkWords>, answer: Exclude<TableAnswer, TableReading>): string {
  const { fault, ...values } = answer
  return fill(words.network.ownFaults[fault], values as Readonly<Record<string, string | number>>)
}

export function OwnData({ onUsed }: { readonly onUsed: () => void }) {
  const words = useWords(networkWords)
  const own = words.network
  const id = useId()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const [said, setSaid] = useState<string>()
  const take = async (source: Blob | string): Promise<void> => {
    setSaid(undefined)
    setFault(undefined)
    const answer = await readOwnTable(source)
    if ('fault' in answer) {
      setFault(faultText(words, answer))
      return
    }
    const { x, names, cut } = answer
    const classes =
      names.length > 0
        ? fill(own.ownTakenClasses, { count: names.length, names: names.join(', ').slice(0, 80) })
        : own.ownTakenCurve
    setSaid(
      [
        fill(own.ownTaken, { count: formatNumber(x.length), classes }),
        own.ownNormalized,
        cut && fill(own.ownFaults.manyRows, { most: formatNumber(mostRows) }),
      ]
        .filter(Boolean)
        .join(' '),
    )
    changeExperiment('own data', (before) => withRows(before, answer))
    settle()
  }
  return (
    <section
      className="own-data"
      aria-label={own.own}
      onDrop={(event) => {
        const given = droppedIn(event.dataTransfer)
        if (!given || (event.target instanceof HTMLTextAreaElement && !(given instanceof File))) return
        event.preventDefault()
        void take(given)
      }}
    >
      <p className="note">{own.ownHelp}</p>
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/*"
        aria-label={own.ownFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void take(file)
        }}
      />
      <label htmlFor={id}>{own.ownText}</label>
      <textarea
        id={id}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="button-row">
        <Button onClick={() => void take(text)}>{own.ownUse}</Button>
        <Button onClick={onUsed}>{words.common.close}</Button>
      </div>
      {fault && (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
      {said && (
        <p className="note" role="status">
          {said}
        </p>
      )}
    </section>
  )
}

/** Batches no larger than the set; full J at the end of each epoch where the set is large. */
function withRows(before: DescentExperiment, reading: TableReading): DescentExperiment {
  const { start: _, ...rest } = before
  return { ...rest, objective: onOwnData(before.objective as NetworkSpec, reading) }
}
