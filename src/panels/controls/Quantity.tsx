// A slider of the document: moves it while dragged, and ends the edit when the hand is off.

import { useWords } from '../../i18n/index.ts'
import { settle } from '../../state/experiment.ts'
import { Slider, type SliderProps } from '../../ui/Slider.tsx'
import type { Allowed } from '../../ui/number.ts'
import { faultOf } from './fault.ts'

type Props = Omit<SliderProps, 'fault' | 'onInput' | 'onCommit'> & {
  readonly allowed: Allowed
  readonly onChange: (value: number) => void
}

export function Quantity({ onChange, ...props }: Props) {
  const words = useWords()
  return (
    <Slider
      {...props}
      fault={faultOf(words, props.label, { whole: props.whole, ...props.allowed }, props.value)}
      onInput={onChange}
      onCommit={(value) => {
        onChange(value)
        settle()
      }}
    />
  )
}
