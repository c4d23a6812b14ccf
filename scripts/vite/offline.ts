// The build's service worker (src/offline/sw.ts) with the list of all files that it keeps. Nothing is registered by the
// plugin: the app does it itself, under its content policy. A file that the list leaves out, or more than a visit may
// fetch, fails the build.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const megabyte = 1024 * 1024
/** All that one visit fetches, compressed, at most. */
export const most = 2.5 * megabyte

/** Not part of the app: the worker itself, and what only the build reads. */
const apart = (file: string): boolean =>
  /(^|\/)(sw\.js|\.vite\/.*|.*\.map|404\.html|ravine-lab\.js)$/.test(file)

/** What is wrong with the list that the worker was given, in a sentence each. */
export function faultsOf(
  files: readonly { readonly name: string; readonly size: number }[],
  worker: string,
): string[] {
  const app = files.filter(({ name }) => !apart(name))
  const faults = app
    .filter(({ name }) => !worker.includes(`"${name}"`))
    .map(({ name }) => `${name} is not kept for offline use.`)
  const size = app.reduce((sum, file) => sum + file.size, 0)
  if (size > most)
    faults.push(
      `The app is ${(size / megabyte).toFixed(2)} MB, more than the ${most / megabyte} MB of one visit.`,
    )
  return faults
}

function complete(): Plugin {
  let folder = ''
  return {
    name: 'ravine:offline-complete',
    apply: 'build',
    enforce: 'post',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const names = await readdir(folder, { recursive: true, withFileTypes: true })
        const files = await Promise.all(
          names
            .filter((entry) => entry.isFile())
            .map(async (entry) => {
              const path = join(entry.parentPath, entry.name)
              const name = path.slice(folder.length + 1).replaceAll('\\', '/')
              return { name, size: gzipSync(await readFile(path)).length }
            }),
        )
        if (!files.some(({ name }) => name === 'sw.js')) return
        const faults = faultsOf(files, await readFile(join(folder, 'sw.js'), 'utf8'))
        if (faults.length > 0) throw new Error(faults.join('\n'))
      },
    },
  }
}

export function offline(): PluginOption[] {
  return [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/offline',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*'],
        globIgnores: ['**/*.map', '.vite/**', '404.html', 'ravine-lab.js'],
        maximumFileSizeToCacheInBytes: most,
      },
    }),
    complete(),
  ]
}
