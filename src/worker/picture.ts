// The protocol of the worker that paints surfaces.

import type { Landscape } from '../engine/objectives/objective.ts'
import type { PaperColors } from '../engine/picture/index.ts'
import type { SentObjective } from './ownData.ts'

export type Rectangle = readonly [xFrom: number, xTo: number, yFrom: number, yTo: number]

export interface SurfaceColors {
  /** From the valley's floor to the walls. */
  readonly stops: readonly string[]
  readonly ink: string
}

export interface PictureRequest {
  readonly id: number
  /** Absent: the surface of the previous picture. */
  readonly surface?: { readonly sent: SentObjective; readonly seed: number }
  readonly view: Rectangle
  /** θ₁ across and θ₀ up. */
  readonly swapped: boolean
  /** In device pixels. 0: only describe the landscape. */
  readonly width: number
  readonly height: number
  readonly colors: SurfaceColors
  /** Device pixels per CSS pixel. */
  readonly ratio: number
  /** Letter size of the line labels in CSS pixels. */
  readonly letter: number
  /** For the stage: the surface as cut paper, with sheets counted from the start. */
  readonly paper?: {
    readonly colors: PaperColors
    readonly start: readonly number[]
    /** In pixels of the picture. */
    readonly lineWidth: number
    readonly reach: number
    readonly drop: number
  }
}

export interface PictureReply {
  readonly id: number
  readonly landscape?: Pick<Landscape, 'minima' | 'saddles' | 'eigenvalues' | 'view'> & {
    /** J at the deepest minimum. */
    readonly least?: number
  }
  readonly bitmap?: ImageBitmap
  /** Where contour lines have gaps for their labels, in the picture's own axes. */
  readonly marks?: readonly {
    readonly x: number
    readonly y: number
    readonly value: number
    readonly strong: boolean
  }[]
  /** For cut paper: where words would cover nothing but wall, `top`, `bottom` or both. */
  readonly walls?: string
  readonly fault?: string
}
