// A lockfile that `npm ci` takes on every platform, and that names no registry.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingEntries } from './lockfile.mjs'

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')

test('the lockfile lists the builds for every platform (else: npm run lockfile)', () => {
  expect([...missingEntries(JSON.parse(text)).keys()]).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(text).not.toMatch(/"resolved"/)
})

test('a missing build is described by its name', () => {
  const lockfile = {
    packages: { 'node_modules/a': { dev: true, optionalDependencies: { '@a/linux-x64-musl': '1.2.3' } } },
  }
  expect(missingEntries(lockfile).get('node_modules/@a/linux-x64-musl')).toEqual({
    version: '1.2.3',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  })
})
