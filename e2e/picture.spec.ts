// The picture comes first: the gallery, what is pinned, the relief, what moves.
import { expect, open, ready, test } from './fixtures.ts'

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
