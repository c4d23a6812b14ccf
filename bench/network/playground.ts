// The algorithm of the TensorFlow Playground's network, rewritten as a reference: an object per node and per link, one
// example at a time, derivatives summed in the links and applied after a batch. Hidden units are tanh, the output a
// sigmoid with cross-entropy, as in the engine's network.

class Link {
  weight = 0
  slope = 0
  summed = 0
  count = 0
  constructor(
    readonly from: Unit,
    readonly to: Unit,
  ) {}
}

class Unit {
  readonly inputs: Link[] = []
  readonly outputs: Link[] = []
  bias = 0
  total = 0
  output = 0
  outputSlope = 0
  inputSlope = 0
  summed = 0
  count = 0
  constructor(readonly activation: { output(x: number): number; slope(x: number): number }) {}

  update(): number {
    this.total = this.bias
    for (let j = 0; j < this.inputs.length; j++) {
      const link = this.inputs[j]
      this.total += link.weight * link.from.output
    }
    this.output = this.activation.output(this.total)
    return this.output
  }
}

const tanh = {
  output: (x: number) => Math.tanh(x),
  slope(x: number) {
    const output = tanh.output(x)
    return 1 - output * output
  },
}
const sigmoid = {
  output: (x: number) => 1 / (1 + Math.exp(-x)),
  slope(x: number) {
    const output = sigmoid.output(x)
    return output * (1 - output)
  },
}

export class Playground {
  private readonly layers: Unit[][]

  /** θ in the order of the experiment file. */
  constructor(sizes: readonly number[], theta: ArrayLike<number>) {
    this.layers = sizes.map((n, l) =>
      Array.from({ length: n }, () => new Unit(l === sizes.length - 1 ? sigmoid : tanh)),
    )
    let at = 0
    for (let l = 1; l < sizes.length; l++) {
      for (const unit of this.layers[l])
        for (const before of this.layers[l - 1]) {
          const link = new Link(before, unit)
          link.weight = theta[at++]
          before.outputs.push(link)
          unit.inputs.push(link)
        }
      for (const unit of this.layers[l]) unit.bias = theta[at++]
    }
  }

  parameters(): number[] {
    return this.layers
      .slice(1)
      .flatMap((layer) => [
        ...layer.flatMap((unit) => unit.inputs.map((link) => link.weight)),
        ...layer.map((unit) => unit.bias),
      ])
  }

  step(
    inputs: readonly number[][],
    labels: readonly number[],
    from: number,
    count: number,
    alpha: number,
  ): void {
    for (let i = from; i < from + count; i++) {
      this.forward(inputs[i])
      this.backward(labels[i])
    }
    this.apply(alpha)
  }

  private forward(inputs: readonly number[]): void {
    const first = this.layers[0]
    for (let i = 0; i < first.length; i++) first[i].output = inputs[i]
    for (let l = 1; l < this.layers.length; l++) {
      const layer = this.layers[l]
      for (let i = 0; i < layer.length; i++) layer[i].update()
    }
  }

  private backward(label: number): void {
    const last = this.layers[this.layers.length - 1][0]
    last.outputSlope = (last.output - label) / (last.output * (1 - last.output))
    for (let l = this.layers.length - 1; l >= 1; l--) {
      const layer = this.layers[l]
      for (let i = 0; i < layer.length; i++) {
        const unit = layer[i]
        unit.inputSlope = unit.outputSlope * unit.activation.slope(unit.total)
        unit.summed += unit.inputSlope
        unit.count++
      }
      for (let i = 0; i < layer.length; i++) {
        const unit = layer[i]
        for (let j = 0; j < unit.inputs.length; j++) {
          const link = unit.inputs[j]
          link.slope = unit.inputSlope * link.from.output
          link.summed += link.slope
          link.count++
        }
      }
      if (l === 1) continue
      const before = this.layers[l - 1]
      for (let i = 0; i < before.length; i++) {
        const unit = before[i]
        unit.outputSlope = 0
        for (let j = 0; j < unit.outputs.length; j++) {
          const link = unit.outputs[j]
          unit.outputSlope += link.weight * link.to.inputSlope
        }
      }
    }
  }

  private apply(alpha: number): void {
    for (let l = 1; l < this.layers.length; l++) {
      const layer = this.layers[l]
      for (let i = 0; i < layer.length; i++) {
        const unit = layer[i]
        if (unit.count > 0) {
          unit.bias -= (alpha * unit.summed) / unit.count
          unit.summed = 0
          unit.count = 0
        }
        for (let j = 0; j < unit.inputs.length; j++) {
          const link = unit.inputs[j]
          if (link.count > 0) {
            link.weight -= (alpha / link.count) * link.summed
            link.summed = 0
            link.count = 0
          }
        }
      }
    }
  }
}
