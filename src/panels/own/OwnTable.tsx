// The user's training set: which columns are inputs and which one to learn, as classes or numbers. Nothing changes
// until the rows are accepted.

import type { TableOptions } from '../../data/training.ts'
import { onRows } from '../../data/network.ts'
import type { Column } from '../../data/sheet.ts'
import type { DescentExperiment, NetworkSpec } from '../../engine/experiment.ts'
import { ownDataWords } from '../../i18n/areas/ownData.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { rowsOf, type SentTable } from '../../state/dataReader.ts'
import { changeExperiment, settle } from '../../state/experiment.ts'
import { notify } from '../../state/notice.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useFailed } from '../useFailed.ts'
import { OwnForm } from './OwnForm.tsx'
import { useColumnNames } from './OwnPreview.tsx'
import { useReading } from './useReading.ts'
import fieldStyles from '../../ui/Field.module.css'

const noColumns: TableOptions = { inputs: undefined, label: undefined }

type Role = 'input' | 'label' | 'none'

export function OwnTable({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(ownDataWords).ownData
  return (
    <Dialog open={open} title={words.table.title} close={words.close} onClose={onClose}>
      <Table onClose={onClose} />
    </Dialog>
  )
}

/** Sets up the network for these rows. With another number of weights it has its own start. */
async function take(sent: SentTable): Promise<void> {
  const rows = { ...(await rowsOf(sent)), names: sent.names }
  changeExperiment('own data', (before): DescentExperiment => {
    const { start: _, ...rest } = before
    const spec = before.objective as NetworkSpec
    return { ...rest, objective: { ...spec, ...onRows(spec, rows) } }
  })
  settle()
}

/** Returns the columns with the role of one changed. */
function withRole(
  read: { inputs: readonly number[]; label: number },
  column: Column,
  role: Role,
): TableOptions {
  const { index } = column
  const others = read.inputs.filter((input) => input !== index)
  if (role === 'label') {
    // The previous label column becomes an input.
    return {
      inputs: index === read.label ? others : [...others, read.label].sort((a, b) => a - b),
      label: index,
      task: undefined,
    }
  }
  return { inputs: role === 'input' ? [...others, index].sort((a, b) => a - b) : others, label: read.label }
}

function Table({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(ownDataWords).ownData
  const language = useLanguage()
  const failed = useFailed()
  const nameOf = useColumnNames()
  const state = useReading<'table', TableOptions>('table', noColumns)
  const { options, known, read, reading, view, set } = state
  const chosen = read && 'inputs' in read ? read : undefined
  // Show the choice at once. Reading follows.
  const inputs = options.inputs ?? chosen?.inputs
  const label = options.label ?? chosen?.label
  const roleOf = ({ index }: Column): Role =>
    index === label ? 'label' : inputs?.includes(index) ? 'input' : 'none'
  const use = (): void => {
    if (!reading || !known) return
    take(reading).then(() => {
      notify(fill(words.table.used, { sentence: inLanguage(known.said, language) }))
      onClose()
    }, failed)
  }
  const roleChoice = (column: Column, name: string) => (
    <>
      <span title={name}>{name}</span>
      <select
        className={fieldStyles.choice}
        aria-label={fill(words.role, { name })}
        value={roleOf(column)}
        onChange={(event) =>
          inputs &&
          label !== undefined &&
          set(withRole({ inputs, label }, column, event.currentTarget.value as Role))
        }
      >
        {(['input', 'label', 'none'] as const).map((role) => (
          <option
            key={role}
            value={role}
            disabled={
              (role === 'input' && (column.numbers === 0 || column.kind === 'text')) ||
              (role !== 'label' && column.index === label)
            }
          >
            {words.roles[role]}
          </option>
        ))}
      </select>
    </>
  )
  return (
    <OwnForm
      lead={words.table.lead}
      label={words.table.use}
      state={state}
      open={reading && [...reading.inputs, reading.label].map((i) => reading.columns[i].open).find(Boolean)}
      decimal={reading?.open ? undefined : view?.columns[chosen?.inputs[0] ?? 0]?.decimal}
      preview={{
        taken: chosen ? [...chosen.inputs, chosen.label] : [],
        skipped: new Set(reading?.skippedRows.map(({ line }) => line)),
        head: chosen ? roleChoice : (column) => <span>{nameOf(column)}</span>,
      }}
      onUse={use}
    >
      {reading?.bothTasks && (
        <Segments
          label={words.task}
          value={options.task ?? reading.task}
          options={{ classes: words.tasks.classes, numbers: words.tasks.numbers }}
          onChange={(task) => set({ task })}
        />
      )}
    </OwnForm>
  )
}
