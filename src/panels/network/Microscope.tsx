// One batch under the microscope: the examples of X^{t} and their losses at the weights before step t, largest first.
// Wrong labels are marked, and any label can be flipped. Without reshuffling a batch returns every epoch.

import { useMemo, useRef } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { shapeOf } from '../../state/axis.ts'
import { useExperiment } from '../../state/experiment.ts'
import { inspect, useMicroscope } from '../../state/microscope.ts'
import { seekStepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { Button } from '../../ui/Button.tsx'
import { MathText } from '../../ui/MathText.tsx'
import { formatNumber, plainNumber } from '../../ui/number.ts'
import { NumberOf } from '../controls/NumberOf.tsx'
import { useRunNames } from '../runs.ts'
import type { BatchSeen } from './batchSeen.ts'
import { classesOf, flipLabels, turnsOf } from './dataset.ts'
import { sharpestSpike } from './sharpestSpike.ts'
import { useSeenBatch } from './useSeenBatch.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './Network.module.css'
import { TableHead } from '../../ui/TableHead.tsx'

const rowsShown = 40

/** What can be seen here, and how to get there. A line without noise has nothing to open. */
function Invitation({ selected, name }: { readonly selected: number; readonly name: string }) {
  const own = useWords(networkWords).network.invitation
  const { batchSize, m } = shapeOf(selected)
  return (
    <div className={styles.microscopeInvitation} role="region" aria-label={name} tabIndex={0}>
      <h2>
        <MathText text={own.title} />
      </h2>
      {batchSize < m ? (
        <ol>
          {own.steps.map((step) => (
            <li key={step}>
              <MathText text={fill(step, { run: name })} />
            </li>
          ))}
        </ol>
      ) : (
        <p>
          <MathText text={fill(own.whole, { run: name })} />
        </p>
      )}
    </div>
  )
}

export function Microscope() {
  const words = useWords(networkWords)
  const { experiment, view } = useExperiment()
  const { run, step } = useMicroscope()
  const own = words.network
  const spec = experiment.objective as NetworkSpec
  const names = useRunNames()
  const seen = useSeenBatch()
  const lastTurned = useRef<BatchSeen['examples']>(undefined)
  const { batchSize, stepsPerEpoch, m, steps } = shapeOf(run)

  const order = useMemo(() => {
    if (!seen) return []
    const { losses } = seen.examples
    return Array.from(losses.keys()).sort((a, b) => losses[b] - losses[a])
  }, [seen])
  const allowed = { min: 1, max: steps, whole: true }
  const highest = (): void => {
    const at = sharpestSpike(race.traces[view.selected])
    if (at === undefined) return
    inspect(view.selected, at)
  }
  const head = (
    <div className={styles.microscopeHead}>
      <Button onClick={highest}>{own.nextSpike}</Button>
      <NumberOf
        label={own.step}
        value={step ?? 0}
        format={(at) => (at === 0 ? '' : plainNumber(at))}
        allowed={allowed}
        onCommit={(at) => inspect(view.selected, at)}
      />
    </div>
  )
  if (step === undefined || !seen)
    return (
      <section className={styles.microscope} aria-label={own.microscope}>
        {head}
        <Invitation selected={view.selected} name={names[view.selected] ?? ''} />
      </section>
    )
  const { examples } = seen
  const wrong = examples.wrong.reduce((sum, one) => sum + one, 0)
  const total = examples.losses.reduce((sum, loss) => sum + loss, 0)
  const ofWrong = examples.losses.reduce((sum, loss, i) => sum + loss * examples.wrong[i], 0)
  const most = examples.losses[order[0]] || 1
  const inputs = spec.layers[0]
  const classes = classesOf(spec)
  const { mends, turned } = turnsOf(spec, examples.numbers, examples.wrong)
  const turnBatch = (): void => {
    // A double press would undo the first before it is visible.
    if (lastTurned.current === examples) return
    lastTurned.current = examples
    flipLabels(turned)
  }
  return (
    <section className={styles.microscope} aria-label={own.microscope}>
      {head}
      <p role="status">
        <MathText
          text={fill(own.microscopeOf, {
            run: names[seen.run] ?? '',
            step: seen.step,
            epoch: Math.floor((seen.step - 1) / stepsPerEpoch),
            count: formatNumber(Math.min(batchSize, m)),
            cost: formatNumber(seen.cost, 4),
          })}
        />
        {wrong > 0 &&
          ` ${fill(own.microscopeShare, {
            wrong,
            count: examples.numbers.length,
            share: formatNumber((100 * ofWrong) / total, 3),
          })}`}
      </p>
      <p className={textStyles.note}>
        {experiment.reshuffle
          ? fill(own.wanders, { count: formatNumber(stepsPerEpoch) })
          : fill(own.returns, { count: formatNumber(stepsPerEpoch), next: seen.step + stepsPerEpoch })}
      </p>
      <div className={styles.microscopeTable} tabIndex={0} role="region" aria-label={own.worst}>
        <table>
          <TableHead
            names={[own.example, own.inputs.first, inputs > 1 && own.inputs.second, own.label, own.lossOf]}
          />
          <tbody>
            {order.slice(0, rowsShown).map((i) => (
              <tr key={examples.numbers[i]} data-wrong={examples.wrong[i] === 1 || undefined}>
                <td>{examples.numbers[i]}</td>
                <td>{formatNumber(examples.x[i * inputs], 3)}</td>
                {inputs > 1 && <td>{formatNumber(examples.x[i * inputs + 1], 3)}</td>}
                <td>
                  <button
                    type="button"
                    className={styles.flip}
                    title={own.flipHelp}
                    aria-label={`${own.example} ${examples.numbers[i]}, ${own.label} ${formatNumber(examples.y[i], 3)}`}
                    onClick={() => flipLabels([examples.numbers[i]])}
                  >
                    {formatNumber(examples.y[i], 3)} ⇄
                  </button>
                  {examples.wrong[i] === 1 && <span className={styles.wrongMark}> {own.mislabelled}</span>}
                </td>
                <td>
                  <span
                    className={styles.lossBar}
                    style={{ '--share': examples.losses[i] / most }}
                    aria-hidden="true"
                  />{' '}
                  {formatNumber(examples.losses[i], 3)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {classes > 0 && (
        <div className={textStyles.buttonRow}>
          <Button onClick={turnBatch} disabled={turned.length === 0}>
            {mends ? own.mendBatch : own.mislabelBatch}
          </Button>
          <Button onClick={() => seekStepOf(seen.run, seen.step)}>{own.goThere}</Button>
          <span className={textStyles.note}>
            {examples.numbers.length > rowsShown && fill(own.microscopeFirst, { count: rowsShown })}
          </span>
        </div>
      )}
    </section>
  )
}
