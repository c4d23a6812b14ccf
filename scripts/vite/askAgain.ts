// Some browsers remember a failed import for as long as the page lives. In a build every import of a part therefore asks
// `ravineAgain` (src/fetch/retried.ts) for its address, which adds a query to a part that the browser would not ask for
// again.
import type { Plugin } from 'vite'

const part = /\bimport\((["'`])(\.\/[\w.-]+\.js)\1\)/g

export const askingAgain = (code: string): string =>
  code.replace(part, (_, quote: string, address: string) => `import(ravineAgain(${quote}${address}${quote}))`)

export function askAgain(): Plugin {
  return {
    name: 'ravine:ask-again',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk') file.code = askingAgain(file.code)
      },
    },
  }
}
