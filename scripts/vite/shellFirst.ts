// The static shell is painted before the style sheet has come: the sheet's link stands below the shell, and what it styles,
// the app's own content, is made by a module, which waits for it.
import type { Plugin } from 'vite'

const link = /\s*<link rel="stylesheet"[^>]*>/g
const shell = /(<div id="root">[\s\S]*<\/div>)(?=\s*<\/body>)/

/** Moves the links below the shell. Throws if there is no shell at the end of the body. */
export function belowShell(html: string): string {
  const links = html.match(link) ?? []
  if (links.length === 0) return html
  const bare = html.replace(link, '')
  if (!shell.test(bare))
    throw new Error('index.html does not end in <div id="root">, below which styles stand.')
  return bare.replace(shell, (root) => root + links.join(''))
}

export function shellFirst(): Plugin {
  return {
    name: 'ravine:shell-first',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: belowShell },
  }
}
