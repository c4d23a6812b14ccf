// A number box whose refusal names the field, what was expected and the value kept.

import { useWords } from '../../i18n/index.ts'
import { NumberField, type NumberFieldProps } from '../../ui/NumberField.tsx'
import { faultOf } from './fault.ts'

export function NumberOf(props: Omit<NumberFieldProps, 'fault'>) {
  const { label, allowed, value } = props
  return <NumberField {...props} fault={faultOf(useWords(), label, allowed, value)} />
}
