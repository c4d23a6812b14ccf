// Asks a worker one question at a time per lane. The newest question waits, and the ones in between are dropped. A
// reply whose id is not that of the pending question is dropped. Questions lost with a worker are asked again.

import type { Clock } from './clock.ts'
import { WorkerHost, type HostedWorker } from './workerHost.ts'

export type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never

export interface Question<Request, Reply> {
  /** Returns the message and its transfer list. `generation` changes after the worker was replaced. */
  request(generation: number): readonly [WithoutId<Request>, Transferable[]?]
  received(reply: Reply): void
  /** Whether a reply is the last one. Default: every reply is. */
  isLast?(reply: Reply): boolean
  /** The worker could not answer this question. It still answers others. */
  refused?(fault: string): void
}

export interface Answer {
  readonly id: number
  readonly fault?: string | undefined
}

interface Lane<Request, Reply> {
  id: number
  underWay: Question<Request, Reply> | undefined
  waiting: Question<Request, Reply> | undefined
}

export interface ClientOptions<Request, Reply> {
  readonly spawn: () => HostedWorker<Request, Reply>
  /** Milliseconds a question may take without any message. */
  readonly patience: number
  /** The worker kept dying. `retry` tries again. */
  readonly failed: (retry: () => void) => void
  /** The client was closed, so nobody needs its worker any more. */
  readonly closed?: (retry: () => void) => void
  readonly clock?: Clock
}

export class WorkerClient<Request extends { readonly id: number }, Reply extends Answer> {
  private readonly host: WorkerHost<Request, Reply>
  private readonly lanes = new Map<string, Lane<Request, Reply>>()
  private ids = 0

  constructor(private readonly options: ClientOptions<Request, Reply>) {
    const { spawn, patience, failed, clock } = options
    this.host = new WorkerHost(
      spawn,
      {
        received: (reply) => this.receive(reply),
        restarted: () => this.askAgain(),
        failed: () => failed(this.host.retry),
        isAsked: () => this.isBusy,
      },
      { patience, clock },
    )
  }

  get isBusy(): boolean {
    for (const { underWay } of this.lanes.values()) if (underWay) return true
    return false
  }

  /** Asks when the lane is free. Replaces a question that waits there. */
  ask(question: Question<Request, Reply>, name = ''): void {
    let lane = this.lanes.get(name)
    if (!lane) this.lanes.set(name, (lane = { id: 0, underWay: undefined, waiting: undefined }))
    lane.waiting = question
    this.next(lane)
  }

  /** Drops every question and terminates the worker. */
  close(): void {
    this.lanes.clear()
    this.host.close()
    this.options.closed?.(this.host.retry)
  }

  private next(lane: Lane<Request, Reply>): void {
    if (lane.underWay || !lane.waiting) return
    this.host.start()
    if (!this.host.isReady) return
    const isFirst = !this.isBusy
    const question = (lane.underWay = lane.waiting)
    lane.waiting = undefined
    const [request, transfer] = question.request(this.host.generation)
    lane.id = ++this.ids
    this.host.post({ ...request, id: lane.id } as unknown as Request, transfer)
    this.host.expect(isFirst)
  }

  private receive(reply: Reply): void {
    for (const [name, lane] of this.lanes) {
      const { underWay } = lane
      if (!underWay || lane.id !== reply.id) continue
      const isLast = reply.fault !== undefined || (underWay.isLast?.(reply) ?? true)
      if (isLast) lane.underWay = undefined
      if (reply.fault === undefined) underWay.received(reply)
      else underWay.refused?.(reply.fault)
      if (!isLast) return
      this.next(lane)
      if (!lane.underWay && this.lanes.get(name) === lane) this.lanes.delete(name)
      if (this.isBusy) this.host.expect(false)
      return
    }
  }

  private askAgain(): void {
    for (const lane of this.lanes.values()) {
      lane.waiting ??= lane.underWay
      lane.underWay = undefined
      this.next(lane)
    }
  }
}
