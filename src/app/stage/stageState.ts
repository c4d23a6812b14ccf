// What the stage shows besides the experiment: the place in the lecture, the counted votes, what keys switched on. The
// place and the votes survive a reload of the tab, because some clickers have F5 as a key.

import { create } from 'zustand'
import { counted } from './walk.ts'
import { store, stored } from '../../document/stored.ts'

export type Laser = 'off' | 'dot' | 'ink'

export interface StageState {
  /** The lesson's or the path's name. */
  readonly way: string
  /** The place on the way. */
  readonly index: number
  /** Votes by the step's name. */
  readonly votes: Readonly<Record<string, readonly number[]>>
  /** Which of the step's pictures is large. Default: the step's own choice. */
  readonly picture: number | undefined
  readonly words: boolean
  readonly bars: boolean
  readonly blank: boolean
  readonly frozen: boolean
  readonly laser: Laser
  readonly zoomed: boolean
  readonly controls: boolean
  readonly qr: boolean
  /** The step's exercise covers the picture. */
  readonly exercise: boolean
  /** Increases with every pinned ghost. */
  readonly ghosts: number
  /** The number of consoles that control it. */
  readonly consoles: number
}

const storageKey = 'ravine.stage'
const fresh: StageState = {
  way: '',
  index: 0,
  votes: {},
  picture: undefined,
  words: true,
  bars: true,
  blank: false,
  frozen: false,
  laser: 'off',
  zoomed: false,
  controls: false,
  qr: false,
  exercise: false,
  ghosts: 0,
  consoles: 0,
}

/** Returns the usable part of what the tab has stored. */
export function stageFrom(text: string | null): StageState {
  try {
    const kept = JSON.parse(text ?? '{}') as Record<string, unknown> | null
    const { way, index, votes } = kept ?? {}
    const isVotes = (value: unknown): value is readonly number[] =>
      Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0)
    const hands = typeof votes === 'object' && votes !== null ? Object.entries(votes) : []
    return {
      ...fresh,
      way: typeof way === 'string' ? way : '',
      index: Number.isSafeInteger(index) && (index as number) >= 0 ? (index as number) : 0,
      votes: Object.fromEntries(hands.filter(([, value]) => isVotes(value))) as StageState['votes'],
    }
  } catch {
    return fresh
  }
}

export const useStage = create<StageState>()(() => stageFrom(stored('sessionStorage', storageKey) ?? null))

useStage.subscribe(
  ({ way, index, votes }) => void store('sessionStorage', storageKey, JSON.stringify({ way, index, votes })),
)

export const setStage = (change: Partial<StageState>): void => useStage.setState(change)

/** Moves to a place on a way and resets what belonged to the previous place. */
export function goTo(way: string, index: number): void {
  const { picture: _, ...kept } = useStage.getState()
  const closed = { zoomed: false, controls: false, qr: false, exercise: false }
  useStage.setState({ ...kept, ...closed, picture: undefined, way, index })
}

export function countHand(name: string, answers: number, answer: number, by: number): void {
  const { votes } = useStage.getState()
  setStage({ votes: { ...votes, [name]: counted(votes[name] ?? [], answers, answer, by) } })
}

export function clearVotes(name: string): void {
  const { [name]: _, ...votes } = useStage.getState().votes
  setStage({ votes })
}

/** Call when the stage is left: the next class starts at the beginning and keeps the counted votes. */
export const leaveWay = (): void => setStage({ ...fresh, votes: useStage.getState().votes })

const lasers: Readonly<Record<Laser, Laser>> = { off: 'dot', dot: 'ink', ink: 'off' }
export const nextLaser = (): void => setStage({ laser: lasers[useStage.getState().laser] })
