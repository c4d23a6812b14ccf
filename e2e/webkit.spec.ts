// The same bits in WebKit as in Node, and pages that start there. Drives Debian's WebKitGTK by its own WebDriver, which
// Playwright does not support. Without it (`webkit2gtk-driver`, `xvfb`) there is nothing to test.
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test } from '@playwright/test'
import { hashInNode, known, races } from './bits.ts'
import { expect } from './fixtures.ts'

const onPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name))
      return true
    } catch {
      return false
    }
  })

/** The browser that comes with the driver. */
function miniBrowser(): string | undefined {
  for (const root of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec'])
    try {
      for (const folder of readdirSync(root)) {
        if (!/^webkit(2gtk|gtk)-/.test(folder)) continue
        const file = join(root, folder, 'MiniBrowser')
        accessSync(file)
        return file
      }
    } catch {
      // Not installed.
    }
  return undefined
}

const browser = miniBrowser()
const found = browser !== undefined && onPath('WebKitWebDriver') && onPath('xvfb-run')
const port = 20_000 + (process.pid % 20_000)

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  })
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null }
  if (value?.error) throw new Error(`${value.error}: ${value.message}`)
  return value
}

test.describe('WebKit', () => {
  test.skip(!found, 'webkit2gtk-driver and xvfb are not installed')
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  let driver: ChildProcess
  let session = ''

  test.beforeAll(async () => {
    driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
      stdio: 'ignore',
      // Its own group, so it ends together with the screen and the browser it starts.
      detached: true,
      env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    })
    await expect(async () => void (await call('GET', '/status'))).toPass({ timeout: 30_000 })
    const options = { binary: browser, args: ['--automation'] }
    const answer = await call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })
    session = `/session/${(answer as { sessionId: string }).sessionId}`
    await call('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 })
  })
  test.afterAll(async () => {
    if (session) await call('DELETE', session).catch(() => undefined)
    if (driver?.pid) process.kill(-driver.pid)
  })

  /**
   * Opens a route, waits until its rows have been computed and drawn, and returns the value of an expression in the
   * page.
   */
  async function opened(baseURL: string, route: string, expression: string): Promise<unknown> {
    await call('POST', `${session}/url`, { url: 'about:blank' })
    await call('POST', `${session}/url`, { url: `${baseURL}#/${route}` })
    const script = `const answer = arguments[0]
      const look = () => window.ravine ? window.ravine.ready.then(async () => answer(${expression})) : setTimeout(look, 50)
      look()`
    return call('POST', `${session}/execute/async`, { script, args: [] })
  }

  test('the hashes equal Node’s', async ({ baseURL }) => {
    const both = '[window.ravine.experiment, await window.ravine.hash()]'
    for (const race of [known.race, ...races]) {
      const [experiment, hash] = (await opened(baseURL!, `playground?${race}`, both)) as [unknown, string]
      expect(hash, race).toBe(hashInNode(experiment))
      if (race === known.race) expect(hash).toBe(known.hash)
    }
  })

  for (const route of ['', 'mini-batch', 'momentum', 'averages-lab', 'map', 'playground?objective=network'])
    test(`#/${route} starts`, async ({ baseURL }) => {
      const title = '(document.querySelector("h1") ?? document.querySelector("h2"))?.textContent ?? ""'
      expect(await opened(baseURL!, route, title)).toMatch(/\S/)
    })
})
