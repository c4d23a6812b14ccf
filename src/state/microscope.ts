// The batch under the microscope: which run and step a person has picked from the cost, and what was seen of it.

import { create } from 'zustand'

export interface Microscope {
  readonly run: number
  /** The step t whose batch X^{t} is looked at; undefined: none. */
  readonly step: number | undefined
}

export const useMicroscope = create<Microscope>()(() => ({ run: 0, step: undefined }))

export function inspect(run: number, step: number | undefined): void {
  useMicroscope.setState({ run, step })
}
