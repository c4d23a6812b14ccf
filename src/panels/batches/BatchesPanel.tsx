// The training set with a square per example, and one epoch cut into X^{1}, X^{2}, …: which examples are in the step's
// mini-batch, which were read before, and that the last one may be short. Nothing renders during playback.

import styles from './Batches.module.css'
import { useMemo, useRef, useState } from 'react'
import { Batches } from '../../engine/batches.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { Plot, runColor, runVariable, type Layer, type PlotHandle } from '../../plot/index.ts'
import { dotsLayer } from '../../plot/marks.ts'
import { shapeOf } from '../../state/axis.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor, stepOf } from '../../state/playback.ts'
import { MathText } from '../../ui/MathText.tsx'
import { formatNumber } from '../../ui/number.ts'
import { writeText } from '../../ui/writeText.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { useLiveText } from '../useLiveText.ts'
import { piecesOf, placeOf, placesOf, sizeOfCut, type Cut } from './cut.ts'
import textStyles from '../../styles/Text.module.css'
import labStyles from '../../ui/Lab.module.css'

/** With more squares examples are not distinguishable, so a square becomes a mini-batch. */
const mostSquares = 4096
/** Half of the largest square's side, in pixels. */
const largest = 7
/** Columns per row. */
const shape = 2.6

/** `uncut`: show the set without batches, before they are introduced. */
export function BatchesPanel({ uncut = false }: { readonly uncut?: boolean }) {
  const looks = useLooks()
  const words = useWords(networkWords)
  const own = words.network.batches
  const { experiment, view } = useExperiment()
  const { selected } = view
  const { seed, reshuffle } = experiment
  const { m, batchSize, stepsPerEpoch } = shapeOf(selected)
  const cut = useMemo((): Cut => ({ m, batchSize, stepsPerEpoch }), [m, batchSize, stepsPerEpoch])
  const examples = m <= mostSquares
  const count = examples ? m : stepsPerEpoch
  const drawable = count <= mostSquares
  const plot = useRef<PlotHandle>(null)
  const pieces = useRef<(HTMLLIElement | null)[]>([])
  /** Half a square's side in pixels. Follows the available space. */
  const [radius, setRadius] = useState(4)
  const [run] = [useRunNames()[selected] ?? '']

  const columns = Math.ceil(Math.sqrt(count * shape))
  const rows = Math.ceil(count / columns)
  /** For each square, its mini-batch in an epoch. */
  const dealt = useMemo(() => {
    const batches = new Batches(seed, examples ? m : 1, examples ? batchSize : 1, reshuffle)
    const numbers = new Uint32Array(examples ? m : 0)
    let known = -1
    return (epoch: number): Uint32Array => {
      if (known === epoch || !examples) return numbers
      known = epoch
      for (let k = 1; k <= stepsPerEpoch; k++) {
        const batch = batches.batchOf(epoch * stepsPerEpoch + k)
        for (let i = 0; i < batch.count; i++) numbers[batch.whole ? i : batch.examples[batch.from + i]] = k
      }
      return numbers
    }
  }, [seed, m, batchSize, stepsPerEpoch, reshuffle, examples])

  const layers = useMemo((): Layer[] => {
    const points = {
      length: () => (drawable ? count : 0),
      revision: () => cursor.step,
      x: (i: number) => i % columns,
      y: (i: number) => rows - 1 - Math.floor(i / columns),
    }
    return [
      dotsLayer({
        key: 'examples',
        points,
        // Still to come, already read in this epoch, in the current batch.
        classes: [
          { color: (palette) => palette.hairline, marker: 'square' },
          { color: (palette) => palette.runPasts[looks[selected]], marker: 'square' },
          { color: runColor(looks[selected]), marker: 'square' },
        ],
        classOf: (i) => {
          if (uncut) return 0
          const { epoch, k } = placeOf(cut, stepOf(selected))
          const at = examples ? dealt(epoch)[i] : i + 1
          return at > k ? 0 : at < k ? 1 : 2
        },
        radius,
      }),
    ]
  }, [drawable, count, columns, rows, selected, looks, cut, dealt, examples, uncut, radius])

  const said = (step: number): string => {
    const { epoch, k } = placeOf(cut, step)
    if (k === 0) return fill(own.before, { run })
    const [from, to] = placesOf(cut, k)
    return fill(own.at, {
      step: formatNumber(step),
      epoch,
      k: formatNumber(k),
      from: formatNumber(from),
      to: formatNumber(to),
      size: formatNumber(to - from + 1),
      m: formatNumber(m),
    })
  }
  useFrame(() => {
    plot.current?.draw()
    const { k } = placeOf(cut, stepOf(selected))
    for (const piece of pieces.current) {
      if (!piece) continue
      const number = Number(piece.dataset.piece)
      const gap = number === 0 && k > 3 && k < stepsPerEpoch - 1
      piece.toggleAttribute('data-now', gap || (number > 0 && number === k))
      piece.toggleAttribute('data-read', number > 0 && number < k)
      if (number === 0) writeText(piece, gap ? `… ${formatNumber(k)} …` : '…')
    }
  })
  const line = useLiveText<HTMLParagraphElement>(() => said(stepOf(selected)))

  return (
    <div className={labStyles.panel}>
      <Plot
        key={`${columns} ${rows}`}
        ref={plot}
        name={own.name}
        note={fill(uncut ? own.whole : examples ? own.squares : own.batchSquares, { m: formatNumber(m) })}
        words={plotWords(words)}
        x={{ name: '', hidden: true, domain: [-1, columns] }}
        y={{ name: '', hidden: true, domain: [-1, rows] }}
        layers={layers}
        equal
        onView={({ x, width }) => {
          const fitting = Math.round(10 * Math.min(largest, (0.36 * width) / (x[1] - x[0]))) / 10
          if (fitting > 0 && fitting !== radius) setRadius(fitting)
        }}
        height="100%"
        summary={() => (uncut ? fill(own.whole, { m: formatNumber(m) }) : said(stepOf(selected)))}
        table={
          uncut
            ? undefined
            : {
                columns: [own.piece, own.from, own.to, own.size],
                rows: () =>
                  piecesOf(cut).map((k) =>
                    k === 0 ? ['…', '…', '…', '…'] : [k, ...placesOf(cut, k), sizeOfCut(cut, k)],
                  ),
              }
        }
      />
      {!uncut && (
        <>
          <p className={styles.cutCount}>
            <MathText
              text={fill(own.count, {
                m: formatNumber(m),
                size: formatNumber(batchSize),
                count: formatNumber(stepsPerEpoch),
                last: formatNumber(sizeOfCut(cut, stepsPerEpoch)),
              })}
            />
          </p>
          <ol className={styles.cut} aria-hidden="true">
            {piecesOf(cut).map((k, i) => (
              <li
                key={`${k} ${i}`}
                ref={(piece) => void (pieces.current[i] = piece)}
                data-piece={k}
                style={{
                  flexGrow: k === 0 ? batchSize : sizeOfCut(cut, k),
                  ['--run' as string]: runVariable(looks[selected]),
                }}
              >
                {k === 0 ? '…' : <MathText text={`X^{${k}}`} />}
              </li>
            ))}
          </ol>
          <p className={textStyles.note} ref={line} />
        </>
      )}
    </div>
  )
}
