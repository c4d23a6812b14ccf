// What the page asks of the worker that paints surfaces, and what it gets.

import type { Landscape } from '../engine/objectives/objective.ts'
import type { SentObjective } from './ownData.ts'

export type Rectangle = readonly [xFrom: number, xTo: number, yFrom: number, yTo: number]

export interface SurfaceColors {
  readonly floor: string
  readonly wall: string
  readonly line: string
  readonly lineStrong: string
}

export interface PictureRequest {
  readonly id: number
  /** Absent: the surface of the picture before. */
  readonly surface?: { readonly sent: SentObjective; readonly seed: number }
  readonly view: Rectangle
  /** θ₁ across and θ₀ up. */
  readonly swapped: boolean
  /** In device pixels; 0: only the landscape is asked for. */
  readonly width: number
  readonly height: number
  readonly colors: SurfaceColors
}

export interface PictureReply {
  readonly id: number
  readonly landscape?: Pick<Landscape, 'minima' | 'saddles' | 'eigenvalues' | 'view'>
  readonly bitmap?: ImageBitmap
  /** The values of the contour lines. */
  readonly levels?: readonly number[]
  readonly fault?: string
}
