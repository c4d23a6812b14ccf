// The user's files. In one process: the time from 200,000 rows of bytes to a series. In the page: the main thread's
// longest task while a 20 MB file is chosen and previewed, its column is changed, and its numbers are accepted.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSeries } from '../src/data/series.ts'
import { quantile, type Benchmark } from './measure.ts'
import { longestTask } from './page/tasks.ts'

const rounds = 9

/** Dates, a station, and two temperatures with occasional gaps: about 46 bytes per row. */
function stationFile(rows: number): string {
  const lines = ['"STATION","DATE","LATITUDE","TMAX","TMIN"']
  for (let i = 0; i < rows; i++) {
    const day = `${2000 + (i % 24)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`
    const warm = i % 997 === 0 ? '' : ((i * 7919) % 400) / 10
    lines.push(`USW00094728,${day},40.77898,${warm},${((i * 104_729) % 300) / 10 - 10}`)
  }
  return `${lines.join('\n')}\n`
}

export default {
  title: 'a file of one’s own',
  async run(bench) {
    const bytes = new TextEncoder().encode(stationFile(200_000))
    const seconds: number[] = []
    for (let round = 0; round < rounds; round++) {
      const from = performance.now()
      const reading = readSeries(bytes)
      seconds.push((performance.now() - from) / 1000)
      if ('fault' in reading || reading.columns[reading.column].name !== 'TMAX') throw new Error('not TMAX')
    }
    bench.record({
      name: '200,000 rows of five columns, from bytes to a series',
      measured: `${(bytes.length / 1e6).toFixed(0)} MB, the median of ${rounds}`,
      value: quantile(seconds, 0.5),
      unit: 's',
      atMost: 1,
    })

    const { address, browser } = await bench.app()
    const folder = await mkdtemp(join(tmpdir(), 'ravine-bench-'))
    try {
      const path = join(folder, 'station.csv')
      const text = stationFile(430_000)
      await writeFile(path, text)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(`${address}#/averages-lab`)
      await page.waitForFunction(() => 'ravine' in window)
      await page.evaluate(() => window.ravine.ready)
      await page.getByRole('button', { name: 'Use your own series', exact: true }).click()
      await page.waitForTimeout(500)
      const says = (part: string) =>
        page.waitForFunction(
          (expected) => document.querySelector('.Own-sentence')?.textContent.includes(expected) === true,
          part,
          { timeout: 120_000 },
        )
      for (const [name, act] of [
        [
          'chosen and previewed',
          async () => {
            await page.getByLabel('Choose a file').setInputFiles(path)
            await says('of "TMAX"')
          },
        ],
        [
          'another column',
          async () => {
            await page.getByRole('button', { name: 'Take TMIN' }).click()
            await says('of "TMIN"')
          },
        ],
        [
          'its numbers are taken',
          async () => {
            await page.getByRole('button', { name: 'Use these numbers' }).click()
            await page.waitForTimeout(1500)
          },
        ],
      ] as const) {
        const time = await longestTask(browser, page, async () => {
          await act()
          await page.waitForTimeout(300)
        })
        bench.record({
          name: `a file of ${(text.length / 1e6).toFixed(0)} MB, ${name}`,
          measured: 'the longest task of the main thread',
          value: time,
          unit: 'ms',
          atMost: 50,
        })
      }
      await page.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
} satisfies Benchmark
