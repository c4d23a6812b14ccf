// Tries a challenge on the averages whenever they come to rest.

import { useEffect } from 'react'
import type { WatchProps } from '../../../course/ChallengePanel.tsx'
import { useAverages } from '../document.ts'
import { averagesFactsOf } from './facts.ts'
import { judgeCurves } from './judge.ts'

export function Watch({ challenge, controls, onOutcome }: WatchProps) {
  const experiment = useAverages((state) => (state.editing === undefined ? state.experiment : undefined))
  useEffect(() => {
    if (!experiment) return
    const preset = useAverages.getState().preset.experiment
    onOutcome(judgeCurves(challenge, preset, controls, averagesFactsOf(experiment)))
  }, [experiment, challenge, controls, onOutcome])
  return null
}
