// The notices of the packages in the built pages: every dependency with its own, and the fonts named in style sheets.
// The page reads them from the module `virtual:third-party-notices`, as does the one-file build. dist/ also has them as
// a file. A build that bundles a package without its notice fails.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const project = fileURLToPath(new URL('../..', import.meta.url))
const module = 'virtual:third-party-notices'
const fileName = 'third-party-notices.txt'

interface Package {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const read = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package

/** Resolves a package's folder from `from`. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (dirname(at) === at) throw new Error(`${name} is not installed.`)
  }
}

/** Returns the package that a file belongs to. */
export const packageIn = (file: string): string | undefined =>
  /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1]!.replace('\\', '/')

/** The packages whose fonts the style sheets use. */
const fonts = (): string[] =>
  [...readFileSync(join(project, 'src/styles/fonts.css'), 'utf8').matchAll(/url\('([^']+)'\)/g)].flatMap(
    ([, address]) => packageIn(address!) ?? /^(@[^/]+\/[^/]+|[a-z][^/]*)\//.exec(address!)?.[1] ?? [],
  )

/** Returns the names and folders of everything the page is built from, including transitive dependencies. */
export function shippedPackages(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (name: string, from: string): void => {
    if (found.has(name)) return
    const folder = folderOf(name, from)
    found.set(name, folder)
    for (const other of Object.keys(read(folder).dependencies ?? {})) visit(other, folder)
  }
  for (const name of [...Object.keys(read(project).dependencies ?? {}), ...fonts()]) {
    // Of a font package only the font is shipped.
    if (fonts().includes(name)) found.set(name, folderOf(name, project))
    else visit(name, project)
  }
  return found
}

function licenseIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(un)?licen[cs]e/i.test(name))
  if (!file) throw new Error(`${folder} has no license file for ${fileName}.`)
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** Joins all notices into one text. Packages with the same license text are grouped. */
export function noticesText(packages: ReadonlyMap<string, string> = shippedPackages()): string {
  const byText = new Map<string, string[]>()
  for (const [name, folder] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { version, license = 'see below' } = read(folder)
    const text = licenseIn(folder)
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}`)
  return (
    [
      'Ravine is built from these packages. The source of each is at https://www.npmjs.com/package/ and its name.',
      ...parts,
    ].join(`\n\n${'─'.repeat(80)}\n\n`) + '\n'
  )
}

export function thirdParty({ single }: { readonly single: boolean }): Plugin {
  return {
    name: 'ravine:third-party',
    resolveId: (source) => (source === module ? `\0${module}` : null),
    load: (id) => (id === `\0${module}` ? `export default ${JSON.stringify(noticesText())}` : null),
    generateBundle(_, bundle) {
      const known = shippedPackages()
      for (const output of Object.values(bundle))
        for (const id of output.type === 'chunk' ? output.moduleIds : output.originalFileNames) {
          const name = packageIn(id)
          if (name && !known.has(name)) this.error(`${name} is bundled, but ${fileName} does not name it.`)
        }
      if (!single) this.emitFile({ type: 'asset', fileName, source: noticesText() })
    },
  }
}
