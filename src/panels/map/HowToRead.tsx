// A link on every map to the lesson that explains it: a slice, the valley from above, the zig-zag.

import { useWords } from '../../i18n/index.ts'
import plotStyles from '../../plot/Plot.module.css'

export function HowToRead() {
  const words = useWords()
  return (
    <a
      className={plotStyles.link}
      href="#/reading-the-map"
      aria-label={words.plots.howToRead}
      title={words.plots.howToRead}
    >
      ?
    </a>
  )
}
