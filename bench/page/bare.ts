// What a page without an app achieves on the same machine: a worker that computes in slices of half a millisecond, six
// canvases drawn in each frame, a range input. Limits in milliseconds depend on the machine, and this page shows how
// much of a figure is due to the browser and the machine.
import type { Browser, Page } from 'playwright'

const side = { width: 460, height: 400 }

async function barePage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const canvas = `<canvas width="${side.width}" height="${side.height}"></canvas>`
  await page.setContent(`<input type="range" min="0" max="1" step="any">${canvas.repeat(6)}`)
  return page
}

/** In the page: a worker at full load that returns a buffer between two slices. */
function loadedWorker(): Worker {
  const source = `
    let x = 1
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      const end = performance.now() + 0.5
      while (performance.now() < end) for (let i = 0; i < 200; i++) x = Math.sqrt(x + i)
      port2.postMessage(null)
    }
    port2.postMessage(null)
    onmessage = ({ data }) => postMessage(data, [data])`
  return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
}

/**
 * Returns milliseconds of script per frame, where each frame does a fixed amount of arithmetic and draws a rectangle on
 * each canvas.
 */
export async function bareFrames(browser: Browser, milliseconds: number): Promise<number[]> {
  const page = await barePage(browser)
  await page.addScriptTag({ content: `${loadedWorker}` })
  const frames = await page.evaluate(
    async ({ milliseconds, width, height }) => {
      loadedWorker()
      const pens = [...document.querySelectorAll('canvas')].map((canvas) => canvas.getContext('2d')!)
      const compute = (times: number): number => {
        let x = 1
        for (let i = 0; i < times; i++) x = Math.sqrt(x + i)
        return x
      }
      const timed = (work: () => unknown): number => {
        const from = performance.now()
        work()
        return performance.now() - from
      }
      // The shortest of many, because the others were interrupted.
      const many = 2_000_000
      const shortest = Math.min(...Array.from({ length: 30 }, () => timed(() => compute(many))))
      const times = Math.round((many * milliseconds) / shortest)
      const spent: number[] = []
      await new Promise<void>((resolve) => {
        const frame = (): void => {
          if (spent.length === 200) return resolve()
          requestAnimationFrame(frame)
          const draw = (pen: CanvasRenderingContext2D): void => {
            pen.clearRect(0, 0, width, height)
            pen.fillRect(spent.length, 20, 30, 30)
          }
          spent.push(timed(() => (compute(times), pens.forEach(draw))))
        }
        frame()
      })
      return spent.slice(20)
    },
    { milliseconds, ...side },
  )
  await page.context().close()
  return frames
}

/** Returns milliseconds from an input event to the buffer that the worker returns, while the canvases are drawn. */
export async function bareAnswers(browser: Browser, moves: number): Promise<number[]> {
  const page = await barePage(browser)
  await page.addScriptTag({ content: `${loadedWorker}` })
  const answers = await page.evaluate(
    async ({ moves, width, height }) => {
      const worker = loadedWorker()
      const slider = document.querySelector('input')!
      const pens = [...document.querySelectorAll('canvas')].map((canvas) => canvas.getContext('2d')!)
      const answers: number[] = []
      let at = 0
      worker.onmessage = () => void answers.push(performance.now() - at)
      slider.addEventListener('input', () => {
        at = performance.now()
        const buffer = new ArrayBuffer(1 << 17)
        worker.postMessage(buffer, [buffer])
      })
      const frame = (): void => {
        for (const pen of pens) {
          pen.clearRect(0, 0, width, height)
          pen.fillRect(answers.length, 20, 30, 30)
        }
        requestAnimationFrame(frame)
      }
      frame()
      for (let i = 0; i < moves; i++) {
        // At varying moments within a frame, like a user.
        await new Promise((resolve) => setTimeout(resolve, 90 + (i % 17)))
        slider.value = String(i / moves)
        slider.dispatchEvent(new Event('input'))
      }
      await new Promise((resolve) => setTimeout(resolve, 200))
      return answers
    },
    { moves, ...side },
  )
  await page.context().close()
  return answers
}
