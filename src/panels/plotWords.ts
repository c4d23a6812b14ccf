// The words that every plot needs, in the page's language.

import type { Dictionary } from '../i18n/index.ts'
import type { PlotWords } from '../plot/index.ts'

export const plotWords = (words: Dictionary): PlotWords => ({
  showTable: words.plots.showAsTable,
  hideTable: words.plots.hideTable,
  concealed: words.plots.concealed,
  zoomHelp: words.playground.zoomHelp,
})
