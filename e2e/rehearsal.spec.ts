// The 45-minute lecture from the first key to the last, with only a clicker's keys: the network fails after the third
// step, the console is reloaded in the middle, and α is dragged twice.
import { expect, open, ready, test } from './fixtures.ts'
import { twoFrames } from './seen.ts'
import { measure, press } from './wall.ts'

test.use({ serviceWorkers: 'allow' })

test('the 45-minute lecture runs through', async ({ page, context }) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '?path=lecture45&present=1')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // The projector never shows a plan.
  await expect(page.locator('table')).toHaveCount(0)
  const scene = page.locator('.Stage-wall .Stage-scene')
  await press(page, 'PageDown')
  await expect(scene).toHaveAttribute('data-phase', 'scene')
  await page.mouse.move(640, 715)
  const [console_] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open console' }).click(),
  ])
  const said = console_.locator('main').getByRole('status').first()
  await expect(said).toHaveText(/On the wall|The stage is covered/)
  await page.bringToFront()
  const tools = page.getByRole('toolbar', { name: 'Presenter tools' })
  const alpha = tools.getByRole('slider', { name: 'Learning rate α', exact: true })
  const placeOf = async (): Promise<string> => {
    const phase = await scene.getAttribute('data-phase').catch(() => null)
    const place =
      phase === 'home'
        ? ''
        : await page
            .locator('.Stage-wall .Stage-scenePlace b')
            .textContent()
            .catch(() => null)
    return `${place} ${phase}`
  }
  const order: string[] = []
  const steps = new Set<string>()
  let dragged = 0
  for (let presses = 0; presses < 80; presses++) {
    await expect(scene).toHaveAttribute('data-phase', /scene|ask|count|reveal|after|home/)
    const here = await placeOf()
    order.push(here)
    if (here === ' home') break
    const [step, phase] = here.split(' ')
    if (!steps.has(step) && steps.size === 3) await context.setOffline(true)
    if (!steps.has(step) && steps.size === 7) {
      await console_.reload()
      await ready(console_)
      await expect(said).toHaveText(/On the wall|The stage is covered/)
      await page.bringToFront()
    }
    steps.add(step)
    // Every word is visible, and nothing on the page reveals the answer of an open question.
    const seen = await measure(page)
    expect([seen.out, seen.small, seen.scrolls], here).toEqual([[], [], false])
    if (phase === 'ask' || phase === 'count') {
      await expect(page.locator('.HoldCard-card[data-right]')).toHaveCount(0)
      expect(await page.locator('.HoldCard-card, .Stage-wall svg').count(), here).toBeGreaterThan(0)
    }
    if (dragged < 2 && phase !== 'ask' && phase !== 'count' && (await alpha.count()) > 0) {
      const before = await alpha.inputValue()
      await page.mouse.move(640, 715)
      await expect(tools).toHaveCSS('opacity', '1')
      const { x, y, width, height } = (await alpha.boundingBox())!
      await page.mouse.move(x + width * 0.5, y + height / 2)
      await page.mouse.down()
      await page.mouse.move(x + width * (dragged ? 0.6 : 0.4), y + height / 2)
      await page.mouse.up()
      await twoFrames(page)
      expect(await alpha.inputValue(), here).not.toBe(before)
      dragged++
    }
    await press(page, presses % 3 ? 'PageDown' : 'ArrowRight')
    await expect.poll(placeOf).not.toBe(here)
  }
  expect(order.at(-1)).toBe(' home')
  await expect(page.getByRole('heading', { name: 'What you take home' })).toBeVisible()
  expect(steps.size).toBe(13)
  expect(dragged).toBe(2)
  expect(order.filter((one) => one.endsWith(' reveal')).length).toBeGreaterThan(8)
  await expect(page.getByRole('alert')).toHaveCount(0)
})
