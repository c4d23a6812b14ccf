// Instrumentation injected into the page before the app starts: counts React's commits and frames, records messages to
// and from workers, and sums the time of the app's own callbacks per frame. In the page it is window.probe.
import type { Browser, Page } from 'playwright'

export interface Probe {
  /** Number of React commits. */
  commits: number
  /** Milliseconds in frame callbacks and worker messages, one number per frame. */
  readonly frames: number[]
  /** For every chunk of rows: its time, its frame, and the run's last step. */
  readonly chunks: { at: number; frame: number; step: number }[]
  /** Number of surface pictures requested. */
  pictures: number
  readonly workers: string[]
  /** The last request that opened a run, and the last that named an objective. */
  open: unknown
  objective: unknown
  /** Milliseconds from an input event to the first rows of a run it opened, one number per event. */
  readonly toRows: number[]
  /** Frames from an input event to the first one that drew after those rows arrived. */
  readonly toPaint: number[]
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in the page, so it must not use anything from outside. */
function install(): void {
  const probe: Probe = {
    commits: 0,
    frames: [],
    chunks: [],
    pictures: 0,
    workers: [],
    open: undefined,
    objective: undefined,
    toRows: [],
    toPaint: [],
  }
  window.probe = probe
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    value: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE() {},
      onScheduleFiberRoot() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onCommitFiberRoot: () => void probe.commits++,
    },
  })
  let spent = 0
  let frame = 0
  let last = 0
  // The newest input: its time, its frame, and the first run it opened.
  let asked = { at: 0, frame: 0, first: Infinity, came: true, drawn: true }
  const timed = <T extends unknown[]>(work: (...values: T) => unknown, ...values: T): void => {
    const from = performance.now()
    work(...values)
    spent += performance.now() - from
  }
  const nextFrame = window.requestAnimationFrame.bind(window)
  const begin = (now: number): void => {
    if (now === last) return
    last = now
    frame++
    probe.frames.push(spent)
    spent = 0
  }
  const tick = (now: number): void => {
    begin(now)
    nextFrame(tick)
  }
  nextFrame(tick)
  window.requestAnimationFrame = (work) =>
    nextFrame((now) => {
      begin(now)
      timed(work, now)
    })
  const { stroke } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.stroke = function (this: CanvasRenderingContext2D, path?: Path2D) {
    if (asked.came && !asked.drawn) {
      asked.drawn = true
      probe.toPaint.push(frame - asked.frame)
    }
    return path ? stroke.call(this, path) : (stroke as () => void).call(this)
  }
  const ask = (): void => {
    asked = { at: performance.now(), frame, first: Infinity, came: false, drawn: false }
  }
  addEventListener('input', ask, { capture: true })
  // An arrow key moves a slider by its own steps, without an input event.
  addEventListener('keydown', (event) => (event as KeyboardEvent).key.startsWith('Arrow') && ask(), {
    capture: true,
  })
  const Plain = window.Worker
  window.Worker = class extends Plain {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options)
      probe.workers.push(String(address))
    }
    override postMessage(
      message: { type?: string; run?: number },
      rest?: Transferable[] | StructuredSerializeOptions,
    ): void {
      if (message.type === 'open') {
        probe.open = message
        if (!asked.came) asked.first = Math.min(asked.first, message.run!)
      } else if (message.type === 'objective') probe.objective = message
      else if ('colors' in message) probe.pictures++
      super.postMessage(message, rest as Transferable[])
    }
    override addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void {
      if (type !== 'message') return super.addEventListener(type, listener, options)
      super.addEventListener(type, (event) => {
        const { data } = event as MessageEvent<{ type?: string; run?: number; rows?: number; step?: number }>
        if (data.type === 'chunk') probe.chunks.push({ at: performance.now(), frame, step: data.step! })
        timed(listener as (event: Event) => void, event)
        if (asked.came || data.type !== 'chunk' || data.run! < asked.first || data.rows === 0) return
        asked.came = true
        probe.toRows.push(performance.now() - asked.at)
      })
    }
  }
}

/** Opens a page with the probe at a route and waits for its first rows. */
export async function probed(browser: Browser, address: string, route: string): Promise<Page> {
  // Without the content policy a benchmark may start its own worker next to the app's.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  await page.addInitScript(install)
  await page.goto(`${address}#/${route}`)
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
  await page.waitForTimeout(1000)
  return page
}
