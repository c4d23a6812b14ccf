import { expect, test } from 'vitest'
import { createPalette } from '../../../plot/palette.ts'
import { createScales } from '../../../plot/scales.ts'
import { createTextPen } from '../../../plot/testing/textPen.ts'
import { averagesPicture, type Picture } from '../pagePicture.ts'
import { rawDots } from './averageLayers.ts'

test('line labels avoid the dots of visible days', () => {
  averagesPicture.current = { raw: new Float64Array([1, 5, 2, 8, 9, 1]) } as Picture
  const avoided: [number, number][] = []
  const pen = createTextPen()
  const palette = createPalette((_, fallback) => fallback)
  const scales = createScales({ x: [0, 3], y: [0, 10], width: 300, height: 100, palette })
  for (const layer of rawDots())
    layer.drawOver?.({ pen, scales, label() {}, avoid: (x, y) => avoided.push([x, y]) })
  averagesPicture.current = undefined
  expect(avoided).toEqual([
    [scales.x(1), scales.y(5)],
    [scales.x(2), scales.y(8)],
  ])
})
