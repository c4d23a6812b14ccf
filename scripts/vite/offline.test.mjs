import { expect, test } from 'vitest'
import { faultsOf, most } from './offline.ts'

const worker = 'self.files=[{"url":"index.html"},{"url":"assets/a.js"}]'

test('every file of the app is kept, the worker and the maps apart', () => {
  const files = ['index.html', 'assets/a.js', 'sw.js', 'assets/a.js.map'].map((name) => ({ name, size: 1 }))
  expect(faultsOf(files, worker)).toEqual([])
  expect(faultsOf([...files, { name: 'data/b.csv', size: 1 }], worker)).toEqual([
    'data/b.csv is not kept for offline use.',
  ])
})

test('one visit keeps no more than its megabytes', () => {
  expect(faultsOf([{ name: 'index.html', size: most + 1 }], worker)[0]).toContain('more than the 2.5 MB')
})
