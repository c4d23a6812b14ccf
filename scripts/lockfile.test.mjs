// `npm ci` accepts the lockfile on every platform, verifies what it fetches, and finds no registry named in it.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingEntries, uncheckedEntries } from './lockfile.mjs'

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')

test('the lockfile lists the builds for every platform (else: npm run lockfile)', () => {
  expect(missingEntries(JSON.parse(text))).toEqual([])
})

test('every entry of the lockfile has its integrity (else: npm run lockfile)', () => {
  expect(uncheckedEntries(JSON.parse(text))).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(text).not.toMatch(/"resolved"/)
})

test('an entry that is not listed, or listed without its integrity, is found', () => {
  const lockfile = {
    packages: {
      '': {},
      'node_modules/a': {
        integrity: 'sha512-a',
        optionalDependencies: { '@a/linux': '1.2.3', '@a/mac': '1.2.3' },
      },
      'node_modules/@a/mac': { version: '1.2.3' },
    },
  }
  expect(missingEntries(lockfile)).toEqual(['node_modules/@a/linux'])
  expect(uncheckedEntries(lockfile)).toEqual(['node_modules/@a/mac'])
})
