// The layers of the data view: probabilities, their isolines, the examples by class. With one input, the examples and
// the learned curve.

import type { NetworkSpec } from '../../engine/experiment.ts'
import {
  imageLayer,
  readPalette,
  runColor,
  seriesLayer,
  type Layer,
  type Marker,
  type PlacedImage,
} from '../../plot/index.ts'
import { dotsLayer } from '../../plot/marks.ts'
import type { QueriedExamples } from '../../state/networkQuery.ts'
import { classColor, heatOf, isolineLayer, linesOf, type GridPicture } from './boundaryPicture.ts'
import { classesOf } from './dataset.ts'

/** The last computed grid. Changed in place, with a revision. */
export interface BoundaryImage {
  placed: PlacedImage | null
  grid: GridPicture | undefined
  revision: number
}

const markers: readonly Marker[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'triangleDown']

function examplesLayer(spec: NetworkSpec, examples: QueriedExamples | undefined): Layer {
  const inputs = spec.layers[0]
  const curve = inputs === 1
  const classes = classesOf(spec)
  const count = examples?.numbers.length ?? 0
  return dotsLayer({
    key: 'examples',
    points: {
      length: () => count,
      revision: () => 0,
      x: (i) => examples!.x[i * inputs],
      y: (i) => (curve ? examples!.y[i] : examples!.x[i * inputs + 1]),
    },
    classes: Array.from({ length: Math.max(1, classes) }, (_, k) => ({
      color: curve ? (palette) => palette.muted : classColor(k),
      marker: markers[k % markers.length],
    })),
    classOf: (i) => (curve || classes === 0 ? 0 : examples!.y[i]),
    radius: count > 400 ? 2.6 : 3.6,
    opacity: 0.9,
  })
}

export function boundaryLayers(
  spec: NetworkSpec,
  examples: QueriedExamples | undefined,
  image: BoundaryImage,
  look: number,
): Layer[] {
  const dots = examplesLayer(spec, examples)
  const revision = (): number => image.revision
  if (spec.layers[0] === 1) {
    const outputs = spec.layers[spec.layers.length - 1]
    const learned = seriesLayer({
      key: 'learned',
      points: {
        length: () => image.grid?.columns ?? 0,
        revision,
        x: (i) => {
          const { range, columns } = image.grid!
          return range[0] + ((i + 0.5) / columns) * (range[1] - range[0])
        },
        y: (i) => image.grid!.cells[i * outputs],
      },
      color: runColor(look),
    })
    return [dots, learned]
  }
  let lines: ReturnType<typeof linesOf> = []
  let linesFor: GridPicture | undefined
  const heat = imageLayer({
    key: 'probability',
    revision,
    image: () => {
      if (image.grid && !image.placed) image.placed = heatOf(image.grid, readPalette(document.body))
      return image.placed
    },
  })
  const isolines = isolineLayer({
    revision,
    lines: () => {
      if (image.grid && image.grid !== linesFor) lines = linesOf((linesFor = image.grid))
      return image.grid ? lines : []
    },
  })
  return [heat, isolines, dots]
}
