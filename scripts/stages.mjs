// Reads the JSON reports of vitest and Playwright as counts. An unreadable file, a crashed runner and a suite that did
// not load are failures. Skipped tests are counted separately, never as passed. Also lists the slowest tests of both.

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Counts */

const crashed = (note) => ({ passed: 0, failed: 1, skipped: 0, note })

/** Counts a single check without tests of its own: formatting, lint, types, a build. @returns {Counts} */
export const singleCheck = (status) => ({
  passed: status === 0 ? 1 : 0,
  failed: status === 0 ? 0 : 1,
  skipped: 0,
})

/** A runner that failed although its report has no failure counts as one failure. */
function withStatus(counts, status, notes = []) {
  const failed = counts.failed === 0 && status !== 0 ? 1 : counts.failed
  if (failed > counts.failed) notes.push('the runner itself failed')
  if (failed === 0 && counts.passed === 0) return crashed('no test was executed')
  return { ...counts, failed, note: notes.join(', ') || undefined }
}

/** Takes vitest's JSON report (undefined: none was written) and its exit status. @returns {Counts} */
export function countVitest(report, status) {
  if (!report) return crashed('the runner wrote no report')
  let failed = report.numFailedTests
  for (const file of report.testResults)
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')) failed++
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0)
  return withStatus({ passed: report.numPassedTests, failed, skipped }, status)
}

/** Takes Playwright's JSON report (undefined: none was written) and its exit status. @returns {Counts} */
export function countPlaywright(report, status) {
  if (!report) return crashed('the runner wrote no report')
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + report.errors.length
  const notes = flaky > 0 ? [`${flaky} passed only when tried again`] : []
  return withStatus({ passed: expected + flaky, failed, skipped }, status, notes)
}

/** @typedef {{ name: string, seconds: number }} Timed */

/** Returns the slowest tests first. @param {Timed[]} all @returns {Timed[]} */
const slowest = (all, count) => all.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)

/** Returns the slowest tests of vitest's JSON report. */
export const slowestVitest = (report, count = 10) =>
  slowest(
    (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        name: `${name.split(/[\\/]/).at(-1)} › ${fullName}`,
        seconds: (duration ?? 0) / 1000,
      })),
    ),
    count,
  )

/** Returns the slowest tests of Playwright's JSON report, with all attempts of a test added up. */
export function slowestPlaywright(report, count = 10) {
  const all = []
  const walk = ({ suites = [], specs = [] }) => {
    for (const suite of suites) walk(suite)
    for (const { file, title, tests } of specs)
      for (const { projectName, results } of tests)
        all.push({
          name: `${file} › ${title}${projectName === 'chromium' ? '' : ` (${projectName})`}`,
          seconds: results.reduce((total, { duration }) => total + duration / 1000, 0),
        })
  }
  walk(report ?? {})
  return slowest(all, count)
}

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
