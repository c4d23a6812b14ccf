// The decision boundary in words: accuracy, the number of wrong labels, and the examples as a table.

import type { networkWords } from '../../i18n/areas/network.ts'
import { fill, type Spoken } from '../../i18n/index.ts'
import { thinEvenly, type TableSource } from '../../plot/index.ts'
import type { QueryResult, QueriedExamples } from '../../state/networkQuery.ts'
import type { WeightsOfStep } from '../../state/networkWeights.ts'
import { formatNumber } from '../../ui/number.ts'

export interface Picture {
  readonly sample: QueriedExamples | undefined
  readonly score: QueryResult['score']
  readonly at: WeightsOfStep | undefined
}

/** "accuracy 98.4%", over how many if not all. For a regression the mean loss. */
export function accuracyText(
  words: Spoken<typeof networkWords>,
  m: number,
  classes: number,
  score: QueryResult['score'],
): string {
  if (!score) return '–'
  if (classes === 0) return fill(words.network.meanLoss, { loss: formatNumber(score.loss / score.of, 4) })
  const percent = formatNumber((100 * score.correct) / score.of, 4)
  const { accuracy, accuracyOf } = words.network
  return score.of < m
    ? fill(accuracyOf, { percent, count: formatNumber(score.of) })
    : fill(accuracy, { percent })
}

export function boundarySummary(
  words: Spoken<typeof networkWords>,
  run: string,
  m: number,
  classes: number,
  { sample, score, at }: Picture,
): string {
  if (!sample || !at) return words.plots.noData
  return fill(words.network.summary, {
    run,
    step: at.step,
    accuracy: accuracyText(words, m, classes, score),
    shown: sample.numbers.length,
    m: formatNumber(m),
    wrong: sample.wrong.reduce((sum, one) => sum + one, 0),
  })
}

export function boundaryTable(
  words: Spoken<typeof networkWords>,
  inputs: number,
  picture: () => Picture,
): TableSource {
  const { example, label, mislabelled, inputs: names } = words.network
  const columns = [example, names.first, ...(inputs > 1 ? [names.second] : []), label, mislabelled]
  return {
    columns,
    rows: () => {
      const { sample } = picture()
      if (!sample) return []
      return thinEvenly(sample.numbers.length, 200).map((i) => [
        sample.numbers[i],
        formatNumber(sample.x[i * inputs], 4),
        ...(inputs > 1 ? [formatNumber(sample.x[i * inputs + 1], 4)] : []),
        formatNumber(sample.y[i], 4),
        sample.wrong[i] ? words.common.yes : words.common.no,
      ])
    },
  }
}
