// My experiments: the experiments stored on this device, with pictures. Open, rename, duplicate, delete and restore
// them, and export or import all as one file.

import styles from './Keeping.module.css'
import { useEffect, useState } from 'react'
import { keepingWords } from '../../i18n/areas/keeping.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import type { KeptExperiment } from '../../state/kept.ts'
import { loadRegistries } from '../../state/registries.ts'
import { saveFile } from '../../state/saveFile.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { dialogOf } from './dialogOf.tsx'
import { forget, keep, newId, openKept, readKeptList, useKept } from './keepOnDevice.ts'
import textStyles from '../../styles/Text.module.css'

export const MineDialog = dialogOf('mine', Mine)

function Mine({ onClose }: { readonly onClose: () => void }) {
  const { keeping } = useWords(keepingWords)
  const language = useLanguage()
  const list = useKept((state) => state.list)
  const [said, setSaid] = useState('')
  const [gone, setGone] = useState<KeptExperiment>()
  useEffect(() => void readKeptList(), [])
  if (!list) return null

  const say = (sentence: string): void => {
    setGone(undefined)
    setSaid(sentence)
  }
  const put = async (one: KeptExperiment, sentence = ''): Promise<void> =>
    say((await keep(one)) ? sentence : fill(keeping.inMemory, { name: one.name }))
  const remove = async (one: KeptExperiment): Promise<void> => {
    await forget(one.id)
    setGone(one)
    setSaid(fill(keeping.removed, { name: one.name }))
  }
  const bring = async (file: File): Promise<void> => {
    const [{ readKept }] = await Promise.all([import('../../state/keptFile.ts'), loadRegistries()])
    const read = readKept(await file.text(), new Date().toISOString(), newId)
    if (!read.ok) return say(fill(keeping.notExperiments, { fault: inLanguage(read.fault, language) }))
    const named = read.experiments.map((one) => ({
      ...one,
      name: one.name || file.name.replace(/(\.ravine)?\.json$/i, '') || keeping.unnamed,
    }))
    const stays = await keep(...named)
    const count = named.length
    if (!stays) say(fill(keeping.inMemory, { name: named[0].name }))
    else say(count === 1 ? keeping.importedOne : fill(keeping.imported, { count }))
  }
  const exportAll = async (): Promise<void> => {
    const { writeKept } = await import('../../state/keptFile.ts')
    saveFile(new Blob([writeKept(list)], { type: 'application/json' }), 'ravine-experiments.json')
  }
  return (
    <>
      <p className={styles.said} role="status">
        {said || (list.length === 0 ? keeping.none : '')}{' '}
        {gone && <Button onClick={() => void put(gone)}>{keeping.undo}</Button>}
      </p>
      <ul className={styles.list}>
        {list.map((one) => (
          <Entry
            key={one.id}
            one={one}
            onOpen={() => {
              onClose()
              openKept(one)
            }}
            onName={(name) => void put({ ...one, name })}
            onNote={(note) => void put({ ...one, note })}
            onDuplicate={() =>
              void put({
                ...one,
                id: newId(),
                name: fill(keeping.copy, { name: one.name }).slice(0, 80),
                date: new Date().toISOString(),
              })
            }
            onRemove={() => void remove(one)}
          />
        ))}
      </ul>
      <div className={styles.all}>
        <Button disabled={list.length === 0} onClick={() => void exportAll()}>
          {keeping.exportAll}
        </Button>
        <FileButton
          label={keeping.import}
          accept=".json,application/json"
          onFile={(file) => void bring(file)}
        />
      </div>
    </>
  )
}

interface EntryProps {
  readonly one: KeptExperiment
  readonly onOpen: () => void
  readonly onName: (name: string) => void
  readonly onNote: (note: string) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

function Entry({ one, onOpen, onName, onNote, onDuplicate, onRemove }: EntryProps) {
  const { common, keeping } = useWords(keepingWords)
  const language = useLanguage()
  const [renaming, setRenaming] = useState(false)
  const lab = { descent: common.playground, averages: common.averages, map: common.map }[one.experiment.lab]
  const date = new Date(one.date).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li>
      <div role="group" aria-label={one.name} className={styles.entry}>
        {one.picture ? (
          <img src={one.picture} alt="" width={160} height={100} />
        ) : (
          <span className={styles.blank} aria-hidden="true" />
        )}
        <div className={styles.words}>
          {renaming ? (
            <TextField
              label={keeping.name}
              hideLabel
              focused
              value={one.name}
              onCommit={(name) => onName(name.trim().slice(0, 80) || one.name)}
              onDone={() => setRenaming(false)}
            />
          ) : (
            <h3>{one.name}</h3>
          )}
          <p className={textStyles.note}>
            {lab} · <time dateTime={one.date}>{date}</time>
            {one.step !== undefined && 'runs' in one.experiment && (
              <> · {fill(keeping.step, { step: one.step })}</>
            )}
          </p>
          <TextField label={keeping.note} value={one.note} onCommit={(note) => onNote(note.slice(0, 1000))} />
          <div className={styles.buttons}>
            <Button kind="primary" onClick={onOpen}>
              {keeping.open}
            </Button>
            <Button onClick={() => setRenaming(true)}>{keeping.rename}</Button>
            <Button onClick={onDuplicate}>{keeping.duplicate}</Button>
            <Button onClick={onRemove}>{keeping.remove}</Button>
          </div>
        </div>
      </div>
    </li>
  )
}
