// CSS Modules: the class `head` of Slider.module.css is `Slider-head` in the page, in tests and in other sheets. Sheets have
// different names, and their classes have no dash. A name with a dash is therefore another sheet's and stays as it is.
import { basename } from 'node:path'
import type { Plugin } from 'vite'

export const classNameOf = (name: string, sheet: string): string =>
  name.includes('-') ? name : `${basename(sheet).split('.')[0]}-${name}`

const imported = /^import (\w+) from '([^'\n]+\.module\.css)'/gm

/**
 * Writes `styles.head` as the name itself: a sheet's table of names would cost a kilobyte before the first picture. What is
 * left of a sheet in the build is its style.
 */
export const classNames = (): Plugin[] => [
  {
    name: 'class-names',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$/, code: /\.module\.css'/ },
      handler: (code) => {
        const sheets = new Map([...code.matchAll(imported)].map(([, styles, sheet]) => [styles!, sheet!]))
        return code
          .replaceAll(imported, "import '$2'")
          .replaceAll(/\b(\w*[sS]tyles)\.(\w+)/g, (found, styles: string, name: string) => {
            const sheet = sheets.get(styles)
            return sheet ? `'${classNameOf(name, sheet)}'` : found
          })
      },
    },
  },
  {
    name: 'class-names-of-sheets',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\.module\.css$/ },
      handler: () => ({ code: '', moduleSideEffects: 'no-treeshake' }),
    },
  },
]
