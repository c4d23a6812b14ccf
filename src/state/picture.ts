// Asks for pictures of the surface: one ask is under way at a time, the newest wish waits, and a picture that is already
// there is not painted again.

import type { ObjectiveSpec } from '../engine/experiment.ts'
import { startPainter } from '../worker/address.ts'
import { sent } from '../worker/ownData.ts'
import type { PictureReply, PictureRequest } from '../worker/picture.ts'

export type { PictureReply } from '../worker/picture.ts'

export interface PictureWish extends Omit<PictureRequest, 'id' | 'surface'> {
  readonly spec: ObjectiveSpec
  readonly seed: number
}

/** All but the surface, which is told apart by identity: own data are long. */
const frameOf = ({ spec: _, ...frame }: PictureWish): string => JSON.stringify(frame)

/** Milliseconds after which a worker that does not answer counts as lost; five million examples take a while. */
const patience = 10_000

export class Painter {
  private worker: Worker | undefined
  private asked = 0
  private underWay: PictureWish | undefined
  private waiting: PictureWish | undefined
  private last: { readonly spec: ObjectiveSpec; readonly frame: string } | undefined
  /** Whose surface the worker has. */
  private told: PictureWish | undefined
  private losses = 0
  private watch: ReturnType<typeof setTimeout> | undefined
  private readonly show: (reply: PictureReply, wish: PictureWish) => void

  constructor(show: (reply: PictureReply, wish: PictureWish) => void) {
    this.show = show
  }

  wish(wish: PictureWish): void {
    const frame = frameOf(wish)
    if (wish.spec === this.last?.spec && frame === this.last.frame) return
    this.last = { spec: wish.spec, frame }
    this.waiting = wish
    this.ask()
  }

  close(): void {
    clearTimeout(this.watch)
    this.worker?.terminate()
    this.worker = undefined
    this.underWay = this.waiting = this.last = this.told = undefined
  }

  private ask(): void {
    if (this.underWay || !this.waiting) return
    clearTimeout(this.watch)
    this.watch = setTimeout(() => this.again(), patience)
    this.underWay = this.waiting
    this.waiting = undefined
    this.worker ??= this.hire()
    const { spec, seed, ...frame } = this.underWay
    const known = spec === this.told?.spec && seed === this.told.seed
    const surface = known ? undefined : { sent: sent(spec), seed }
    this.told = this.underWay
    this.worker.postMessage({ ...frame, surface, id: ++this.asked } satisfies PictureRequest)
  }

  private hire(): Worker {
    const worker = startPainter()
    worker.addEventListener('message', ({ data }: MessageEvent<PictureReply>) => {
      const wish = this.underWay
      if (data.id !== this.asked || !wish) return
      clearTimeout(this.watch)
      this.underWay = undefined
      this.losses = 0
      this.show(data, wish)
      this.ask()
    })
    worker.addEventListener('error', () => this.again())
    return worker
  }

  /** A worker that failed or fell silent is replaced, and asked once more for the same picture. */
  private again(): void {
    const lost = this.waiting ?? this.underWay
    this.close()
    if (lost && this.losses++ < 3) this.wish(lost)
  }
}
