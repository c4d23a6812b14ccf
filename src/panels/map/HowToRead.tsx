// From every map one step to the lesson that reads it: a slice, the valley from above, the zig-zag.

import { useWords } from '../../i18n/index.ts'

export function HowToRead() {
  const words = useWords()
  return (
    <a
      className="plot-link"
      href="#/reading-the-map"
      aria-label={words.plots.howToRead}
      title={words.plots.howToRead}
    >
      ?
    </a>
  )
}
