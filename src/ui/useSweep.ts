// Moves a value through its range in four seconds and back, eased at the ends, as a user would to see more than one
// value. With reduced motion it stops at five places instead.

import { useEffect, useEffectEvent, useState } from 'react'
import { isMotionReduced } from '../styles/motion.ts'

/** Milliseconds in each direction. */
const there = 4000
const stills = 4

/** Returns the position in the range, 0 … 1, after a number of milliseconds. */
export function sweptPlace(elapsed: number, still: boolean): number {
  const share = Math.min(1, Math.max(0, elapsed / there))
  const way = elapsed > there ? Math.max(0, 2 - elapsed / there) : share
  const eased = way * way * (3 - 2 * way)
  return still ? Math.round(way * stills) / stills : eased
}

export interface Sweeping {
  /** Sets the position in the range, 0 … 1. */
  go(place: number): void
  /** Returns to where it began. */
  back(): void
  /** The sweep has ended. */
  rest(): void
}

/** Returns whether it is sweeping, and a function that starts or stops it. A stopped sweep stays where it is. */
export function useSweep(sweeping: Sweeping): readonly [boolean, () => void] {
  const [on, setOn] = useState(false)
  const go = useEffectEvent(sweeping.go)
  const back = useEffectEvent(sweeping.back)
  const rest = useEffectEvent(sweeping.rest)
  useEffect(() => {
    if (!on) return
    const still = isMotionReduced()
    let frame = 0
    let begun: number | undefined
    let done = false
    const end = (): void => {
      if (done) return
      done = true
      rest()
    }
    const travel = (now: number): void => {
      begun ??= now
      const elapsed = now - begun
      if (elapsed < 2 * there) {
        go(sweptPlace(elapsed, still))
        frame = requestAnimationFrame(travel)
        return
      }
      back()
      end()
      setOn(false)
    }
    frame = requestAnimationFrame(travel)
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      back()
      setOn(false)
    }
    addEventListener('keydown', leave)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('keydown', leave)
      end()
    }
  }, [on])
  return [on, () => setOn(!on)]
}
