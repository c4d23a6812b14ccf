// Drawn above the paths and loaded after them: the arrows of the last step, the names of places.

import { pictureWords } from '../../i18n/areas/picture.ts'
import { currentLanguage, words } from '../../i18n/index.ts'
import type { Overlay } from '../../plot/index.ts'
import { drawLandmarks as draw } from './landmarks.ts'

export { drawStepGlyphs, signAt, type Sign } from './glyphs.ts'

export function drawLandmarks(over: Overlay, landscape: Parameters<typeof draw>[1], swapped: boolean): void {
  // Name nothing until the language's words have loaded.
  const own = words(currentLanguage(), pictureWords) as { picture?: typeof pictureWords.en }
  if (own.picture) draw(over, landscape, swapped, own.picture.landmarks)
}
