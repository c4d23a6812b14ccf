// The plain mean of the last n days next to the averages: often the better estimate, but it must store n numbers.

import { averagedDays, noiseEquivalentDays, windowLag } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { changeAverages, lengthOfSeries, settleAverages, useAverages } from '../document.ts'
import { Button } from '../../../ui/Button.tsx'
import { MathText } from '../../../ui/MathText.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { Slider } from '../../../ui/Slider.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import { useAverageWords } from './averageWords.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

const mostCells = 60

export function WindowControls() {
  const { words, controls } = useAverageWords()
  const windows = useAverages((state) => state.experiment.windows)
  const series = useAverages((state) => state.experiment.series)
  // Without a window nothing here depends on β.
  const beta = useAverages(({ experiment: { betas, windows: shown }, view }) =>
    shown.length > 0 ? (betas[view.selected] ?? betas[0]) : 0,
  )
  const longest = Math.max(2, Math.min(1000, lengthOfSeries(series)))
  const set = (n: number): void => changeAverages('window', { windows: [n, ...windows.slice(1)] })
  const n = windows[0]
  const equal = Math.max(1, Math.round(noiseEquivalentDays(beta)))
  const name = words.window.slider
  return (
    <section className={styles.curves}>
      <Toggle
        label={words.window.toggle}
        checked={n !== undefined}
        onChange={(checked) => {
          changeAverages('windows', { windows: checked ? [10] : [] })
          settleAverages()
        }}
      />
      {n !== undefined && (
        <>
          <Slider
            label={name}
            scale="log"
            whole
            min={1}
            max={longest}
            value={n}
            allowed={{ min: 1, max: longest, whole: true }}
            valueText={fill(words.window.valueText, { count: n })}
            fault={(text) => fill(controls.faults.whole, { name, min: 1, max: longest, text, value: n })}
            onInput={set}
            onCommit={(value) => {
              set(value)
              settleAverages()
            }}
            note={<MathText text={fill(words.window.lag, { lag: formatNumber(windowLag(n)) })} />}
          />
          <p className={textStyles.note}>
            <MathText
              text={fill(words.window.equivalent, {
                beta,
                count: equal,
                about: formatNumber(averagedDays(beta), 3),
              })}
            />{' '}
            {equal !== n && equal <= longest && (
              <Button
                onClick={() => {
                  set(equal)
                  settleAverages()
                }}
              >
                {fill(words.window.match, { count: equal })}
              </Button>
            )}
          </p>
          <MemoryMeter n={n} />
        </>
      )}
    </section>
  )
}

/** One number against n numbers, each a cell. */
function MemoryMeter({ n }: { readonly n: number }) {
  const { words } = useAverageWords()
  return (
    <figure className={styles.memoryMeter} aria-label={words.window.memory}>
      <figcaption>{words.window.memory}</figcaption>
      <p>
        <MathText text={words.window.memoryAverage} />
      </p>
      <span className={styles.memoryCells} aria-hidden="true">
        <i />
      </span>
      <code>{words.window.codeAverage}</code>
      <p>{fill(words.window.memoryWindow, { count: n })}</p>
      <span className={styles.memoryCells} aria-hidden="true">
        {Array.from({ length: Math.min(n, mostCells) }, (_, i) => (
          <i key={i} />
        ))}
        {n > mostCells && '…'}
      </span>
      <code>{fill(words.window.codeWindow, { count: n })}</code>
    </figure>
  )
}
