// In other people's pages: small frames, sandboxed frames, and the element.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { expect, open, ready, test } from './fixtures.ts'
import { button, figure, slider } from './names.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A static host like GitHub Pages: other origins may read its files, and 404.html answers for missing ones. */
async function host(
  pages: Readonly<Record<string, string>>,
  shared = true,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, reply) => {
    const name = (request.url ?? '/').replace(/[?#].*/, '').replace(/\/$/, '/index.html')
    if (shared) reply.setHeader('access-control-allow-origin', '*')
    if (Object.hasOwn(pages, name)) {
      reply.setHeader('content-type', 'text/html')
      reply.end(pages[name])
      return
    }
    const send = (status: number, file: string): Promise<void> =>
      readFile(join('dist', file)).then((bytes) => {
        reply.writeHead(status, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        reply.end(bytes)
      })
    send(200, name)
      .catch(() => send(404, '404.html'))
      .catch(() => reply.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a small frame shows the picture, Play and one slider, with the words folded', async ({ page }) => {
  for (const [width, height, share] of [
    [860, 560, 0.8],
    [600, 400, 0.75],
  ] as const) {
    await page.setViewportSize({ width, height })
    await open(page, 'momentum?at=1&embed=1&alpha=0.018')
    const { width: w, height: h } = (await figure(page, 'Cost surface').boundingBox())!
    expect((w * h) / (width * height)).toBeGreaterThan(share)
    await expect(button(page, 'Play')).toBeInViewport({ ratio: 1 })
    await button(page, 'Read').click()
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    await button(page, 'Read').click()
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
    await open(page, 'playground?embed=1&lock=alpha,beta#?secret=abc')
    await expect(page.getByRole('slider', { name: 'Learning rate α', exact: true })).toBeDisabled()
    await expect(page.locator('.Lab-controls input[type=range]:visible')).toHaveCount(1)
  }
  await page.setViewportSize({ width: 300, height: 150 })
  await open(page, 'momentum?at=1&embed=1&alpha=0.018')
  await expect(button(page, 'Play')).toBeInViewport({ ratio: 1 })
  await button(page, 'Play').click()
  await expect(button(page, 'Pause')).toBeVisible()
})

test('a sandbox without an origin runs if the host shares its files, and says so if not', async ({
  page,
  complaints,
}) => {
  const frame = (origin: string): string =>
    `<!doctype html><title>Parent</title><iframe sandbox="allow-scripts" width=860 height=560 src="${origin}/#/momentum?at=2&amp;embed=1"></iframe>`
  const pages: Record<string, string> = {}
  for (const shared of [true, false]) {
    const { server, origin } = await host(pages, shared)
    pages['/parent'] = frame(origin)
    await page.goto(`${origin}/parent`)
    const inner = page.frameLocator('iframe')
    if (shared) {
      await expect(inner.getByRole('figure', { name: 'Cost surface' })).toBeVisible()
      await expect(inner.getByRole('figure', { name: 'Cost surface' })).toContainText('Momentum')
      // Its 404 page repairs what a host writes in place of #.
      await page.goto(`${origin}/%23/momentum?at=3&lang=zh-CN`)
      await ready(page)
      const [route, search] = new URL(page.url()).hash.split('?')
      expect(route).toBe('#/momentum')
      expect(Object.fromEntries(new URLSearchParams(search))).toMatchObject({ at: '3', lang: 'zh-CN' })
    } else {
      await expect(inner.getByRole('alert')).toContainText('This frame forbids')
      await expect(inner.getByText(`${origin}/#/momentum?at=2&embed=1`, { exact: true })).toBeVisible()
    }
    server.close()
  }
  complaints.length = 0
})

test('the element reports its frame’s events, obeys its methods, and ignores everyone else', async ({
  page,
  baseURL,
  complaints,
}) => {
  const { server, origin } = await host({
    '/parent': `<!doctype html><title>Parent</title><script src="${baseURL}ravine-lab.js"></script>
      <ravine-lab link="#/momentum?at=1&amp;steps=90" height="560" lang="en"></ravine-lab>
      <ravine-lab link="javascript:alert(1)"></ravine-lab>`,
  })
  await page.goto(`${origin}/parent`)
  const steps = await page.evaluateHandle(() => {
    const heard: string[] = []
    const lab = document.querySelector('ravine-lab')!
    for (const type of ['ready', 'state'])
      lab.addEventListener(type, (event) =>
        heard.push(`${type} ${(event as CustomEvent<{ step: number }>).detail.step}`),
      )
    document.addEventListener('keydown', ({ key, keyCode }) => heard.push(`${key} ${keyCode}`))
    return heard
  })
  const heard = () => steps.evaluate((list) => list)
  await expect.poll(heard).toContain('ready 90')
  const call = (method: string, step?: number) =>
    page.evaluate(
      ([name, to]) => {
        const lab = document.querySelector('ravine-lab') as unknown as Record<string, (step?: number) => void>
        lab[name as string](to as number | undefined)
      },
      [method, step],
    )
  await call('seek', 12)
  await expect.poll(heard).toContain('state 12')
  // The page itself, and another frame of it, are not the element's frame.
  await page.evaluate((from) => {
    postMessage({ source: 'ravine', type: 'state', step: 666 }, '*')
    dispatchEvent(
      new MessageEvent('message', { data: { source: 'ravine', type: 'state', step: 667 }, origin: from }),
    )
  }, new URL(baseURL!).origin)
  await call('restart')
  const inner = page.frameLocator('ravine-lab >> nth=0 >> iframe')
  await expect(inner.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await call('pause')
  await slider(inner.locator('main'), 'Timeline').click()
  await page.keyboard.press('PageDown')
  await expect.poll(heard).toContain('PageDown 34')
  expect((await heard()).filter((one) => /66[67]/.test(one))).toEqual([])
  await expect(page.locator('ravine-lab >> nth=1 >> iframe')).not.toHaveAttribute('src')
  server.close()
  complaints.length = 0
})
