// Descriptions, lengths and sources of the shipped series, without their data (series.ts). The page can list them
// before any data loads.

import type { ShippedSeriesKind } from '../experiment.ts'
import type { Words } from '../words.ts'

export interface SeriesKind {
  readonly label: Words
  /** One sentence: what θ is, and who measured it. */
  readonly source: Words
  readonly license: Words
  /** Days in each shipped year. A series that repeats one year has a single entry. */
  readonly daysOfYears: readonly number[]
  readonly maxYears: number
  /** Whether the noise-free season is known. */
  readonly seasonKnown: boolean
}

const noaa: Words = {
  en: 'U.S. Government work, public domain (NOAA), by way of vega-datasets',
  zh: '美国政府作品，公有领域（NOAA），经由 vega-datasets',
}

const city = (en: string, zh: string): SeriesKind => ({
  label: { en: `${en}, real`, zh: `${zh}，真实数据` },
  source: {
    en: `Daily maximum temperature in ${en}, from 1 January 2012`,
    zh: `${zh}每日最高气温，自 2012 年 1 月 1 日起`,
  },
  license: noaa,
  daysOfYears: [366, 365, 365, 365],
  maxYears: 4,
  seasonKnown: false,
})

/** Keys are ids in shared links, so never rename one. */
export const seriesKinds: Readonly<Record<ShippedSeriesKind, SeriesKind>> = {
  seattle: city('Seattle', '西雅图'),
  newYork: city('New York', '纽约'),
  synthetic: {
    label: { en: 'Synthetic, season known', zh: '合成数据，季节已知' },
    source: {
      en: 'Not measured: a cosine of 365 days plus independent noise of standard deviation 3 °C, drawn from the seed',
      zh: '并非实测：周期 365 天的余弦，加上由种子生成、标准差 3 °C 的独立噪声',
    },
    license: { en: 'Made by Ravine', zh: '由 Ravine 生成' },
    daysOfYears: [365],
    maxYears: 2740,
    seasonKnown: true,
  },
}

/** Returns the number of days in the first `years` years of a shipped series. */
export function daysOf(kind: ShippedSeriesKind, years: number): number {
  const { daysOfYears } = seriesKinds[kind]
  let days = 0
  for (let year = 0; year < years; year++) days += daysOfYears[year % daysOfYears.length]
  return days
}
