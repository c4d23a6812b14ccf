// The network's own bowl: J on a plane through the weights at the cursor, with the path that led there, the share of
// the path's variance in the plane, and a warning that a slice can mislead.

import styles from './Network.module.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { paintValues } from '../../engine/picture/index.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import {
  disc,
  imageFrom,
  imageLayer,
  Plot,
  readPalette,
  type Layer,
  type Palette,
  type PlacedImage,
  type PlotHandle,
} from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { drawBowl, stopBowl, useOwnBowl, type Bowl } from '../../state/ownBowl.ts'
import { usePlayback } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { formatNumber } from '../../ui/number.ts'
import { HowToRead } from '../map/HowToRead.tsx'
import { plotWords } from '../plotWords.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { mOf } from './dataset.ts'
import textStyles from '../../styles/Text.module.css'

/** Up to this many examples the picture takes a moment, so it is computed without being requested. */
const mostUnasked = 20_000

/** Pixels per cell side. Cells are interpolated for smooth lines. */
const perCell = 8

/** Aspect ratio of the space that remains beside axes, words and buttons. */
const aspectOf = ({ clientWidth, clientHeight }: HTMLElement): number =>
  Math.min(4, Math.max(0.75, (clientWidth - 64) / Math.max(64, clientHeight - 172)))

/** Returns the range between the middles of the outermost cells, where J is known. */
function middle({ columns, rows, range: [left, right, low, high] }: Bowl): Bowl['range'] {
  const [across, up] = [(right - left) / columns / 2, (high - low) / rows / 2]
  return [left + across, right - across, low + up, high - up]
}

/** The tint and lines of J, interpolated between the cells' middles. */
function paint(bowl: Bowl, palette: Palette): PlacedImage {
  const { cells, columns, rows } = bowl
  const [across, up] = [(columns - 1) * perCell, (rows - 1) * perCell]
  const values = new Float64Array(across * up)
  const at = (i: number): [number, number] => [Math.floor(i / perCell), ((i % perCell) + 0.5) / perCell]
  for (let row = 0; row < up; row++) {
    // Pixels go from the top, cells from the lowest value.
    const [r, down] = at(up - 1 - row)
    for (let column = 0; column < across; column++) {
      const [c, right] = at(column)
      const k = r * columns + c
      const low = cells[k] + (cells[k + 1] - cells[k]) * right
      const high = cells[k + columns] + (cells[k + columns + 1] - cells[k + columns]) * right
      values[row * across + column] = low + (high - low) * down
    }
  }
  const image = new ImageData(across, up)
  paintValues(values, across, up, { colors: palette.surface }, image.data)
  const [left, right, low, high] = middle(bowl)
  return { image: imageFrom(image), x: [left, right], y: [low, high] }
}

export function OwnBowlPanel() {
  const words = useWords(networkWords)
  const own = words.network
  const { experiment, view } = useExperiment()
  const names = useRunNames()
  const [plane, setPlane] = useState<'path' | 'random'>('path')
  const { trace, run, bowl, progress } = useOwnBowl()
  const looks = useLooks()
  const plot = useRef<PlotHandle>(null)
  const section = useRef<HTMLElement>(null)
  const automatic = mOf(experiment.objective as NetworkSpec) <= mostUnasked
  // An automatic picture stays until the next one arrives.
  const shown = bowl && (automatic || race.traces[run] === trace) ? bowl : undefined
  const begun = useRef<readonly unknown[]>([])
  useFrame(() => {
    const { selected } = view
    const of = race.traces[selected]
    if (!automatic || !of?.done || usePlayback.getState().playing) return
    const request = [of, selected, plane]
    if (useExperiment.getState().editing !== undefined || request.every((one, i) => one === begun.current[i]))
      return
    begun.current = request
    void drawBowl(selected, plane, aspectOf(section.current!))
  })
  useEffect(() => stopBowl, [])
  // A picture of other data or another run is invalid.
  useEffect(stopBowl, [experiment])

  const layers = useMemo((): Layer[] => {
    let image: PlacedImage | null = null
    let theme = -1
    return [
      imageLayer({
        key: 'own bowl',
        revision: () => readPalette(document.body).revision,
        image: () => {
          const palette = readPalette(document.body)
          if (shown && (!image || theme !== palette.revision)) image = paint(shown, palette)
          theme = palette.revision
          return image
        },
      }),
    ]
  }, [shown])
  useFrame(() => {
    if (!plot.current || !shown) return
    const [left, right, low, high] = middle(shown)
    plot.current.setDomain([left, right], [low, high])
    plot.current.draw()
  })
  const percent = (share: number): string => formatNumber(100 * share, 3)
  return (
    <section className={styles.measured} aria-label={own.bowl} ref={section}>
      <div className={styles.microscopeHead}>
        <Segments
          label={own.bowlPlane}
          hideLabel
          value={plane}
          options={{ path: own.bowlPath, random: own.bowlRandom }}
          onChange={setPlane}
        />
        <Button
          onClick={() =>
            progress === undefined
              ? void drawBowl(view.selected, plane, aspectOf(section.current!))
              : stopBowl()
          }
        >
          {progress !== undefined ? own.stop : shown || automatic ? own.bowlAgain : own.bowlDraw}
        </Button>
        {progress !== undefined && (
          <span className={textStyles.note} role="status">
            {fill(own.bowlWorking, { percent: Math.round(100 * progress) })}
          </span>
        )}
      </div>
      {!shown && !automatic && <p className={textStyles.note}>{own.bowlNone}</p>}
      {shown && (
        <Plot
          ref={plot}
          name={words.plots.names.surface}
          caption={
            <>
              {words.plots.names.surface}
              <small>{fill(own.bowlOf, { run: names[run] ?? '' })}</small>
              <HowToRead />
            </>
          }
          words={plotWords(words)}
          x={{ name: own.bowlAxes.first, symbol: false, domain: [shown.range[0], shown.range[1]] }}
          y={{ name: own.bowlAxes.second, symbol: false, domain: [shown.range[2], shown.range[3]] }}
          layers={layers}
          equal
          height="100%"
          overlay={({ pen, scales }) => {
            const color = scales.palette.runs[looks[run]]
            pen.save()
            pen.strokeStyle = color
            pen.lineWidth = 2 * scales.size
            pen.beginPath()
            shown.points.forEach(([a, b], i) =>
              i === 0 ? pen.moveTo(scales.x(a), scales.y(b)) : pen.lineTo(scales.x(a), scales.y(b)),
            )
            pen.stroke()
            pen.restore()
            const [a, b] = shown.points[shown.points.length - 1]
            disc(pen, scales.x(a), scales.y(b), 5 * scales.size, color, scales.palette.paper, scales.size)
          }}
          summary={() =>
            `${fill(own.bowlOf, { run: names[run] ?? '' })}. ${explained(shown)} ${own.bowlWarning}`
          }
        />
      )}
      <p className={textStyles.note}>
        {shown && explained(shown)} {own.bowlWarning}
      </p>
    </section>
  )

  function explained({ explained: shares }: Bowl): string {
    return shares
      ? fill(own.bowlExplained, { first: percent(shares[0]), second: percent(shares[1]) })
      : own.bowlRandomNote
  }
}
