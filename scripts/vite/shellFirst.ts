// The static shell is painted before anything else of the app has come. The style sheet's link stands below the shell, and
// the entry is started by a few lines behind it, when the shell has been painted: what the entry imports is fetched from the
// head on, but to run it takes longer than to paint. (In a tab that is not looked at nothing is painted: there it starts
// all the same.) Whoever embeds or tests the page finds `window.ravine` from the beginning, with its promises.
import type { Plugin } from 'vite'

const link = /\s*<link rel="stylesheet"[^>]*>/g
const shell = /(<div id="root">[\s\S]*<\/div>)(?=\s*<\/body>)/
const entry = /<script type="module"([^>]*) src="([^"]+)"><\/script>/

/** Milliseconds after which the entry no longer waits for a paint. */
const patience = 200

const starter = (address: string): string => `
    <script>
      ;(function () {
        var start
        var started = new Promise(function (resolve) {
          start = resolve
        }).then(function () {
          return import('${address}')
        })
        var later = function (ask) {
          return started.then(function () {
            return ask(window.ravine)
          })
        }
        Object.defineProperty(window, 'ravine', {
          configurable: true,
          value: {
            ready: later(function (ravine) {
              return ravine.ready
            }),
            hash: function () {
              return later(function (ravine) {
                return ravine.hash()
              })
            },
          },
        })
        requestAnimationFrame(function () {
          setTimeout(start)
        })
        setTimeout(start, ${patience})
      })()
    </script>`

/** Moves the links below the shell, and the entry behind them. Throws if there is no shell at the end of the body. */
export function belowShell(html: string): string {
  const links = html.match(link) ?? []
  const [script, attributes, address] = entry.exec(html) ?? []
  if (links.length === 0 && !script) return html
  let bare = html.replace(link, '')
  if (!shell.test(bare))
    throw new Error('index.html does not end in <div id="root">, below which styles stand.')
  if (script) bare = bare.replace(script, `<link rel="modulepreload"${attributes} href="${address}">`)
  return bare.replace(shell, (root) => root + links.join('') + (script ? starter(address!) : ''))
}

export function shellFirst(): Plugin {
  return {
    name: 'ravine:shell-first',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: belowShell },
  }
}
