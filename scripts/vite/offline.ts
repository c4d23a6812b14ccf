// Builds the service worker (src/offline/sw.ts) with the list of all files it caches. The plugin registers nothing: the
// app does, under its content policy. The build fails if the list omits a file, or if a visit would fetch too much.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const megabyte = 1024 * 1024
/** The most that one visit may fetch, compressed. */
export const most = 2.5 * megabyte

/** Not part of the app: the worker itself, and files that only the build reads. */
const apart = (file: string): boolean =>
  /(^|\/)(sw\.js|\.vite\/.*|.*\.map|404\.html|ravine-lab\.js)$/.test(file)

/** Returns what is wrong with the list given to the worker, one sentence each. */
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
