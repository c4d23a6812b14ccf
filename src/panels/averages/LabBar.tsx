// The averages lab's own few buttons: undo, redo, reset, the link, and what can be taken away.

import { parseExperiment } from '../../engine/validate.ts'
import type { PlotHandle } from '../../plot/index.ts'
import { averagesWords } from '../../i18n/areas/averages.ts'
import { fill, useWords } from '../../i18n/index.ts'
import {
  changeAverages,
  redoAverages,
  resetAverages,
  settleAverages,
  undoAverages,
  useAverages,
} from '../../state/averages.ts'
import { averagesCsvFile } from '../../state/averagesPicture.ts'
import { averagesHash, averagesLeftOut } from '../../state/averagesSession.ts'
import { written } from '../../state/files.ts'
import { notify } from '../../state/notice.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const current = () => useAverages.getState().experiment

export interface LabBarProps {
  readonly plot: PlotHandle | null
}

export function LabBar({ plot }: LabBarProps) {
  const { controls, averages, notices } = useWords(averagesWords)
  const canUndo = useAverages((state) => state.past.length > 0)
  const canRedo = useAverages((state) => state.future.length > 0)
  const file = averages.exportName

  const copyLink = async (): Promise<void> => {
    const address = location.href.replace(/#.*$/, '') + averagesHash()
    const left = averagesLeftOut().length > 0 ? ` ${notices.leftOut}` : ''
    try {
      await navigator.clipboard.writeText(address)
      notify(notices.copied + left)
    } catch {
      notify(notices.notCopied + left)
    }
  }
  const picture = async (format: 'png' | 'svg'): Promise<void> => {
    const blob = await plot?.export(format)
    if (blob) save(blob, `${file}.${format}`)
  }
  const open = async (chosen: File): Promise<void> => {
    const read = chosen.size > 64_000_000 ? undefined : parseExperiment(await chosen.text())
    if (read?.ok && read.experiment.lab === 'averages') {
      changeAverages('import', read.experiment)
      settleAverages()
      return notify(notices.imported)
    }
    const fault = read === undefined || read.ok ? 'lab' : read.faults.map(({ path }) => path).join(', ')
    notify(fill(notices.notAnExperiment, { fault }))
  }

  return (
    <div className="averages-bar" role="group" aria-label={averages.title}>
      <Button disabled={!canUndo} onClick={undoAverages}>
        {controls.buttons.undo}
      </Button>
      <Button disabled={!canRedo} onClick={redoAverages}>
        {controls.buttons.redo}
      </Button>
      <Button onClick={resetAverages}>{controls.buttons.reset}</Button>
      <Button onClick={() => void copyLink()}>{controls.buttons.copyLink}</Button>
      <Menu
        label={controls.buttons.export}
        items={[
          {
            label: controls.exports.csv,
            onSelect: () => void averagesCsvFile(current()).then((csv) => save(csv, `${file}.csv`)),
          },
          { label: controls.exports.png, onSelect: () => void picture('png') },
          { label: controls.exports.svg, onSelect: () => void picture('svg') },
          {
            label: controls.exports.experiment,
            onSelect: () =>
              save(
                new Blob([JSON.stringify(current())], { type: 'application/json' }),
                `${file}.ravine.json`,
              ),
          },
          {
            label: controls.exports.python,
            onSelect: () =>
              void written({ kind: 'python', experiment: current() }).then(
                (script) => save(script, `${file}.py`),
                (error: unknown) => notify(error instanceof Error ? error.message : String(error)),
              ),
          },
        ]}
      />
      <label className="file-button">
        <input
          type="file"
          accept=".json,application/json"
          aria-label={controls.buttons.import}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (chosen) void open(chosen)
          }}
        />
        <span aria-hidden="true">{controls.buttons.import}</span>
      </label>
    </div>
  )
}
