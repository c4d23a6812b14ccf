// The sliders of a custom rule, one for each parameter declared in its text. Moving them never changes the text.

import { optimizerOf } from '../../engine/optimizers/index.ts'
import type { Parameter } from '../../engine/language/tree.ts'
import { shownName } from '../../engine/language/typeset.ts'
import { changeRun, useExperiment } from '../../state/experiment.ts'
import { formatNumber } from '../../ui/number.ts'
import { Quantity } from './Quantity.tsx'

interface Props {
  readonly index: number
  readonly color: string
}

export function OwnParameters({ index, color }: Props) {
  const parameters = useExperiment(({ experiment }) => optimizerOf(experiment.runs[index]).own?.parameters)
  return parameters?.map((parameter) => (
    <OwnParameter key={parameter.name} parameter={parameter} index={index} color={color} />
  ))
}

function OwnParameter({ parameter, index, color }: Props & { readonly parameter: Parameter }) {
  const { name, value: own, from, to, log } = parameter
  const value = useExperiment(({ experiment }) => experiment.runs[index].parameters?.[name] ?? own)
  return (
    <Quantity
      label={shownName(name)}
      value={value}
      scale={log ? 'log' : 'linear'}
      min={from}
      max={to}
      allowed={{}}
      color={color}
      valueText={formatNumber(value)}
      onChange={(next) =>
        changeRun(`parameter ${name}`, index, (before) => ({
          ...before,
          parameters: { ...before.parameters, [name]: next },
        }))
      }
    />
  )
}
