// How a handle finds its plot. The handle mounts before the plot's stage and is notified when there are scales.

import { createContext } from 'react'
import type { Scales } from './layer.ts'
import type { Stage } from './stage.ts'

export interface StageSlot {
  readonly stage: Stage | null
  readonly listeners: Set<(scales: Scales) => void>
  attach(stage: Stage | null): void
}

export function createStageSlot(): StageSlot {
  let stage: Stage | null = null
  return {
    get stage() {
      return stage
    },
    listeners: new Set(),
    attach(next) {
      stage = next
    },
  }
}

export const StageContext = createContext<StageSlot>(createStageSlot())
