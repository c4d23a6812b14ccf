// `npm run lockfile`, after changing dependencies: completes package-lock.json, so `npm ci` works on every platform and
// verifies every package. npm keeps an entry without integrity, or omits a build for another platform, if the registry
// in use did not list it. This script removes such entries and requests them again.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

/** Returns the optional dependencies that the lockfile mentions but does not list, by their path in it. */
export function missingEntries(lockfile) {
  const missing = []
  for (const [place, entry] of Object.entries(lockfile.packages))
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const [nested, hoisted] = [`${place}/node_modules/${name}`, `node_modules/${name}`]
      if (!lockfile.packages[nested] && !lockfile.packages[hoisted]) missing.push(hoisted)
    }
  return missing
}

/** Returns the packages whose files cannot be verified. */
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
