// Browser tests against a production build, served by `vite preview` on a free port. Chromium runs every spec. Firefox,
// if found, runs e2e/*.bits.spec.ts, which verify that both compute the same bits.
import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, ensureBrowser, findFirefox } from './scripts/browser.mjs'

// Workers read this file again, so the first reading passes its results in the environment.
process.env.RAVINE_BROWSER = ensureBrowser()
process.env.RAVINE_PORT ??= String(await freePort())
const address = `http://127.0.0.1:${process.env.RAVINE_PORT}/`
const firefox = findFirefox()

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const found = server.address()
      server.close(() => resolve(typeof found === 'object' && found ? found.port : 0))
    })
  })
}

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 2 : 0,
  // Long timeouts cost nothing when all goes well, and a test must not fail because the machine is busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Its cache would be fetched again for every test. e2e/offline.spec.ts allows it.
    serviceWorkers: 'block',
    video: 'off',
    // A trace doubles the cost of every action. Use `npx playwright test --trace on` when a failure needs one.
    trace: 'off',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    reducedMotion: 'no-preference',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath: process.env.RAVINE_BROWSER, args: chromiumFlags },
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: /\.bits\.spec\.ts$/,
            use: {
              browserName: 'firefox' as const,
              launchOptions: {
                ...firefox,
                firefoxUserPrefs: { 'datareporting.policy.dataSubmissionEnabled': false },
              },
            },
          },
        ]
      : []),
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${process.env.RAVINE_PORT} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 60_000,
    stdout: 'ignore',
  },
})
