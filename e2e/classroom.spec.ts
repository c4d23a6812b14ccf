// The console in a second window, sharing, and the phone's vote card.
import { expect, open, ready, test } from './fixtures.ts'
import { axeFaults, twoFrames } from './seen.ts'

test('the console drives the wall, and both reconnect after a reload', async ({ page, context }) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'momentum?path=lecture45&at=2&present=1')
  const scene = page.locator('.Stage-wall .Stage-scene')
  await page.mouse.move(640, 715)
  const [second] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open console' }).click(),
  ])
  await second.setViewportSize({ width: 1440, height: 900 })
  await expect(second.locator('main').getByRole('status').first()).toHaveText(
    /On the wall|The stage is covered/,
  )
  await expect(second.getByRole('heading', { name: 'Same α: who survives?' })).toBeVisible()
  await second.keyboard.press('PageDown')
  await expect(scene).toHaveAttribute('data-phase', 'ask')
  await second.keyboard.press('PageDown')
  await expect(scene).toHaveAttribute('data-phase', 'count')
  await second.getByRole('button', { name: 'One more for B' }).click()
  await expect(page.locator('.Stage-wall .Cards-hands').nth(1)).toHaveText('1')
  // The projector does not show what only the teacher may know.
  await expect(second.getByText('Momentum only goes faster')).toBeVisible()
  await expect(page.getByText('Momentum only goes faster')).toHaveCount(0)
  expect(await axeFaults(second)).toEqual([])
  await second.reload()
  await ready(second)
  await expect(second.getByRole('button', { name: /^Reveal/ })).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(scene).toHaveAttribute('data-phase', 'count')
  await expect(page.locator('.Stage-wall .Cards-hands').nth(1)).toHaveText('1')
  await second.getByRole('button', { name: /^Reveal/ }).click()
  await expect(scene).toHaveAttribute('data-phase', 'reveal')
  // The reveal's α is copied, and a slider of the console moves the projector's run.
  const box = second.getByRole('textbox', { name: 'Learning rate α' })
  await expect(box).toHaveValue('0.0202')
  await box.fill('0.019')
  await box.press('Enter')
  await expect
    .poll(() => page.evaluate(() => JSON.stringify((window.ravine.experiment as { runs: unknown }).runs)))
    .toContain('0.019')
  await second
    .getByRole('button', { name: 'Blank B' })
    .or(second.getByRole('button', { name: /^Blank/ }))
    .first()
    .click()
  await expect(page.locator('.Stage-blank')).toBeVisible()
  await page.close()
  await expect(second.locator('main').getByRole('status').first()).toHaveText(/The stage is closed/)
})

test('Share shows the link, its QR code, and the code of a frame with a preview', async ({ page }) => {
  await open(page, 'momentum?at=3&alpha=0.04')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share' })
  await expect(dialog.getByRole('textbox', { name: 'Link to this moment' })).toHaveValue(
    /#\/momentum\?.*at=3/,
  )
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'controls' }).check()
  await expect(dialog.getByRole('textbox', { name: 'Code of a frame' })).toHaveValue(
    /^<iframe src="http[^"]*embed=1&amp;hide=controls" title="[^"]+" width="100%" height="560"/,
  )
  await expect(dialog.getByTitle('Preview of the frame')).toHaveAttribute('src', /embed=1/)
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog.getByRole('status').first()).toHaveText(/Copied|selected/)
  await twoFrames(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap fills the screen with the answer’s card', async ({ page }) => {
    await open(page, 'momentum?at=2')
    await page.locator('.Question-answers label').nth(1).tap()
    await page.getByRole('button', { name: 'Vote', exact: true }).tap()
    const card = page.getByRole('dialog', { name: 'B: Hold it up.' })
    const box = (await card.boundingBox())!
    expect(box.width * box.height).toBeGreaterThan(0.99 * 390 * 844)
    await expect(card).toHaveCSS('background-color', 'rgb(242, 120, 159)')
    await card.getByRole('button', { name: 'Choose again' }).tap()
    await expect(card).toHaveCount(0)
  })
})

test('a class races with codes: they are ranked, other lines explained, results copied', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const codes: string[] = []
  for (const run of ['gd,alpha:0.018', 'momentum,alpha:0.05', 'gd,alpha:0.5']) {
    await open(page, `playground?steps=150&run=${run}`)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Race code' }).click()
    const dialog = page.getByRole('dialog', { name: 'Race code' })
    codes.push(await dialog.getByRole('textbox', { name: 'Race code' }).inputValue())
    await expect(dialog.getByRole('link')).toHaveAttribute('href', '#/class?steps=150')
  }
  await open(page, 'class?steps=150')
  const lines = codes.map((code, i) => `Runner ${i + 1} ${code}`)
  await page
    .getByRole('textbox', { name: 'Names and codes' })
    .fill([...lines, `Typo ${codes[0].slice(0, -1)}`, ...Array(60).fill(lines[0])].join('\n'))
  await page.getByRole('button', { name: 'Race', exact: true }).click()
  const rows = page.getByRole('table').last().getByRole('row')
  await expect(rows).toHaveCount(64)
  await expect(rows.nth(1)).toContainText('Runner 2')
  await expect(rows.last()).toContainText('diverges')
  await expect(page.getByRole('alert')).toHaveText('Line 4: the code of Typo is mistyped.')
  await expect(page.getByText('Only the first 60 runners are drawn')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => JSON.stringify((window.ravine.experiment as { runs: unknown }).runs)))
    .toContain('Runner 2')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Copy results' }).click()
  const csv = await page.evaluate(() => navigator.clipboard.readText())
  expect(csv.split('\n')[1]).toMatch(/^1,Runner 2,"Momentum, α 0.05, β 0.9",\d+,/)
})

test('two stages and three consoles stay separate, and each console reports the others', async ({
  page,
  context,
}) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'momentum?at=1&present=1')
  const other = await context.newPage()
  await other.emulateMedia({ reducedMotion: 'reduce' })
  await open(other, 'adam?at=2&present=1')
  const href = (stage: typeof page) =>
    stage.getByRole('link', { name: 'Open console' }).evaluate((link: HTMLAnchorElement) => link.href)
  const consoles = await Promise.all(
    [page, page, other].map(async (stage) => [await href(stage), await context.newPage()] as const),
  )
  for (const [address, one] of consoles) await one.goto(address)
  const said = (i: number) => consoles[i][1].locator('main').getByRole('status').first()
  await expect(said(0)).toContainText('Another console drives the same stage.')
  await expect(said(1)).toContainText('Another console drives the same stage.')
  await expect(said(2)).not.toContainText('Another console')
  // Each console only affects its own stage.
  const before = await other.locator('.Stage-wall .Stage-sceneTitle').textContent()
  await consoles[1][1].keyboard.press('PageDown')
  await expect(page.locator('.Stage-wall .Stage-scene')).not.toHaveAttribute('data-phase', 'scene')
  await expect(consoles[0][1].getByRole('button', { name: /^Next|^Reveal|count/ }).first()).toBeVisible()
  expect(await other.locator('.Stage-wall .Stage-sceneTitle').textContent()).toBe(before)
  await consoles[1][1].close()
  await expect(said(0)).not.toContainText('Another console')
})
