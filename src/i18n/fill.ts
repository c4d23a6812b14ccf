// Fills placeholders: fill('step {step} of {steps}', {step: 3, steps: 10}). A placeholder without a value stays (J^{t}
// is the notes' notation). `{count|step|steps}` is the first word for 1, else the second. Integers get thousands
// separators (5,000,000). Strings are inserted unchanged.

import { grouped } from '../engine/digits.ts'

const written = (value: string | number): string =>
  Number.isInteger(value) ? grouped(String(value)) : String(value)

export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (place, name: string, one?: string, many?: string) => {
      if (!(name in values)) return place
      const value = written(values[name])
      return one === undefined || many === undefined ? value : value === '1' ? one : many
    },
  )
