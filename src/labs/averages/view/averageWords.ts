// The words of the averages lab with the numbers of its series: temperatures in their unit, the series' own name.

import { averagesWords } from '../../../i18n/areas/averages.ts'
import { inLanguage, fill, useLanguage, useWords } from '../../../i18n/index.ts'
import type { Dictionary, Spoken } from '../../../i18n/index.ts'
import { seriesKinds } from '../../../engine/datasets/seriesKinds.ts'
import { useAverages } from '../document.ts'
import { formatNumber } from '../../../ui/number.ts'

export interface AverageWords {
  readonly words: Spoken<typeof averagesWords>['averages']
  readonly plots: Dictionary['plots']
  readonly controls: Dictionary['controls']
  /** °C, °F, or nothing for a user's series. */
  readonly unit: string
  readonly series: string
  /** Formats a value of the series with its unit. */
  readonly temperature: (value: number) => string
}

export function useAverageWords(): AverageWords {
  const language = useLanguage()
  const dictionary = useWords(averagesWords)
  const series = useAverages((state) => state.experiment.series)
  const scale = useAverages((state) => state.experiment.unit)
  const own = series.kind === 'inline'
  const unit = own ? '' : dictionary.averages[scale]
  return {
    words: dictionary.averages,
    plots: dictionary.plots,
    controls: dictionary.controls,
    unit,
    series: own
      ? fill(dictionary.averages.series.ownLength, { count: formatNumber(series.values.length) })
      : inLanguage(seriesKinds[series.kind].label, language),
    temperature: (value) => `${formatNumber(value)}${unit && ` ${unit}`}`,
  }
}
