// A reveal in its order: the run plays, then the verdict comes, then the reasons. Enter, Escape or a button goes to the end.

import { useEffect, useEffectEvent, useState } from 'react'
import { isMotionReduced } from '../styles/motion.ts'

/** Milliseconds between the run's last step and the verdict. */
const breath = 150

export interface Landing {
  /** Revealed answers may be shown. */
  readonly landed: boolean
  depart(): void
  land(): void
}

/** `name`: the step's, as the course knows it; `moving`: what its reveal shows is still on its way. */
export function useLanding(name: string, moving: boolean, toTheEnd: () => void): Landing {
  const [flying, setFlying] = useState<string>()
  const landed = flying !== name
  const end = useEffectEvent(toTheEnd)
  useEffect(() => {
    if (landed || moving) return
    const timer = setTimeout(() => setFlying(undefined), breath)
    return () => clearTimeout(timer)
  }, [landed, moving])
  useEffect(() => {
    if (landed) return
    const skip = ({ key, target }: KeyboardEvent): void => {
      const isOwn = (target as Element).closest('button, input, select, a, [role="dialog"]') !== null
      if (key === 'Escape' || (key === 'Enter' && !isOwn)) end()
    }
    addEventListener('keydown', skip)
    return () => removeEventListener('keydown', skip)
  }, [landed])
  return {
    landed,
    depart() {
      if (!isMotionReduced()) setFlying(name)
    },
    land() {
      toTheEnd()
      setFlying(undefined)
    },
  }
}
