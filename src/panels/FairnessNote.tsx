// Beneath every comparison: whether it is a fair one; and a button that makes it so.

import { useEffect } from 'react'
import { useWords } from '../i18n/index.ts'
import { changeExperiment, settle, useExperiment } from '../state/experiment.ts'
import { search, useFairness, verdict } from '../state/fairness.ts'
import { Button } from '../ui/Button.tsx'

export function FairnessNote() {
  const words = useWords()
  const { experiment, editing } = useExperiment()
  const found = useFairness()
  useEffect(() => {
    if (editing !== undefined) return
    const timer = setTimeout(() => search(experiment), 150)
    return () => clearTimeout(timer)
  }, [experiment, editing])
  const { fair, unfair, ownAlpha, unequalSteps, tooFew, bestAlpha } = words.playground
  const sentences = {
    alone: tooFew,
    same: unfair,
    unequal: unequalSteps,
    best: fair,
    own: ownAlpha,
    unknown: ' ',
  }
  const is = verdict(experiment, found)
  const canImprove = is === 'own' || (is === 'same' && found.experiment === experiment)
  return (
    <p className="fairness">
      <span>{sentences[is]}</span>
      {canImprove && (
        <Button
          onClick={() => {
            changeExperiment('best alpha', (before) => ({
              ...before,
              runs: before.runs.map((run, i) => ({ ...run, alpha: found.best[i].alpha })),
            }))
            settle()
          }}
        >
          {bestAlpha}
        </Button>
      )}
    </p>
  )
}
