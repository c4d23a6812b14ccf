// `npm run lockfile`, after dependencies were changed: completes package-lock.json, so that `npm ci` takes it on every
// platform and checks every package that it fetches. npm keeps an entry that has no integrity, or leaves out a build for
// another platform, where the registry at hand did not list it: such entries are taken out and asked for again.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

/** The optional dependencies that the lockfile names but does not list, by their place in it. */
export function missingEntries(lockfile) {
  const missing = []
  for (const [place, entry] of Object.entries(lockfile.packages))
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const [nested, hoisted] = [`${place}/node_modules/${name}`, `node_modules/${name}`]
      if (!lockfile.packages[nested] && !lockfile.packages[hoisted]) missing.push(hoisted)
    }
  return missing
}

/** The packages whose files nothing can be compared with. */
export const uncheckedEntries = (lockfile) =>
  Object.keys(lockfile.packages).filter((place) => place !== '' && !lockfile.packages[place].integrity)

async function completeLockfile() {
  const read = async () => JSON.parse(await readFile('package-lock.json', 'utf8'))
  const lockfile = await read()
  for (const place of uncheckedEntries(lockfile)) delete lockfile.packages[place]
  await writeFile('package-lock.json', JSON.stringify(lockfile, null, 2) + '\n')
  const { status } = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const after = await read()
  const faults = [...missingEntries(after), ...uncheckedEntries(after)]
  for (const place of faults) console.error(`${place}: the registry does not list it with its integrity`)
  if (status !== 0 || faults.length > 0) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await completeLockfile()
