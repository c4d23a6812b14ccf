// A crash, a suite that does not load and an empty run must not look like success.
import { expect, test } from 'vitest'
import {
  countPlaywright,
  countVitest,
  singleCheck,
  slowestPlaywright,
  slowestVitest,
  sum,
} from './stages.mjs'

const vitest = (passed, failed, testResults = [], pending = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  testResults,
})
const playwright = (stats, errors = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

test('counts what passed and failed; skipped tests are not passed', () => {
  expect(countVitest(vitest(5, 2, [], 3), 1)).toMatchObject({ passed: 5, failed: 2, skipped: 3 })
  expect(countPlaywright(playwright({ expected: 4, unexpected: 1, skipped: 2 }), 1)).toMatchObject({
    passed: 4,
    failed: 1,
    skipped: 2,
  })
})

test('a suite that does not load is one failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(countVitest(vitest(5, 0, [broken]), 1)).toMatchObject({ passed: 5, failed: 1 })
})

test('a runner that ends badly without naming a failure is one failure', () => {
  expect(countVitest(vitest(5, 0), 1)).toMatchObject({
    passed: 5,
    failed: 1,
    note: 'the runner itself failed',
  })
  expect(countPlaywright(playwright({ expected: 3 }, [{}]), 1)).toMatchObject({ passed: 3, failed: 1 })
})

test('no report and no test executed are failures', () => {
  expect(countVitest(undefined, 1).failed).toBe(1)
  expect(countPlaywright(undefined, 0).failed).toBe(1)
  expect(countPlaywright(playwright({ skipped: 9 }), 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('a test that passed only on a retry is reported', () => {
  expect(countPlaywright(playwright({ expected: 3, flaky: 1 }), 0)).toMatchObject({
    passed: 4,
    failed: 0,
    note: '1 passed only when tried again',
  })
})

test('sums add up', () => {
  expect(sum([singleCheck(0), singleCheck(1), countVitest(vitest(5, 0, [], 1), 0)])).toEqual({
    passed: 6,
    failed: 1,
    skipped: 1,
  })
})

test('the slowest tests come first, with their file; a missing report has none', () => {
  const unit = {
    testResults: [
      {
        name: '/project/src/a.test.ts',
        assertionResults: [
          { fullName: 'law one', duration: 20 },
          { fullName: 'law two', duration: 3000 },
          { fullName: 'not run' },
        ],
      },
    ],
  }
  expect(slowestVitest(unit, 2)).toEqual([
    { name: 'a.test.ts › law two', seconds: 3 },
    { name: 'a.test.ts › law one', seconds: 0.02 },
  ])
  const test = (projectName, ...durations) => ({
    projectName,
    results: durations.map((duration) => ({ duration })),
  })
  const browser = {
    suites: [
      {
        specs: [{ file: 'a.spec.ts', title: 'quick', tests: [test('chromium', 100), test('firefox', 400)] }],
        suites: [
          { specs: [{ file: 'a.spec.ts', title: 'tried twice', tests: [test('chromium', 900, 600)] }] },
        ],
      },
    ],
  }
  expect(slowestPlaywright(browser, 2)).toEqual([
    { name: 'a.spec.ts › tried twice', seconds: 1.5 },
    { name: 'a.spec.ts › quick (firefox)', seconds: 0.4 },
  ])
  expect(slowestVitest(undefined)).toEqual([])
  expect(slowestPlaywright(undefined)).toEqual([])
})
