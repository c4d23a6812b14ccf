// The cost surface from above: contour lines, the minimum, the draggable start and one path per run, up to the cursor.

import { Suspense, useMemo, useRef, useState, type ReactNode } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { fill, useWords } from '../../i18n/index.ts'
import {
  Plot,
  pathLayer,
  type Layer,
  type Overlay,
  type PlotHandle,
  type Scales,
  type View,
} from '../../plot/index.ts'
import { changeView, settle } from '../../state/experiment.ts'
import { highlight, highlightedSign, useHighlight } from '../../state/highlight.ts'
import { Button } from '../../ui/Button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { endAtCursor, noValueOf, placesOf } from '../runs.ts'
import { picture } from '../pictures.ts'
import { plotWords } from '../plotWords.ts'
import { useFrame } from '../useFrame.ts'
import { HowToRead } from './HowToRead.tsx'
import { followed, pathLabel } from './pathLabel.ts'
import { Pointer } from './pointer.ts'
import { drawMinima } from './minima.ts'
import { reliefDrawing, useMapParts } from './mapParts.ts'
import { mapSummary, mapTable } from './mapTexts.ts'
import { useFraming } from './useFraming.ts'
import { useStepGlyphs, type Sign } from './useStepGlyphs.ts'
import { StartHandle } from './StartHandle.tsx'
import { useMapContent } from './useMapContent.ts'
import { useSurface } from './useSurface.ts'
import type { layVeil } from './veil.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './MapTools.module.css'

const MapCover = fetched(async () => (await import('../relief/MapCover.tsx')).MapCover, 'buttons')
const MapTools = fetched(async () => (await import('./MapTools.tsx')).MapTools, 'buttons')

export interface MapPanelProps {
  readonly height?: string
  readonly concealed?: boolean
  /** Show only the surface and the start: no path, point, number or table of a run. */
  readonly withoutRuns?: boolean
  /** A question is open: show nothing at the pointer, and ignore clicks that would move the start. */
  readonly locked?: boolean
  /** A lesson's own marks above everything. `place` converts (θ₀, θ₁) to pixels. */
  readonly marks?: (over: Overlay, place: (w: number, b: number) => readonly [number, number]) => void
  /** Without runs: lays a mist where the paths would be. */
  readonly mist?: typeof layVeil
  /** The runs race once on the first visit. */
  readonly welcome?: boolean
  /** Further handles, in the picture's own axes. */
  readonly children?: ReactNode
}

export function MapPanel(props: MapPanelProps) {
  const {
    height = '100%',
    concealed = false,
    withoutRuns = false,
    locked = false,
    marks,
    welcome,
    children,
  } = props
  const words = useWords()
  const content = useMapContent(withoutRuns)
  const { names, looks, hidden, selected, swapped, stretched, start, axes, x, y, place, moveStart } = content
  const symbol = useHighlight(highlightedSign)
  const signs = useRef<readonly Sign[]>([])
  const plot = useRef<PlotHandle>(null)
  const [pointer] = useState(() => new Pointer(() => plot.current?.draw('over')))
  const open = !locked && !withoutRuns && !concealed
  const telling = open && !hidden.includes(selected)
  const veil = useRef<HTMLParagraphElement>(null)
  const [seen, setSeen] = useState({ zoomed: false, stretch: 1 })
  const described = useRef(false)
  /** Where the start was before a click moved it, to restore it on a double click. */
  const picked = useRef<readonly [x: number, y: number]>(undefined)
  const framing = useFraming(plot, start, hidden, swapped, props.locked !== undefined)
  /** Set after the first picture, when the map's own buttons may load. */
  const [painted, setPainted] = useState(false)
  const surface = useSurface(swapped, () => {
    framing.refit()
    described.current = true
    setPainted(true)
  })

  const parts = useMapParts()

  const glyphs = useStepGlyphs()

  const layers = useMemo((): Layer[] => {
    const paths = names.flatMap((name, run) => {
      if (hidden.includes(run)) return []
      const points = followed(run, placesOf(run, swapped))
      const label = (): string => pathLabel(run, name, words, plot.current?.scales()?.width)
      const ended = (): boolean => endAtCursor(run) !== undefined && noValueOf(run) !== undefined
      return [
        pathLayer({ key: `path ${run}`, points, look: looks[run], strong: run === selected, label, ended }),
      ]
    })
    // The selected run is drawn last, above the others.
    const chosen = paths.find((layer) => layer.key === `path ${selected}`)
    return [
      ...surface.layers,
      ...(withoutRuns ? [] : parts.map((part) => part.layer(() => looks[selected], swapped))),
      ...paths.filter((layer) => layer !== chosen),
      ...(chosen ? [chosen] : []),
    ]
  }, [hidden, selected, swapped, names, looks, surface.layers, parts, withoutRuns, words])

  useFrame(() => {
    if (!plot.current) return
    framing.follow(surface.landscape())
    plot.current.draw(described.current ? 'over' : undefined)
    if (veil.current)
      props.mist?.(
        veil.current,
        plot.current.scales(),
        [start[0], start[1]],
        surface.landscape()?.minima,
        swapped,
      )
    described.current = false
  })

  const onView = (now: View): void => {
    // What a plot shows before it is framed is not worth a picture.
    if (framing.framed()) surface.see(now)
    const stretch = Math.round(now.stretch * 100) / 100
    if (now.zoomed !== seen.zoomed || stretch !== seen.stretch) setSeen({ zoomed: now.zoomed, stretch })
  }
  const placeIn =
    ({ x, y }: Scales) =>
    (w: number, b: number) =>
      [x(swapped ? b : w), y(swapped ? w : b)] as const
  const entered = useMemo(() => picture('map', (handle) => void (plot.current = handle)), [])
  return (
    <Plot
      ref={entered}
      name={words.plots.names.surface}
      flush
      caption={
        <>
          {words.plots.names.surface} J({axes[0]}, {axes[1]})
        </>
      }
      actions={
        <>
          {stretched && seen.stretch > 1.01 && (
            <span className={textStyles.note}>
              {fill(words.plots.stretched, { factor: formatNumber(seen.stretch, 2) })}
            </span>
          )}
          {seen.zoomed && <Button onClick={() => plot.current?.fit()}>{words.plots.fit}</Button>}
          {painted && open && (
            <Suspense>
              <MapTools />
            </Suspense>
          )}
          <HowToRead />
        </>
      }
      more={
        <>
          <Button pressed={swapped} onClick={() => (changeView('swap', { swapped: !swapped }), settle())}>
            {fill(words.playground.swap, { across: axes[swapped ? 0 : 1], up: axes[swapped ? 1 : 0] })}
          </Button>
          <Button
            pressed={stretched}
            onClick={() => (changeView('stretch', { stretched: !stretched }), settle())}
          >
            {words.plots.stretch}
          </Button>
        </>
      }
      words={plotWords(words)}
      x={{ name: axes[swapped ? 1 : 0] }}
      y={{ name: axes[swapped ? 0 : 1] }}
      layers={layers}
      overlay={(over) => {
        drawMinima(over, surface.landscape()?.minima ?? [], swapped)
        // Name no place before the answer.
        if (open) glyphs?.drawLandmarks(over, surface.landscape(), swapped, surface.marks())
        over.avoid(over.scales.x(x), over.scales.y(y), 10 * over.scales.size)
        signs.current =
          !glyphs || hidden.includes(selected)
            ? []
            : glyphs.drawStepGlyphs(over, selected, looks[selected], swapped, words.playground.glyphs, symbol)
        const place = placeIn(over.scales)
        if (telling) pointer.draw(over, place, selected, over.scales.palette.runs[looks[selected]])
        marks?.(over, place)
      }}
      equal={!stretched}
      height={height}
      zoom
      cover={
        <>
          {withoutRuns && props.mist && (
            <p ref={veil} className={styles.veil}>
              {words.plots.concealed}
            </p>
          )}
          {painted && open && (
            <Suspense>
              <MapCover
                {...{ plot, swapped, hidden, selected, names, start, axes, withoutRuns, welcome }}
                onStart={moveStart}
                onRest={settle}
                least={() => surface.landscape()?.least}
              />
            </Suspense>
          )}
        </>
      }
      instead={() => reliefDrawing.current}
      vectors={async () => (await import('./vectorSurface.ts')).vectorSurface(swapped, surface.marks())}
      onLift={(by) => void import('./openLook.ts').then(({ liftBy }) => liftBy(by))}
      concealed={concealed}
      onView={onView}
      onHover={(atX, atY) => {
        const scales = plot.current?.scales()
        const near = scales && atX !== null && atY !== null
        pointer.move(near && telling ? (swapped ? [atY, atX] : [atX, atY]) : undefined)
        highlight(near && glyphs ? glyphs.signAt(signs.current, scales.x(atX), scales.y(atY)) : null)
      }}
      readout={(atX, atY) => [
        { label: axes[0], value: formatNumber(swapped ? atY : atX, 3) },
        { label: axes[1], value: formatNumber(swapped ? atX : atY, 3) },
        ...(telling ? pointer.cost(selected) : []),
      ]}
      onPick={
        telling
          ? (atX, atY) => {
              const scales = plot.current?.scales()
              picked.current = undefined
              if (scales && parts.some(({ pick }) => pick?.(scales.x(atX), scales.y(atY), placeIn(scales))))
                return
              picked.current = [x, y]
              moveStart(atX, atY)
              settle()
            }
          : undefined
      }
      onUnpick={() => {
        if (picked.current) moveStart(...picked.current)
        picked.current = undefined
        settle()
      }}
      summary={() => mapSummary(words, axes, names, hidden, place)}
      table={mapTable(words, names, hidden)}
    >
      <StartHandle {...content} still={locked} />
      {children}
    </Plot>
  )
}
