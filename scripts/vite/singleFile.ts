// The whole app in one file. vite-plugin-singlefile inlines scripts and styles, and this plugin handles the rest: a
// worker's `?worker&url` becomes the address of a blob with its inlined text (the source line is the same in both
// builds, and the address still passes through the app's Trusted Types policy), and the icon becomes a data URL.
import { existsSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build, type Plugin, type PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const workerAddress = /\?worker&url$/

async function bundledText(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: () => true,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const chunks = outputs.filter((output) => output.type === 'chunk')
  if (chunks.length !== 1) throw new Error(`${basename(entry)} became ${chunks.length} files, expected one.`)
  return chunks[0]!.code
}

function workersInline(): Plugin {
  return {
    name: 'ravine:workers-inline',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!workerAddress.test(source) || !importer) return null
      return `\0inline-worker:${join(dirname(importer), source.replace(workerAddress, ''))}`
    },
    async load(id) {
      if (!id.startsWith('\0inline-worker:')) return null
      const entry = id.slice('\0inline-worker:'.length)
      this.addWatchFile(entry)
      const text = JSON.stringify(await bundledText(entry))
      return `export default URL.createObjectURL(new Blob([${text}], { type: 'text/javascript' }))`
    },
  }
}

function standsAlone(): Plugin {
  return {
    name: 'ravine:stands-alone',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const icon = await readFile(new URL('../../public/icons/ravine.svg', import.meta.url))
        return html
          .replace(/\s*<link rel="(?:apple-touch-icon|manifest)"[^>]*>/g, '')
          .replace(/\s*<link rel="icon"[^>]*image\/png[^>]*>/g, '')
          .replace('/icons/ravine.svg', `data:image/svg+xml;base64,${icon.toString('base64')}`)
      },
    },
  }
}

/** If the app is already built, marks its page, so the teacher's page offers the file for download. */
function offered(): Plugin {
  const page = 'dist/index.html'
  const mark = '<meta name="ravine-single" content="ravine.html">'
  return {
    name: 'ravine:single-offered',
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (!existsSync(page)) return
        await copyFile('dist-single/ravine.html', 'dist/ravine.html')
        const html = await readFile(page, 'utf8')
        if (!html.includes(mark)) await writeFile(page, html.replace('</title>', `</title>${mark}`))
      },
    },
  }
}

export function singleFile(): PluginOption[] {
  return [
    workersInline(),
    standsAlone(),
    viteSingleFile({
      useRecommendedBuildConfig: true,
      removeViteModuleLoader: true,
      inlinePattern: [],
      deleteInlinedFiles: true,
      outputFileName: 'ravine.html',
    }),
    offered(),
  ]
}
