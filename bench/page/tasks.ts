// Measures the page's main thread from the browser's trace. Passing a file by its path or dropping it costs the page
// nothing beyond what a user's action would, and a thread's own clock stops while another thread has its processor.
import type { Browser, Page } from 'playwright'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** Microseconds of wall time, and of thread time. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** Returns the complete events of the page's main threads during `act`. */
async function traced(
  browser: Browser,
  page: Page,
  category: string,
  act: () => Promise<void>,
): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories: [category] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  )
  return traceEvents.filter((event) => event.ph === 'X' && main.has(threadOf(event)))
}

/** Returns milliseconds. The last tasks that `act` causes must have run when its promise resolves. */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  const tasks = (await traced(browser, page, 'toplevel', act)).filter(({ name }) => name.endsWith('RunTask'))
  if (tasks.length === 0) throw new Error('the trace has no task of a page')
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000
}

/** Returns, for every frame, the milliseconds of thread time in its callbacks and in the messages before it. */
export async function scriptOfFrames(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number[]> {
  const events = (await traced(browser, page, 'devtools.timeline', act)).sort((a, b) => a.ts - b.ts)
  const frames: number[] = []
  let spent = 0
  let last = -Infinity
  for (const { name, ts, tdur } of events) {
    if (name !== 'FireAnimationFrame' && name !== 'HandlePostMessage') continue
    if (tdur === undefined) throw new Error('this browser’s trace has no time of the thread')
    // The callbacks of one frame follow each other immediately.
    if (name === 'FireAnimationFrame' && ts - last > 5000) {
      frames.push(spent)
      spent = 0
      last = ts
    }
    spent += tdur / 1000
  }
  return frames.slice(1)
}
