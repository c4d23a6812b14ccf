// Requests pictures of the surface. The newest request wins, and an existing picture is not painted again.

import type { ObjectiveSpec } from '../engine/experiment.ts'
import { startPainter } from '../worker/address.ts'
import { sent } from '../worker/ownData.ts'
import type { PictureReply, PictureRequest } from '../worker/picture.ts'
import { clientOf } from './failures.ts'

export type { PictureReply } from '../worker/picture.ts'

export interface PictureOptions extends Omit<PictureRequest, 'id' | 'surface'> {
  readonly spec: ObjectiveSpec
  readonly seed: number
}

/** Everything except the surface, which is compared by identity because own data are long. */
const frameOf = ({ spec: _, ...frame }: PictureOptions): string => JSON.stringify(frame)

/** Milliseconds after which a silent worker counts as lost. Five million examples take a while. */
const patience = 10_000

export class Painter {
  private readonly client = clientOf<PictureRequest, PictureReply>(startPainter, patience)
  private last: { readonly spec: ObjectiveSpec; readonly frame: string } | undefined
  /** The surface that the worker has. */
  private told:
    { readonly spec: ObjectiveSpec; readonly seed: number; readonly generation: number } | undefined

  /** Receives the pictures. */
  show: (reply: PictureReply, options: PictureOptions) => void = () => {}

  request(options: PictureOptions): void {
    const frame = frameOf(options)
    if (options.spec === this.last?.spec && frame === this.last.frame) return
    this.last = { spec: options.spec, frame }
    this.client.ask({
      request: (generation) => {
        const { spec, seed, ...rest } = options
        const { told } = this
        const known = spec === told?.spec && seed === told.seed && generation === told.generation
        this.told = { spec, seed, generation }
        return [{ ...rest, surface: known ? undefined : { sent: sent(spec), seed } }]
      },
      received: (reply) => this.show(reply, options),
    })
  }

  close(): void {
    this.client.close()
    this.last = undefined
  }
}
