// The averages lab as a route: what window.ravine shows while it is open.

import { useEffect } from 'react'
import { AveragesLab } from '../panels/averages/AveragesLab.tsx'
import { useAverages } from '../state/averages.ts'
import { averagesDrawn, averagesFingerprint } from '../state/averagesPicture.ts'
import { showAs } from './ravine.ts'

export function AveragesRoute() {
  useEffect(() => {
    let open = true
    void averagesDrawn().then(
      () =>
        open &&
        showAs({
          experiment: () => useAverages.getState().experiment,
          step: () => useAverages.getState().view.day,
          hash: averagesFingerprint,
        }),
    )
    return () => {
      open = false
      showAs(undefined)
    }
  }, [])
  return <AveragesLab />
}
