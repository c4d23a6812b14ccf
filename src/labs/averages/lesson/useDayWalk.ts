// A reveal of the averages lab: the bracket walks from the day of the question to the day of the answer.

import { useEffect, useState } from 'react'
import { lookAtAverages } from '../document.ts'
import { isMotionReduced } from '../../../styles/motion.ts'

/** Milliseconds that the walk takes, however many days it is. */
const duration = 1200

interface Way {
  readonly from: number
  readonly to: number
}

export interface DayWalk {
  readonly walking: boolean
  go(from: number, to: number): void
  /** To the end at once. */
  land(): void
}

export function useDayWalk(): DayWalk {
  const [way, setWay] = useState<Way>()
  useEffect(() => {
    if (!way) return
    let frame = 0
    let began: number | undefined
    const walk = (now: number): void => {
      const share = Math.min(1, (now - (began ??= now)) / duration)
      lookAtAverages({ day: Math.round(way.from + (way.to - way.from) * share) })
      if (share < 1) frame = requestAnimationFrame(walk)
      else setWay(undefined)
    }
    frame = requestAnimationFrame(walk)
    return () => cancelAnimationFrame(frame)
  }, [way])
  return {
    walking: way !== undefined,
    go(from, to) {
      const still = isMotionReduced()
      if (still || from === to) return
      lookAtAverages({ day: from })
      setWay({ from, to })
    },
    land() {
      if (way) lookAtAverages({ day: way.to })
      setWay(undefined)
    },
  }
}
