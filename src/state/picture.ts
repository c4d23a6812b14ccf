// Asks for pictures of the surface: one ask is under way at a time, the newest wish waits, and a picture that is already
// there is not painted again.

import { startPainter } from '../worker/address.ts'
import type { PictureReply, PictureRequest } from '../worker/picture.ts'

export type { PictureReply } from '../worker/picture.ts'

export type PictureWish = Omit<PictureRequest, 'id'>

export class Painter {
  private worker: Worker | undefined
  private asked = 0
  private underWay: PictureWish | undefined
  private waiting: PictureWish | undefined
  private last = ''
  private readonly show: (reply: PictureReply, wish: PictureWish) => void

  constructor(show: (reply: PictureReply, wish: PictureWish) => void) {
    this.show = show
  }

  wish(wish: PictureWish): void {
    const key = JSON.stringify(wish)
    if (key === this.last) return
    this.last = key
    this.waiting = wish
    this.ask()
  }

  close(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.underWay = this.waiting = undefined
    this.last = ''
  }

  private ask(): void {
    if (this.underWay || !this.waiting) return
    this.underWay = this.waiting
    this.waiting = undefined
    this.worker ??= this.hire()
    this.worker.postMessage({ ...this.underWay, id: ++this.asked })
  }

  private hire(): Worker {
    const worker = startPainter()
    worker.addEventListener('message', ({ data }: MessageEvent<PictureReply>) => {
      const wish = this.underWay
      if (data.id !== this.asked || !wish) return
      this.underWay = undefined
      this.show(data, wish)
      this.ask()
    })
    worker.addEventListener('error', () => this.close())
    return worker
  }
}
