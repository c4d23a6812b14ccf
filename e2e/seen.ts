// What a page shows: its experiment and rows, its pictures as numbers, the accessibility rules that it breaks.
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'

export const experimentOf = (page: Page) => page.evaluate(() => window.ravine.experiment)
export const stepOf = (page: Page) => page.evaluate(() => window.ravine.step)
/** Returns the hash of all rows up to the cursor. Equal on every engine for equal experiments. */
export const hashOf = (page: Page) => page.evaluate(() => window.ravine.hash())

/** Returns a figure's canvases as one hash. */
export const drawn = (plot: Locator) =>
  plot.locator('canvas').evaluateAll((canvases) => {
    const small = document.createElement('canvas')
    small.width = 240
    small.height = 120
    const pen = small.getContext('2d', { willReadFrequently: true })!
    for (const canvas of canvases as HTMLCanvasElement[])
      if (canvas.width > 0) pen.drawImage(canvas, 0, 0, 240, 120)
    let sum = 0
    for (const part of pen.getImageData(0, 0, 240, 120).data) sum = (Math.imul(sum, 31) + part) | 0
    return sum
  })

/** Returns the hash once it is unchanged for half a second, when late rows and fonts have arrived. */
export async function drawnSettled(plot: Locator): Promise<number> {
  let [last, since] = [await drawn(plot), Date.now()]
  while (Date.now() - since < 500) {
    await plot.page().waitForTimeout(50)
    const now = await drawn(plot)
    if (now !== last) [last, since] = [now, Date.now()]
  }
  return last
}

/** Waits until the page has processed and drawn earlier actions. */
export const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** Returns the accessibility rules that the page violates, with none disabled. */
export async function axeFaults(page: Page, part?: string): Promise<string[]> {
  // A fading color has no final contrast yet.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  )
  // Every rule is on. Only violations are told at length, and no second page puts the results together: half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (part) axe.include(part)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
  )
}

/** Whether the page does not scroll sideways at its width. */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}
