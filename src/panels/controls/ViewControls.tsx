// View options: play in a loop, and the average of J^{t}, under its own name, with its β.

import { pictureWords } from '../../i18n/areas/picture.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { changeView, settle, useExperiment } from '../../state/experiment.ts'
import { lookAs } from '../../document/look.ts'
import { usePlayback } from '../../state/playback.ts'
import { Toggle } from '../../ui/Toggle.tsx'
import { formatNumber } from '../../ui/number.ts'
import { Quantity } from './Quantity.tsx'

export function ViewControls() {
  const words = useWords(pictureWords)
  const loop = usePlayback((state) => state.loop)
  const { average, smoothing } = useExperiment((state) => state.view)
  const count = formatNumber(1 / (1 - smoothing), 3)
  return (
    <section aria-label={words.playground.view}>
      <h2>{words.playground.view}</h2>
      <Toggle
        label={words.picture.loop}
        checked={loop}
        onChange={(on) => {
          usePlayback.setState({ loop: on })
          lookAs({ loop: on || undefined })
        }}
      />
      <Toggle
        label={fill(words.plots.showAverage, { count })}
        checked={average}
        note={average ? fill(words.playground.averageNote, { count }) : undefined}
        onChange={(on) => {
          changeView('average', { average: on })
          settle()
        }}
      />
      {average && (
        <Quantity
          label={words.controls.sliders.smoothingBeta}
          value={smoothing}
          scale="logOneMinus"
          min={0}
          max={0.999}
          allowed={{ min: 0, max: 1, maxOpen: true }}
          valueText={fill(words.controls.means.batches, { value: formatNumber(smoothing), count })}
          onChange={(to) => changeView('smoothing', { smoothing: to })}
        />
      )}
    </section>
  )
}
