// "Compare with": where a custom rule and a built-in one first differ, or that they agree to the last bit.

import { useEffect, useState } from 'react'
import type { DescentExperiment } from '../../engine/experiment.ts'
import type { Comparison } from '../../engine/language/compare.ts'
import { ruleWords } from '../../i18n/areas/rule.ts'
import { fill, useWords, type Spoken } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { Choice } from '../../ui/Choice.tsx'
import { formatWhole } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { compareWith, originNamed, stepsCompared, useOriginGroups } from './origins.ts'
import { toldApart } from './toldApart.ts'
import styles from './RuleEditor.module.css'

/** Milliseconds without a change before comparing again. */
const rest = 120

export function Compare({ index }: { readonly index: number }) {
  const words = useWords(ruleWords)
  const own = words.rule
  const groups = useOriginGroups()
  const experiment = useExperiment((state) => state.experiment)
  const [chosen, choose] = useState('')
  const [found, setFound] = useState<{ readonly of: DescentExperiment; readonly comparison: Comparison }>()
  const origin = originNamed(chosen)
  useEffect(() => {
    if (!origin) return
    const timer = setTimeout(
      () => setFound({ of: experiment, comparison: compareWith(experiment, index, origin) }),
      rest,
    )
    return () => clearTimeout(timer)
  }, [experiment, index, origin])
  const name = groups.flatMap(({ options }) => options).find(({ value }) => value === chosen)?.label ?? ''
  return (
    <>
      <Choice
        label={own.compareWith}
        value={chosen}
        groups={[{ options: [{ value: '', label: own.nothing }] }, ...groups]}
        onChange={(key) => {
          setFound(undefined)
          choose(key)
        }}
      />
      {origin && (
        <p className={styles.compared} role="status">
          {found ? sentenceOf(own, found, name) : own.comparing}
        </p>
      )}
    </>
  )
}

function sentenceOf(
  own: Spoken<typeof ruleWords>['rule'],
  { of, comparison }: { readonly of: DescentExperiment; readonly comparison: Comparison },
  name: string,
): string {
  if (comparison.same) {
    const { steps } = comparison
    return fill(steps < stepsCompared(of) ? own.ended : own.same, { name, steps: formatWhole(steps) })
  }
  const { step, component, own: mine, other } = comparison
  const [first, second] = toldApart(mine, other)
  const { kind } = of.objective
  return fill(own.differs, {
    name,
    step: formatWhole(step),
    component: kind === 'network' ? `θ[${component}]` : axisNames(kind)[component],
    own: Number.isNaN(mine) ? own.gone : first,
    other: Number.isNaN(other) ? own.gone : second,
  })
}
