// Finds a browser for the tests, the benchmarks and the pictures, or installs one. In this order: the variable
// RAVINE_BROWSER (an error if its file does not work) → Playwright's own Chromium, if installed → the system's headless
// shell, Chrome, Chromium or Edge → `npx playwright install chromium` → on Debian as root, apt-get → one error that
// lists the options. Everything here is synchronous, so a configuration file can call it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium, firefox } from 'playwright'

const isRoot = process.getuid?.() === 0
const isDebian = process.platform === 'linux' && existsSync('/etc/debian_version')

/** Chromium without a window, as packaged by Debian. */
const headlessShell = '/usr/bin/chromium-headless-shell'

/** Flags for every Chromium that the project starts. The sandbox is disabled only for root, where it cannot start. */
export const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The last such list wins. It repeats the relevant part of Playwright's own and adds the address bar's two popups,
  // which cost more than a second of processor time per window.
  `--disable-features=${[
    'PaintHolding',
    'HttpsUpgrades',
    'ThirdPartyStoragePartitioning',
    'BlockOriginHeaderModificationOnRedirect',
    'DestroyProfileOnBrowserClose',
    'MediaRouter',
    'Translate',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
  ].join(',')}`,
]

const systemBrowsers = {
  linux: [
    headlessShell,
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/opt/microsoft/msedge/msedge',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => [
    `/Applications/${name}.app/Contents/MacOS/${name}`,
    join(homedir(), `Applications/${name}.app/Contents/MacOS/${name}`),
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

const systemFirefoxes = {
  linux: ['/usr/bin/firefox-esr'],
  darwin: [],
  win32: [],
}

/** An existing file may still lack its libraries. On Linux `--version` tells at once. */
function works(file) {
  if (!file || !existsSync(file)) return false
  if (process.platform !== 'linux') return true
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

const run = (command, args, seconds, env = {}) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: seconds * 1000,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env },
  }).status === 0

let listsAreFresh = false
function aptInstall(...packages) {
  listsAreFresh ||= run('apt-get', ['update', '-qq'], 300)
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 900)
}

/** Returns the browser's path, or undefined if none is installed. Installs nothing. */
export function findBrowser() {
  const named = process.env.RAVINE_BROWSER
  if (named) {
    if (works(named)) return named
    throw new Error(`RAVINE_BROWSER names ${named}, but there is no browser there that starts.`)
  }
  return [chromium.executablePath(), ...(systemBrowsers[process.platform] ?? [])].find(works)
}

/** Returns the browser's path, installing a browser if necessary. Throws one error that lists the options. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  console.log('No browser found: trying `npx playwright install chromium`.')
  run('npx', ['playwright', 'install', 'chromium'], 900, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' })
  const own = chromium.executablePath()
  if (works(own)) return own
  if (isDebian && isRoot) {
    console.log('That did not work: trying apt-get install chromium-headless-shell.')
    if (!aptInstall('chromium-headless-shell', 'fonts-noto-cjk')) aptInstall('chromium', 'fonts-noto-cjk')
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error(
    'No browser for the tests. Any one of these helps: install Chrome, Chromium or Edge; run `npx playwright install ' +
      '--with-deps chromium`; or set RAVINE_BROWSER to the path of a Chromium-based browser.',
  )
}

/** Without a Chinese font the pages show boxes. Installs one on Debian as root, and prints a warning elsewhere. */
export function ensureChineseFont() {
  if (process.platform !== 'linux') return
  const listed = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8', timeout: 60_000 })
  if (listed.status === 0 && listed.stdout.trim() !== '') return
  if (isDebian && isRoot && aptInstall('fontconfig', 'fonts-noto-cjk')) return
  console.log(
    'No Chinese font found: pictures of the Chinese pages will show boxes (Debian: fonts-noto-cjk).',
  )
}

/**
 * Returns how to start Debian's Firefox, or Playwright's own, for the tests that compare bits. Undefined if there is
 * none.
 */
export function findFirefox() {
  const system = [process.env.RAVINE_FIREFOX, ...(systemFirefoxes[process.platform] ?? [])].find(works)
  if (system) return { channel: 'moz-firefox', executablePath: system }
  return works(firefox.executablePath()) ? {} : undefined
}
