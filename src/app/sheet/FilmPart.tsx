// The animation of a sheet: a range of steps, its duration, its frame rate, and a format that this browser has been
// tested to encode.

import { useEffect, useRef, useState } from 'react'
import { sheetWords } from '../../i18n/areas/sheet.ts'
import { fill, useWords } from '../../i18n/index.ts'
import type { SheetPainter, SheetWishes } from '../../plot/index.ts'
import { retried } from '../../fetch/retried.ts'
import { cursor, lastStep, pause } from '../../state/playback.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import type { FilmFormat } from './video.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './ExportSheet.module.css'

export interface FilmPartProps {
  readonly painter: SheetPainter
  readonly wishes: SheetWishes
  /** Width and height of the film, even numbers. */
  readonly pixels: readonly [number, number]
  readonly onFile: (blob: Blob, ending: string) => void
  readonly onFailed: (error: unknown) => void
}

/** Seconds that the last frame stays. */
const hold = 1.5
/** Approximate bytes per pixel of a GIF frame. */
const gifBytes = 0.06

export function FilmPart({ painter, wishes, pixels, onFile, onFailed }: FilmPartProps) {
  const words = useWords(sheetWords)
  const own = words.sheet
  const [width, height] = pixels
  const [from, setFrom] = useState(0)
  const [to, setTo] = useState(() => Math.max(1, cursor.step))
  const [seconds, setSeconds] = useState(6)
  const [perSecond, setPerSecond] = useState<'30' | '60'>('30')
  const [formats, setFormats] = useState<readonly FilmFormat[]>()
  const [share, setShare] = useState<number>()
  const ended = useRef(false)
  useEffect(() => () => void (ended.current = true), [])

  useEffect(() => {
    let over = false
    const find = async (): Promise<void> => {
      const { canFilm } = await retried(() => import('./video.ts'))
      const found: FilmFormat[] = []
      for (const format of ['mp4', 'webm'] as const)
        if (await canFilm(format, width, height)) found.push(format)
      if (!over) setFormats(found)
    }
    find().catch(() => over || setFormats([]))
    return () => void (over = true)
  }, [width, height])

  const frames = (rate: number): number => Math.max(2, Math.round(seconds * rate))
  const megabytes = (format: FilmFormat | 'gif'): string => {
    const pixelsOf = width * height
    const bytes =
      format === 'gif'
        ? frames(15) * pixelsOf * gifBytes
        : ((3_500_000 / 8) *
            (seconds + hold) *
            (pixelsOf / (1280 * 720)) *
            Math.sqrt(Number(perSecond) / 30)) /
          2
    return fill(own.size, { size: (bytes / 1e6).toFixed(1) })
  }

  const make = async (format: FilmFormat | 'gif'): Promise<void> => {
    pause()
    ended.current = false
    setShare(0)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d', { willReadFrequently: format === 'gif' })!
    const scale = width / wishes.width
    const count = frames(format === 'gif' ? 15 : Number(perSecond))
    let painted = -1
    const paint = (frame: number): void => {
      const step = Math.round(from + ((to - from) * frame) / (count - 1))
      // A film of few steps shows each of them in several frames.
      if (step === painted) return
      painted = step
      const before = cursor.step
      // The layers read the cursor. Within one task nothing else does.
      cursor.step = step
      pen.setTransform(scale, 0, 0, scale, 0, 0)
      painter.paint(pen, { ...wishes, height: height / scale, mark: fill(own.step, { step }) })
      cursor.step = before
    }
    const goOn = async (frame: number): Promise<boolean> => {
      if (frame % 5 === 0) setShare(Math.min(1, frame / count))
      // Let the page run between frames.
      await new Promise((resolve) => setTimeout(resolve))
      return !ended.current
    }
    try {
      const blob =
        format === 'gif'
          ? await (await retried(() => import('./gif.ts'))).gif({ pen, frames: count, hold, paint, goOn })
          : await (
              await retried(() => import('./video.ts'))
            ).film({ canvas, format, perSecond: Number(perSecond), frames: count, hold, paint, goOn })
      if (blob) onFile(blob, format)
    } catch (error) {
      onFailed(error)
    } finally {
      setShare(undefined)
    }
  }
  const number = (label: string, value: number, set: (value: number) => void, min: number, max: number) => (
    <NumberField
      label={label}
      value={value}
      allowed={{ min, max, whole: true }}
      fault={(text) => text}
      onCommit={set}
    />
  )
  return (
    <>
      <h3>{own.film}</h3>
      <div className={styles.film}>
        {number(own.from, from, setFrom, 0, Math.max(0, to - 1))}
        {number(own.to, to, setTo, from + 1, lastStep())}
        {number(own.seconds, seconds, setSeconds, 1, 60)}
        <Choice
          label={own.perSecond}
          value={perSecond}
          options={{ 30: '30', 60: '60' }}
          onChange={setPerSecond}
        />
      </div>
      {share === undefined ? (
        <div className={styles.buttons}>
          {([...(formats ?? []), 'gif'] as const).map((format) => (
            <Button key={format} onClick={() => void make(format)}>
              {`${{ mp4: 'MP4', webm: 'WebM', gif: 'GIF' }[format]} · ${megabytes(format)}`}
            </Button>
          ))}
        </div>
      ) : (
        <div className={styles.buttons}>
          <progress max={1} value={share} aria-label={own.film} />
          <span>{fill(own.making, { percent: Math.round(100 * share) })}</span>
          <Button onClick={() => void (ended.current = true)}>{own.cancel}</Button>
        </div>
      )}
      {formats?.length === 0 && <p className={textStyles.note}>{own.noCodec}</p>}
    </>
  )
}
