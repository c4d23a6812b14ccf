// How a handle finds the plot that it lies in.

import { createContext } from 'react'
import type { Stage } from './stage.ts'

/** A getter: handles mount before the stage does. */
export const StageContext = createContext<() => Stage | null>(() => null)
