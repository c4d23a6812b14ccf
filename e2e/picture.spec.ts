// The picture comes first: the gallery, what is pinned, the relief, what moves.
import { axeFaults, expect, open, ready, test, type } from './fixtures.ts'

test('a phenomenon of the gallery is drawn when it comes into view, and opens in the lab', async ({
  page,
}) => {
  await open(page, 'gallery')
  const drawn = (at: number) =>
    page
      .locator('.thumbnail')
      .nth(at)
      .evaluate((canvas: HTMLCanvasElement) => canvas.width !== 300)
  await expect.poll(() => drawn(0)).toBe(true)
  await page.getByRole('link', { name: /Momentum overshoots/ }).click()
  await ready(page)
  expect(await page.evaluate(() => window.ravine.experiment)).toMatchObject({
    steps: 60,
    runs: [{ optimizer: 'momentum', alpha: 0.1 }],
  })
})

test('G pins the paths with their values: in the address, after a reload, and away again', async ({
  page,
}) => {
  await open(page, 'playground?run=gd,alpha:0.018')
  await page.keyboard.press('g')
  await type(page, 'Learning rate α', 0.01)
  const pinned = page.getByRole('button', { name: 'Remove “α 0.018”' })
  await expect(pinned).toBeVisible()
  await expect(page).toHaveURL(/ghost=/)
  await page.reload()
  await ready(page)
  await expect(pinned).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await pinned.click()
  await expect(pinned).toHaveCount(0)
  await expect(page).not.toHaveURL(/ghost=/)
})
