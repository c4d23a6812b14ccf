// The averages lab during drags: β over 200,000 days with 8 curves, and over a million days. Measures the main thread's
// CPU time per slider move, while the worker smooths and thins, and its longest task when opening files, good and bad.
import { smooth } from '../src/engine/smooth.ts'
import { quantile, type Benchmark } from './measure.ts'
import { ownSeries } from './page/ownSeries.ts'

const moves = 120
const eight = [0.9, 0.98, 0.5, 0.95, 0.8, 0.99, 0.7, 0.999]

/** A plain loop, as in a notebook. */
function plainLoop(theta: Float64Array, beta: number): Float64Array {
  const v = new Float64Array(theta.length)
  let last = 0
  for (let i = 0; i < theta.length; i++) {
    last = beta * last + (1 - beta) * theta[i]
    v[i] = last
  }
  return v
}

export default {
  title: 'a long series and eight averages',
  async run(bench) {
    const theta = Float64Array.from({ length: 200_000 }, (_, i) => ((i * 7919) % 1000) / 10)
    const out = new Float64Array(theta.length)
    await bench.compare({
      name: 'one average of 200,000 days',
      a: { label: 'the engine', run: () => smooth(theta, 0.9, false, out), work: theta.length },
      b: { label: 'a plain loop', run: () => plainLoop(theta, 0.9), work: theta.length },
      unit: 'days',
      check: (a, b) => {
        if (a.some((value, i) => value !== b[i])) throw new Error('the averages differ')
      },
      atLeast: 0.5,
    })

    const app = await bench.app()
    const { address, browser } = app
    for (const [years, name] of [
      [548, '200,020 days'],
      [2740, '1,000,100 days'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(
        `${address}#/averages-lab?series=synthetic&series.years=${years}&betas=${eight.join(',')}`,
      )
      await page.waitForFunction(() => 'ravine' in window)
      await page.evaluate(() => window.ravine.ready)
      await page.waitForTimeout(3000)
      const session = await page.context().newCDPSession(page)
      // Use the main thread's own CPU time, so other processes on the machine do not count.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' })
      const spent = async (metric: string): Promise<number> => {
        const { metrics } = await session.send('Performance.getMetrics')
        return metrics.find((one) => one.name === metric)!.value * 1000
      }
      const track = page.getByRole('group', { name: 'Curve 1', exact: true }).locator('.Slider-track')
      const box = (await track.boundingBox())!
      const y = box.y + box.height / 2
      await page.mouse.move(box.x + box.width / 3, y)
      await page.mouse.down()
      const scripts: number[] = []
      const tasks: number[] = []
      for (let i = 0; i < moves; i++) {
        const [script, task] = [await spent('ScriptDuration'), await spent('TaskDuration')]
        await page.mouse.move(box.x + box.width * (1 / 3 + (i % 40) / 100), y)
        // By then this move's picture and its frame have arrived.
        await page.waitForTimeout(60)
        scripts.push((await spent('ScriptDuration')) - script)
        tasks.push((await spent('TaskDuration')) - task)
      }
      await page.mouse.up()
      bench.record({
        name: `β dragged over ${name}, 8 curves: scripts on the main thread, p95 of a move`,
        measured: `${moves} moves; median ${quantile(scripts, 0.5).toFixed(1)} ms; all tasks p95 ${quantile(tasks, 0.95).toFixed(1)} ms`,
        value: quantile(scripts, 0.95),
        unit: 'ms',
        atMost: years === 548 ? 8 : 16,
      })
      await page.close()
    }
    await ownSeries(bench, app)
  },
} satisfies Benchmark
