// Embedding: no header, parts hidden on request, and messages only to and from the one named origin.
import { createServer, type Server } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures.ts'
import { button, figure } from './names.ts'

test('embed=1 hides the header, and hide= the parts it names', async ({ page }) => {
  await open(page, 'playground?embed=1')
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Controls' })).toBeVisible()
  await open(page, 'playground?embed=1&hide=controls,playback')
  await expect(figure(page, 'Cost surface')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Controls' })).toHaveCount(0)
  await expect(button(page, 'Play')).toHaveCount(0)
  await open(page, 'playground?hide=controls')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(button(page, 'Play')).toBeVisible()
})

interface Heard {
  readonly origin: string
  readonly data: {
    readonly source: string
    readonly type: string
    readonly step: number
    readonly experiment: { readonly steps: number }
  }
}

/** A page of another origin that has the app in a frame and records its messages. */
function parentServer(frame: (origin: string) => string): Promise<{ server: Server; origin: string }> {
  return new Promise((resolve) => {
    const server = createServer((_, reply) => {
      reply.setHeader('content-type', 'text/html')
      const { port } = server.address() as { port: number }
      const source = frame(`http://127.0.0.1:${port}`).replaceAll('&', '&amp;')
      reply.end(
        `<!doctype html><html lang=en><title>Parent</title><script>heard=[];addEventListener('message',e=>heard.push({origin:e.origin,data:e.data}))</script><iframe width=900 height=600 src="${source}"></iframe>`,
      )
    })
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, origin: `http://127.0.0.1:${(server.address() as { port: number }).port}` }),
    )
  })
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard)
const say = (page: Page, message: unknown) =>
  page.evaluate((data) => frames[0].postMessage(data, '*'), message)

test('post=ORIGIN sends the state to that origin and obeys its commands', async ({
  page,
  baseURL,
  complaints,
}) => {
  const { server, origin } = await parentServer(
    (own) => `${baseURL}#/playground?embed=1&steps=90&post=${own}`,
  )
  await page.goto(origin)
  await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(0)
  const [first] = await heard(page)
  expect(first).toMatchObject({
    origin: new URL(baseURL!).origin,
    data: { source: 'ravine', type: 'state', step: 90, experiment: { steps: 90 } },
  })
  const last = async () => (await heard(page)).at(-1)!.data.step
  await say(page, { target: 'ravine', command: 'seek', step: 12 })
  await expect.poll(last).toBe(12)
  const count = (await heard(page)).length
  for (const bad of [
    null,
    'seek',
    7,
    { command: 'seek', step: 1 },
    { target: 'ravine', command: 'constructor' },
    { target: 'ravine', command: ['seek'], step: 3 },
    { target: 'ravine', command: 'eval', code: '1' },
  ])
    await say(page, bad)
  for (const odd of ['5', NaN, Infinity, null, {}, -5e300])
    await say(page, { target: 'ravine', command: 'seek', step: odd })
  await say(page, { target: 'ravine', command: 'seek', step: 30 })
  await expect.poll(last).toBe(30)
  expect((await heard(page)).length).toBeGreaterThan(count)
  await say(page, { target: 'ravine', command: 'play' })
  await expect.poll(last).toBeGreaterThan(32)
  await say(page, { target: 'ravine', command: 'pause' })
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await say(page, { target: 'ravine', command: 'restart' })
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  server.close()
  // Here the parent page itself has another origin.
  expect(complaints.every((one) => one.startsWith(`asks for ${origin}`))).toBe(true)
  complaints.length = 0
})

test('another origin receives nothing and is ignored', async ({ page, baseURL, complaints }) => {
  for (const post of ['https://example.org', '*', 'null', '']) {
    const { server, origin } = await parentServer(
      () => `${baseURL}#/playground?embed=1&steps=90&post=${post}`,
    )
    await page.goto(origin)
    const inner = page.frameLocator('iframe')
    await expect(inner.getByRole('status', { name: 'Step', exact: true })).toHaveText(/step 90/)
    await say(page, { target: 'ravine', command: 'seek', step: 3 })
    await say(page, { target: 'ravine', command: 'state' })
    await inner.getByRole('button', { name: 'Step back' }).click()
    await expect(inner.getByRole('status', { name: 'Step', exact: true })).toHaveText(/step 89/)
    expect(await heard(page)).toEqual([])
    server.close()
  }
  expect(complaints.filter((one) => !/asks for|postMessage/.test(one))).toEqual([])
  complaints.length = 0
})

test('a slide of Reveal.js plays and stops the frame, even if it asks while the frame loads', async ({
  page,
  baseURL,
  complaints,
}) => {
  const { server, origin } = await parentServer(
    () =>
      `${baseURL}#/playground?embed=1&steps=400&step=0" onload="this.contentWindow.postMessage('slide:start','*')`,
  )
  await page.goto(origin)
  const inner = page.frameLocator('iframe')
  await expect(inner.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await say(page, 'slide:stop')
  await expect(inner.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  // After a click inside, a clicker still moves the slides.
  await inner.getByRole('button', { name: 'Step back' }).click()
  await page.evaluate(() =>
    addEventListener('keydown', (event) => postMessage(`slides: ${(event as KeyboardEvent).key}`, '*')),
  )
  await page.keyboard.press('PageDown')
  const said = async () => (await heard(page)).map(({ data }) => data)
  await expect.poll(said).toEqual(['{"method":"next"}'])
  // The next press is the slides' own.
  await page.keyboard.press('PageUp')
  await expect.poll(said).toEqual(['{"method":"next"}', 'slides: PageUp'])
  server.close()
  expect(complaints.filter((one) => !/asks for/.test(one))).toEqual([])
  complaints.length = 0
})
