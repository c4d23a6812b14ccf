// Export picture: a sheet with an exact preview, drawn by the code that writes the files. PNG at 300 dpi, SVG with its
// lines as paths, PDF by printing, and any range of steps as GIF, MP4 or WebM.

import styles from './ExportSheet.module.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Experiment } from '../../engine/experiment.ts'
import { pictureWords } from '../../i18n/areas/picture.ts'
import { sheetWords } from '../../i18n/areas/sheet.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { pictureOf, picturesShown } from '../../panels/pictures.ts'
import { captionOf } from '../../panels/printed/captionOf.ts'
import { useRunNames } from '../../panels/runs.ts'
import type { SheetPainter, SheetWishes } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor } from '../../state/playback.ts'
import { saveFile } from '../../state/saveFile.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { ravine } from '../ravine.ts'
import { currentAddress } from '../../document/session.ts'
import { sheets } from '../../labs/sheets.ts'
import { FilmPart } from './FilmPart.tsx'
import { nameOf, pngOf, svgOf } from './files.ts'
import { groundOf } from './ground.ts'
import { printSheet } from './printSheet.ts'
import { choicesOf, looks, paletteOf, shapes, sizeOf, type Look, type Shape } from './sheetParts.ts'
import { stackedPainter } from './stacked.ts'
import textStyles from '../../styles/Text.module.css'
import fieldStyles from '../../ui/Field.module.css'

export interface ExportSheetProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function ExportSheet({ open, onClose }: ExportSheetProps) {
  const { common, sheet } = useWords(sheetWords)
  return (
    <Dialog open={open} title={sheet.title} close={common.close} onClose={onClose}>
      {picturesShown().length === 0 ? <p>{sheet.noPicture}</p> : <Sheet />}
    </Dialog>
  )
}

const types = [0.8, 1, 1.25, 1.5, 2] as const

function Sheet() {
  const words = useWords(sheetWords)
  const own = words.sheet
  const { picture } = useWords(pictureWords)
  const names = useRunNames()
  const [keys] = useState(() => choicesOf(picturesShown()))
  const [key, setKey] = useState(keys[0])
  const [shape, setShape] = useState<Shape>('wide')
  const [look, setLook] = useState<Look>('light')
  const [type, setType] = useState('1')
  const [title, setTitle] = useState('')
  const [captioned, setCaptioned] = useState(true)
  const [link, setLink] = useState('')
  const [painter, setPainter] = useState<SheetPainter>()
  const [said, setSaid] = useState('')
  const preview = useRef<HTMLCanvasElement>(null)

  useEffect(
    () => void currentAddress().then(({ hash }) => setLink(location.href.replace(/#.*$/, '') + hash)),
    [],
  )
  useEffect(() => {
    let over = false
    const parts = sheets[key].map(async ({ picture: name, share }) => ({
      painter: await pictureOf(name)!.painter(),
      share,
    }))
    void Promise.all(parts).then((made) => over || setPainter(stackedPainter(made)))
    return () => void (over = true)
  }, [key])

  const { experiment, view } = useExperiment.getState()
  /** A race says in its caption how its runs are set, and can be filmed. */
  const isRace = 'runs' in (ravine.experiment as Experiment)
  const caption = !captioned
    ? ''
    : [isRace ? captionOf(experiment, view.selected, cursor.step, names, picture) : '', link]
        .filter(Boolean)
        .join(' ')
  const { width, height, film } = sizeOf(shape, sheets[key])
  const wishes = useMemo((): SheetWishes => {
    const ground =
      sheets[key][0].picture === 'map' ? groundOf(experiment, view.swapped, look === 'print') : undefined
    return {
      width,
      height,
      palette: paletteOf(look),
      size: Number(type) * (shape === 'column' ? 0.72 : 1.15),
      title,
      caption,
      ...(ground && { ground }),
    }
  }, [key, experiment, view.swapped, look, width, height, type, shape, title, caption])

  useEffect(() => {
    const canvas = preview.current
    if (!painter || !canvas) return
    const ratio = Math.max(1, devicePixelRatio)
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    const pen = canvas.getContext('2d')!
    pen.scale(ratio, ratio)
    painter.paint(pen, wishes)
  }, [painter, wishes, width, height])

  const base = isRace
    ? nameOf(experiment, experiment.runs[view.selected] ?? experiment.runs[0])
    : `ravine-${sheets[key][0].picture}`
  const save = (blob: Blob, ending: string): void => {
    saveFile(blob, `${base}.${ending}`)
    setSaid(`${fill(own.saved, { name: `${base}.${ending}` })} ${own.byHand}`)
  }
  const failed = (error: unknown): void => setSaid(String(error instanceof Error ? error.message : error))
  const options = <K extends string>(list: readonly K[], labels: Readonly<Record<K, string>>) => [
    { options: list.map((value) => ({ value, label: labels[value] })) },
  ]
  return (
    <div className={styles.parts}>
      <div className={styles.preview}>
        <canvas
          ref={preview}
          role="img"
          aria-label={own.preview}
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      </div>
      <div className={styles.choices}>
        {keys.length > 1 && (
          <Choice label={own.picture} value={key} groups={options(keys, own.pictures)} onChange={setKey} />
        )}
        <Choice
          label={own.shape}
          value={shape}
          groups={options(Object.keys(shapes) as Shape[], own.shapes)}
          onChange={setShape}
        />
        <Choice label={own.look} value={look} groups={options(looks, own.looks)} onChange={setLook} />
        <Choice
          label={own.type}
          value={type}
          groups={[{ options: types.map((one) => ({ value: String(one), label: `${one * 100}%` })) }]}
          onChange={setType}
        />
        <label className={fieldStyles.field}>
          {own.heading}
          <input
            className={fieldStyles.textBox}
            type="text"
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <Toggle label={own.caption} checked={captioned} onChange={setCaptioned} />
      </div>
      {painter && (
        <div className={styles.files}>
          <h3>{own.still}</h3>
          <div className={styles.buttons}>
            <Button
              kind="primary"
              onClick={() => void pngOf(painter, wishes).then((blob) => save(blob, 'png'), failed)}
            >
              PNG
            </Button>
            <Button onClick={() => void svgOf(painter, wishes).then((blob) => save(blob, 'svg'), failed)}>
              SVG
            </Button>
            <Button
              onClick={() =>
                void svgOf(painter, wishes).then((blob) => printSheet(blob, base, width, height), failed)
              }
            >
              PDF
            </Button>
          </div>
          {isRace && sheets[key][0].picture === 'map' && (
            <FilmPart painter={painter} wishes={wishes} pixels={film} onFile={save} onFailed={failed} />
          )}
        </div>
      )}
      <p role="status" className={textStyles.note}>
        {said}
      </p>
    </div>
  )
}
