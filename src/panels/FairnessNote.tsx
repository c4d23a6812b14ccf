// A note below every comparison: whether it is fair, and a button that makes it so.

import { useEffect } from 'react'
import { networkWords } from '../i18n/areas/network.ts'
import { useWords } from '../i18n/index.ts'
import { examplesSeen, shapeOf } from '../state/axis.ts'
import { changeExperiment, settle, useExperiment } from '../state/experiment.ts'
import { search, useFairness, verdict } from '../state/fairness.ts'
import { Button } from '../ui/Button.tsx'
import { useOwnWords } from '../state/arriving.ts'
import labStyles from '../ui/Lab.module.css'

export function FairnessNote() {
  const words = useWords()
  const found = useFairness()
  useEffect(searchAtRest, [])
  const { fair, unfair, ownAlpha, unequalSteps, tooFew, bestAlpha } = words.playground
  const sentences = {
    alone: tooFew,
    same: unfair,
    unequal: unequalSteps,
    best: fair,
    own: ownAlpha,
  }
  const is = useExperiment(({ experiment }) => verdict(experiment, found))
  useOwnWords(is !== 'unknown')
  const byExamples = useExperiment(({ view }) => view.axis !== 'step')
  const searched = useExperiment(({ experiment }) => found.experiment === experiment)
  if (is === 'unequal' && byExamples) return <SameExamples />
  // An empty paragraph that takes no space.
  if (is === 'unknown') return <p className={labStyles.fairness} />
  const canImprove = is === 'own' || (is === 'same' && searched)
  return (
    <p className={labStyles.fairness}>
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

/** Searches for the best α whenever the document comes to rest. Returns an unsubscribe function. */
function searchAtRest(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (): void => {
    clearTimeout(timer)
    const { experiment, editing } = useExperiment.getState()
    if (editing === undefined) timer = setTimeout(() => search(experiment), 150)
  }
  soon()
  const unsubscribe = useExperiment.subscribe((now, before) => {
    if (now.experiment !== before.experiment || now.editing !== before.editing) soon()
  })
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}

/** Compares runs of different batch sizes by examples read: equally many each, whatever the number of updates. */
function SameExamples() {
  const words = useWords(networkWords)
  const { experiment } = useExperiment()
  const read = experiment.runs.map((_, run) => shapeOf(run)).map((shape) => examplesSeen(shape, shape.steps))
  const most = Math.max(...read)
  const { sameExamples, otherExamples, sameEpochs } = words.network
  if (read.every((one) => one === most)) return <p className={labStyles.fairness}>{sameExamples}</p>
  return (
    <p className={labStyles.fairness}>
      <span>{otherExamples}</span>
      <Button
        onClick={() => {
          changeExperiment('epochs', (before) => ({
            ...before,
            runs: before.runs.map((run, i) => {
              const { m, stepsPerEpoch } = shapeOf(i)
              return { ...run, steps: Math.min(10_000_000, Math.ceil(most / m) * stepsPerEpoch) }
            }),
          }))
          settle()
        }}
      >
        {sameEpochs}
      </Button>
    </p>
  )
}
