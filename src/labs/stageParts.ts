// What a lab brings to the projector: the pictures of free play, and how figures of lessons fill the wall. The stage uses
// this contract and knows no lab by name.

import type { ComponentType } from 'react'
import type { FigureName } from '../course/figures.ts'
import { remembered } from '../fetch/retried.ts'
import type { Room } from '../panels/stageMap/stageFrame.ts'
import type { LabId } from './index.ts'
import type { Lab } from './lab.ts'
import type { FigureProps } from './lessonParts.ts'
import type { Phenomenon } from './phenomenon.ts'

/** How a picture fits on the wall. */
export interface WallProps {
  /** What words and cards cover. */
  readonly room: Room
  /** Only where the runs are. */
  readonly zoomed: boolean
  /** What an unchanged document shows of a map. Default: what its runs need. */
  readonly box?: readonly number[] | undefined
}

/** A picture of free play, which a key turns to. */
export interface WallPicture {
  readonly key: string
  /** It fills the wall; other pictures are on a sheet of paper. */
  readonly fills?: boolean
  readonly Picture: ComponentType<WallProps>
}

/** How the gallery's entries are scenes of a lab. */
export interface GalleryScenes {
  /** A document for each entry, so an entry has one number in addresses. Only the lab's own entries are opened. */
  presets(all: readonly Phenomenon[]): readonly object[]
  /** The index of the entry on show. */
  useAt(): number
  /** Plays the entry from its beginning. */
  play?(): void
  /** Returns what brings the document back as it is now. */
  keep(): () => void
}

export interface StageParts {
  readonly lab: Lab
  /** The title of free play. */
  useTitle(): string
  /** The pictures of free play. */
  usePictures(): readonly WallPicture[]
  /** Some controls of free play: all, or the one among the presenter's tools. */
  readonly Controls?: ComponentType<{ readonly only: 'all' | 'one' }>
  /** Moves through time. */
  readonly Time?: ComponentType
  readonly gallery?: GalleryScenes
  /** Figures of lessons that fill the wall. The others are on a sheet of paper, as on a page. */
  readonly figures: Readonly<Partial<Record<FigureName, ComponentType<FigureProps & WallProps>>>>
  /** Figures of lessons that are maps. Words lie on a map's walls. */
  readonly maps: readonly FigureName[]
}

export const stageParts: Readonly<Record<LabId, () => Promise<StageParts>>> = {
  descent: remembered(async () => (await import('./descent/stage.tsx')).parts),
  averages: remembered(async () => (await import('./averages/stage.tsx')).parts),
  map: remembered(async () => (await import('./map/stage.tsx')).parts),
}
