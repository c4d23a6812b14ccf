// Which optimizer wins on which surface with which budget, each at its own best α. A search fills it row by row.

import { useEffect, useRef, useState } from 'react'
import type { DescentExperiment, ObjectiveKind } from '../../../engine/experiment.ts'
import { objectives } from '../../../engine/objectives/index.ts'
import { featuredOptimizers, optimizers } from '../../../engine/optimizers/index.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../../i18n/index.ts'
import { findWinners, type Winner } from '../../../state/fairRace.ts'
import { notify } from '../../../state/notice.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatNumber } from '../../../ui/number.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './HyperMap.module.css'
import { TableHead } from '../../../ui/TableHead.tsx'

const kinds = ['bowl', 'quadratic', 'rosenbrock', 'himmelblau', 'saddle', 'plateau'] as const
const budgets = [20, 100, 500] as const

/** Returns the surfaces from their own starts, with the base's batch size and noise if applicable. */
function surfacesOf(base: DescentExperiment): DescentExperiment[] {
  const noise = 'noise' in base.objective ? base.objective.noise : 0
  const { start: _, ...rest } = base
  return kinds.map((kind) => {
    const spec = objectives[kind].defaultSpec()
    const B = base.batchSize
    const batchSize = B === 'all' || B > 512 ? 'all' : B
    return { ...rest, batchSize, objective: 'noise' in spec ? { ...spec, noise } : spec }
  })
}

export function WinnersTable({ base, seeds }: { base: DescentExperiment; seeds: number }) {
  const words = useWords(mapWords)
  const language = useLanguage()
  const said = words.map.race
  const [won, setWon] = useState<readonly Winner[]>()
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])
  const begin = (): void => {
    stop.current()
    stop.current = findWinners(
      {
        type: 'winners',
        surfaces: surfacesOf(base),
        budgets,
        optimizers: featuredOptimizers,
        seeds,
      },
      () => setWon([]),
      (winner) => setWon((before) => [...(before ?? []), winner]),
      (fault) => fault && notify(fault),
    )
  }
  const cell = (surface: number, budget: number): string => {
    const found = won?.find((one) => one.surface === surface && one.budget === budget)
    if (!found) return '…'
    const label = found.winners.map((key) => inLanguage(optimizers[key].label, language)).join(' = ')
    return found.winners.length > 0 ? `${label}, α ${formatNumber(found.alpha, 2)}` : '–'
  }
  return (
    <div className={styles.winners}>
      <h3>{said.winners}</h3>
      <p className={textStyles.note}>{said.winnersNote}</p>
      <Button onClick={begin}>{said.winnersStart}</Button>
      {won && (
        <div className={styles.scroll}>
          <table>
            <TableHead names={[said.surface, ...budgets.map((count) => fill(said.updatesOf, { count }))]} />
            <tbody>
              {kinds.map((kind: ObjectiveKind, surface) => (
                <tr key={kind}>
                  <th scope="row">{inLanguage(objectives[kind].label, language)}</th>
                  {budgets.map((count, budget) => (
                    <td key={count}>{cell(surface, budget)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
