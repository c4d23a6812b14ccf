// The batch under the microscope: the run and step picked from the cost, and the data received for it.

import { create } from 'zustand'

export interface Microscope {
  readonly run: number
  /** The step t whose batch X^{t} is examined, or undefined. */
  readonly step: number | undefined
}

export const useMicroscope = create<Microscope>()(() => ({ run: 0, step: undefined }))

export function inspect(run: number, step: number | undefined): void {
  useMicroscope.setState({ run, step })
}
