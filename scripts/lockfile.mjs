// `npm run lockfile`, after dependencies were changed: completes package-lock.json. A registry that does not carry a tool's
// builds for other platforms makes npm leave them out of the lockfile, and `npm ci` then refuses it. They are added as what
// their names say (`@oxlint/binding-linux-x64-musl`), so that the lockfile holds on every platform.
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const systems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const processors = 'arm arm64 ia32 loong64 ppc64 riscv64 s390x x64'.split(' ')

/** The optional dependencies that the lockfile names but does not list, by their place in it, each with its entry. */
export function missingEntries(lockfile) {
  const missing = new Map()
  for (const [place, entry] of Object.entries(lockfile.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const nested = `${place}/node_modules/${name}`
      const hoisted = `node_modules/${name}`
      if (lockfile.packages[nested] || lockfile.packages[hoisted]) continue
      const words = name.split(/[/-]/)
      missing.set(hoisted, {
        version,
        cpu: words.filter((word) => processors.includes(word)),
        ...(entry.dev ? { dev: true } : {}),
        ...(words.some((word) => word.startsWith('gnu')) ? { libc: ['glibc'] } : {}),
        ...(words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}),
        optional: true,
        os: words.filter((word) => systems.includes(word)),
      })
    }
  return missing
}

async function completeLockfile() {
  const lockfile = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const missing = missingEntries(lockfile)
  for (const [place, entry] of missing) {
    if (!/^\d+\.\d+\.\d+$/.test(entry.version) || entry.os.length !== 1)
      throw new Error(`${place}: neither its version nor its platform can be told from its name`)
    lockfile.packages[place] = entry
  }
  lockfile.packages = Object.fromEntries(
    Object.entries(lockfile.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )
  await writeFile('package-lock.json', JSON.stringify(lockfile, null, 2) + '\n')
  console.log(`${missing.size} packages of other platforms added to package-lock.json`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await completeLockfile()
