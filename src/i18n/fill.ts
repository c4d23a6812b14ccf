// Sentences with places: fill('step {step} of {steps}', {step: 3, steps: 10}). A place without a value is left as it
// stands (J^{t} is the notes' own writing).

export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))
