// A browser that blocks pop-ups: the stage says so in one sentence with the address, and the lecture goes on. The
// console finds the stage when its address is opened.
import { chromiumFlags } from '../scripts/browser.mjs'
import { expect, open, test } from './fixtures.ts'
import { press } from './wall.ts'

test.use({
  launchOptions: {
    executablePath: process.env.RAVINE_BROWSER,
    args: [...chromiumFlags, '--block-new-web-contents'],
  },
})

test('if a second window is refused the stage says so, and the address opens the console', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'momentum?at=2&present=1')
  await page.mouse.move(640, 715)
  const link = page.getByRole('link', { name: 'Open console' })
  await link.click()
  const said = page.getByText(/^The browser refused a second window\./)
  await expect(said).toBeVisible()
  expect(context.pages()).toHaveLength(1)
  const [address] = /http\S+$/.exec((await said.textContent())!)!
  // Shown among the tools, not as a notice on the projector.
  await expect(page.locator('.Stage-wall').getByText('refused')).toHaveCount(0)
  await press(page, 'PageDown')
  await expect(page.locator('.Stage-wall .Stage-scene')).toHaveAttribute('data-phase', 'ask')
  const second = await context.newPage()
  await second.goto(address)
  await expect(second.locator('main').getByRole('status').first()).toHaveText(
    /On the wall|The stage is covered/,
  )
  await second.keyboard.press('PageDown')
  await expect(page.locator('.Stage-wall .Stage-scene')).toHaveAttribute('data-phase', 'count')
  await expect(said).toHaveCount(0)
})
