// Drawn above the paths and loaded after them: the arrows of the last step, the names of places, the tags of the runs.

import { pictureWords } from '../../i18n/areas/picture.ts'
import { currentLanguage, words } from '../../i18n/index.ts'
import type { Overlay } from '../../plot/index.ts'
import '../../plot/tags.ts'
import { drawLandmarks as draw } from './landmarks.ts'
import { dragCue } from './mapParts.ts'

export { drawStepGlyphs, signAt, type Sign } from './glyphs.ts'

/**
 * The map's own buttons float over its upper right corner, the handle that tilts it below them, on a phone Play over
 * its lower left one.
 */
function avoidButtons({ avoid, scales: { width, height } }: Overlay): void {
  for (let x = 30; x < 230; x += 40) avoid(width - x, 26, 22)
  for (let y = 70; y < 150; y += 24) avoid(width - 28, y, 18)
  if (width < 768) avoid(42, height - 58, 30)
  const { at } = dragCue
  if (at) for (let far = 28; far < 110; far += 20) avoid(at.x + at.side * far, at.y, 15)
}

export function drawLandmarks(
  over: Overlay,
  landscape: Parameters<typeof draw>[1],
  swapped: boolean,
  levels: readonly { readonly x: number; readonly y: number }[],
): void {
  avoidButtons(over)
  const { scales } = over
  // A level is wider than high.
  for (const { x, y } of levels)
    for (const beside of [-10, 0, 10])
      over.avoid(scales.x(x) + beside * scales.size, scales.y(y), 11 * scales.size)
  // Name nothing until the language's words have loaded.
  const own = words(currentLanguage(), pictureWords) as { picture?: typeof pictureWords.en }
  if (own.picture) draw(over, landscape, swapped, own.picture.landmarks)
}
