// Paints the static shell before anything else of the app arrives. The style sheet's link is placed below the shell. A
// few lines after it fetch the entry and its imports when the shell is about to be painted, and run the entry
// afterwards. (A hidden tab is never painted, so there it starts anyway.) Embedding pages and tests find
// `window.ravine` with its promises from the beginning.
import type { Plugin } from 'vite'

const link = /\s*<link rel="stylesheet"[^>]*>/g
const shell = /(<div id="root">[\s\S]*<\/div>)(?=\s*<\/body>)/
const entry = /<script type="module"[^>]* src="([^"]+)"><\/script>/
const preload = /<link rel="modulepreload"[^>]* href="([^"]+)"\s*\/?>/g

/** Milliseconds after which the entry stops waiting for a paint. */
const patience = 200

/** The first address is the entry's. */
const starter = (addresses: readonly string[]): string => `
    <script>
      ;(function () {
        var addresses = ${JSON.stringify(addresses)}
        var start
        var started = new Promise(function (resolve) {
          start = resolve
        }).then(function () {
          return import(addresses[0])
        })
        started.catch(function (error) {
          // A frame without an origin of its own may not fetch the app's files from most hosts.
          var isSandboxed = self.origin === 'null'
          var words = {
            en: isSandboxed
              ? ['This frame forbids what Ravine needs to run.', 'Open in a new tab']
              : ['Ravine could not be fetched. Is there a network?', 'Reload the page'],
            'zh-CN': isSandboxed
              ? ['此框架禁止 Ravine 运行所需的功能。', '在新标签页中打开']
              : ['Ravine 未能加载。请检查网络。', '重新加载页面'],
          }[document.documentElement.lang]
          if (!document.querySelector('.shell')) return console.error(error)
          var main = document.createElement('main')
          main.style.padding = '24px'
          var text = document.createElement('p')
          text.setAttribute('role', 'alert')
          text.textContent = words[0] + ' '
          var link = document.createElement('a')
          link.href = location.href
          link.textContent = words[1]
          if (isSandboxed) link.target = '_blank'
          else
            link.onclick = function () {
              location.reload()
            }
          text.append(link)
          main.append(text)
          if (isSandboxed) {
            // Some frames forbid new tabs as well: the address can be selected.
            var address = document.createElement('p')
            address.textContent = location.href
            address.style.cssText = 'overflow-wrap:anywhere;user-select:all;-webkit-user-select:all'
            main.append(address)
          }
          document.querySelector('.shell').replaceWith(main)
        })
        var later = function (ask) {
          return started.then(function () {
            return ask(window.ravine)
          })
        }
        var ready = later(function (ravine) {
          return ravine.ready
        })
        ready.catch(function () {})
        Object.defineProperty(window, 'ravine', {
          configurable: true,
          value: {
            ready: ready,
            hash: function () {
              return later(function (ravine) {
                return ravine.hash()
              })
            },
          },
        })
        requestAnimationFrame(function () {
          addresses.forEach(function (address) {
            var link = document.createElement('link')
            link.rel = 'modulepreload'
            link.href = address
            document.head.append(link)
          })
          setTimeout(start)
        })
        setTimeout(start, ${patience})
      })()
    </script>`

/** Moves the links below the shell, and the entry after them. Throws if the body does not end with a shell. */
export function belowShell(html: string): string {
  const links = html.match(link) ?? []
  const [script, address] = entry.exec(html) ?? []
  if (links.length === 0 && !script) return html
  let bare = html.replace(link, '')
  if (!shell.test(bare))
    throw new Error('index.html does not end in <div id="root">, below which styles stand.')
  const addresses = [address!, ...Array.from(html.matchAll(preload), ([, other]) => other)]
  if (script) bare = bare.replace(script, '').replace(preload, '')
  return bare.replace(shell, (root) => root + links.join('') + (script ? starter(addresses) : ''))
}

export function shellFirst(): Plugin {
  return {
    name: 'ravine:shell-first',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: belowShell },
  }
}
