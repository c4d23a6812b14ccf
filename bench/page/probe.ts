// What a benchmark puts into the page before the app starts: it hears React's commits, the frames, and what goes to and
// from workers, and adds up the time of the app's own callbacks in each frame. In the page it is window.probe.
import type { Browser, Page } from 'playwright'

export interface Probe {
  /** Commits of React so far. */
  commits: number
  /** Milliseconds in frame callbacks and workers' messages, a number a frame. */
  readonly frames: number[]
  /** Of every chunk of rows: when it came, in which frame, and the run's last step. */
  readonly chunks: { at: number; frame: number; step: number }[]
  /** Pictures of surfaces that were asked for. */
  pictures: number
  readonly workers: string[]
  /** The last request that opened a run, and the last that named an objective. */
  open: unknown
  objective: unknown
  /** Milliseconds from an input event to the first rows of a run that it opened, one an event. */
  readonly toRows: number[]
  /** Frames from an input event to the first that drew after those rows came. */
  readonly toPaint: number[]
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in the page; nothing from outside is in its scope. */
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
  // Of the newest input: when, in which frame, and the first run that it opened.
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
  // A slider moves by its own steps on an arrow key, and then there is no input event.
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

/** A page with the probe, at a route, its first rows drawn. */
export async function probed(browser: Browser, address: string, route: string): Promise<Page> {
  // Without the policy a benchmark may start a worker of its own beside the app's.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  await page.addInitScript(install)
  await page.goto(`${address}#/${route}`)
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
  await page.waitForTimeout(1000)
  return page
}
