// The model of the purple line: the days in question, what is drawn of them, and the average that it is compared with.

import { useEffect, useMemo, useState, type RefObject } from 'react'
import { drawingOf, drawnPlaces, type Drawing } from '../../../panels/DrawPrediction.tsx'
import type { PlotHandle } from '../../../plot/index.ts'
import { predict, useCourse, wait } from '../../../state/course.ts'
import { onFrame } from '../../../state/frame.ts'
import { changeAverages, lengthOfSeries, lookAtAverages, settleAverages, useAverages } from '../document.ts'
import { averagesPicture, keepAverages, showDays, useReadings } from '../pagePicture.ts'

/** The fewest days that must be drawn. */
export const leastDrawn = 10
const mostDays = 60

export function usePurpleLine(name: string, plot: RefObject<PlotHandle | null>) {
  const days = useAverages((state) => Math.min(mostDays, lengthOfSeries(state.experiment.series)))
  const scale = useAverages((state) => state.experiment.unit)
  const stored = useCourse((state) => state.predictions[name])
  const revealed = stored?.revealed ?? false
  const beta = useAverages((state) => state.experiment.betas[0])
  const day = useReadings((state) => state.day)
  // Stored in the series' own unit, so °F shows the same drawing.
  const drawing = useMemo(() => {
    const shown = (value: number): number => (scale === 'fahrenheit' ? value * 1.8 + 32 : value)
    return drawingOf(stored?.answer, days, shown)
  }, [stored?.answer, days, scale])
  const draw = ({ values }: Drawing): void => {
    const own = (value: number): number => (scale === 'fahrenheit' ? (value - 32) / 1.8 : value)
    predict(name, { answer: Array.from(values, (value) => Number(own(value).toFixed(6))), revealed: false })
    setRefused(false)
  }
  const [refused, setRefused] = useState(false)
  const [divided, setDivided] = useState(false)
  // Asked again, by its own button or by Reset, so undo the division.
  if (divided && !revealed) setDivided(false)
  const [firstDay, setFirstDay] = useState(NaN)
  const [domain, setDomain] = useState<readonly [number, number]>([-2, 20])
  const t = Math.min(days, day?.t ?? 1)

  useEffect(keepAverages, [])
  useEffect(() => (revealed ? undefined : wait(name)), [revealed, name])
  useEffect(() => showDays(1, days, 400), [days])
  useEffect(() => {
    if (useAverages.getState().view.day > days) lookAtAverages({ day: 1 })
  }, [days])
  useEffect(() => {
    // Without correction there is no green line to start from, whatever the address says.
    if (useAverages.getState().experiment.biasCorrection) return
    changeAverages('predict', { biasCorrection: true })
    settleAverages()
  }, [])
  useEffect(
    () =>
      onFrame(() => {
        const raw = averagesPicture.current?.raw
        if (!raw) return
        let [low, high] = [0, 0]
        for (let i = 0; i < raw.length && raw[i] <= days; i += 2) {
          low = Math.min(low, raw[i + 1])
          high = Math.max(high, raw[i + 1])
        }
        const room = (high - low) * 0.08
        setDomain((before) =>
          before[0] === low - room && before[1] === high + room ? before : [low - room, high + room],
        )
        setFirstDay(raw[1])
        plot.current?.draw('over')
      }),
    [days, plot],
  )

  /** Shows the answer; false if too little is drawn. */
  const reveal = (): boolean => {
    const enough = drawnPlaces(drawing) >= Math.min(leastDrawn, days)
    if (enough) predict(name, { ...stored, revealed: true })
    else setRefused(true)
    return enough
  }
  /** Once the uncorrected line has joined the corrected one, they are the same. */
  const at = (pick: 'curves' | 'uncorrected', place: number): number => {
    const picture = averagesPicture.current
    return picture?.[pick][0]?.[2 * place + 1] ?? picture?.curves[0]?.[2 * place + 1] ?? NaN
  }
  return {
    days,
    beta,
    drawing,
    draw,
    revealed,
    reveal,
    refused,
    divided,
    divide: setDivided,
    /** Asks again. */
    again: () => predict(name, undefined),
    firstDay,
    domain,
    /** The day at the cursor, and the average then. */
    t,
    v: day?.v[0] ?? NaN,
    at,
  }
}
