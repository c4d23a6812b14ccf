// Workers and a clock driven by a test: it reads what was posted, replies, kills workers and advances time.

import type { Clock } from '../clock.ts'
import type { HostedWorker } from '../workerHost.ts'

export class FakeWorker<Request, Reply> implements HostedWorker<Request, Reply> {
  readonly posted: Request[] = []
  isAlive = true
  private readonly listeners = new Map<string, (event: never) => void>()

  postMessage(message: Request): void {
    this.posted.push(message)
  }
  terminate(): void {
    this.isAlive = false
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, listener)
  }
  answer(data: Reply): void {
    this.listeners.get('message')?.({ data } as never)
  }
  die(): void {
    this.isAlive = false
    this.listeners.get('error')?.({ preventDefault() {} } as never)
  }
}

/** A factory that remembers the workers it started. */
export function fakeWorkers<Request, Reply>() {
  const started: FakeWorker<Request, Reply>[] = []
  return {
    started,
    spawn(this: void): FakeWorker<Request, Reply> {
      const worker = new FakeWorker<Request, Reply>()
      started.push(worker)
      return worker
    },
    get latest(): FakeWorker<Request, Reply> {
      return started[started.length - 1]
    },
  }
}

export class FakeClock implements Clock {
  private time = 0
  private timers: { readonly at: number; readonly callBack: () => void }[] = []

  now(): number {
    return this.time
  }
  after(milliseconds: number, then: () => void): () => void {
    const timer = { at: this.time + milliseconds, callBack: then }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((one) => one !== timer)
    }
  }
  /** Advances time and runs due callbacks in order. */
  pass(milliseconds: number): void {
    const end = this.time + milliseconds
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
      if (!next) break
      this.timers.splice(this.timers.indexOf(next), 1)
      this.time = Math.max(this.time, next.at)
      next.callBack()
    }
    this.time = end
  }
}
