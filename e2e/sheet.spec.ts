// Export picture: the saved file shows what the preview shows and has a fitting name, and the film plays.
import { readFile } from 'node:fs/promises'
import { expect, open, test } from './fixtures.ts'
import { axeFaults } from './seen.ts'

test('a picture exports as PNG, SVG and film, named for what it shows', async ({ page }) => {
  test.slow()
  await open(page, 'playground?run=momentum,alpha:0.05&steps=60')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export picture' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export picture' })
  const preview = dialog.getByRole('img', { name: 'Preview' })
  await expect(preview).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  const save = async (format: RegExp): Promise<readonly [string, Buffer]> => {
    const coming = page.waitForEvent('download', { timeout: 60_000 })
    await dialog.getByRole('button', { name: format }).first().click()
    const download = await coming
    return [download.suggestedFilename(), await readFile(await download.path())]
  }
  await dialog.getByRole('combobox', { name: 'Shape' }).selectOption('Column of 85 mm')
  const [name, png] = await save(/^PNG/)
  expect(name).toBe('ravine-momentum-a0.05-b0.9-k100.png')
  // 85 mm at 300 dpi, as stated in the file.
  expect(png.readUInt32BE(16)).toBe(1003)
  expect(png.subarray(37, 41).toString()).toBe('pHYs')
  expect(png.readUInt32BE(41)).toBe(11_811)
  // With the cost below the map.
  await dialog.getByRole('combobox', { name: 'Picture' }).selectOption('Cost surface and cost')
  await expect(preview).toHaveCSS('aspect-ratio', '321 / 337')
  const [, svg] = await save(/^SVG/)
  const text = svg.toString()
  expect(text.match(/<path\b/g)!.length).toBeGreaterThan(8)
  expect(text).toContain('Momentum: α = 0.05, β = 0.9, κ = 100')
  expect(text.match(/<svg\b/g)).toHaveLength(3)
  expect(text).toMatch(/@font-face\{[^}]*data:font\/woff2;base64,/)
  // The file shows the same as the preview.
  const alike = await page.evaluate(async (source) => {
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }))
    await image.decode()
    const shown = document.querySelector<HTMLCanvasElement>('.ExportSheet-preview canvas')!
    const pixels = (picture: CanvasImageSource): Uint8ClampedArray => {
      const canvas = new OffscreenCanvas(321, 337)
      const pen = canvas.getContext('2d')!
      pen.drawImage(picture, 0, 0, 321, 337)
      return pen.getImageData(0, 0, 321, 337).data
    }
    const [a, b] = [pixels(image), pixels(shown)]
    return a.reduce((sum, byte, i) => sum + Math.abs(byte - b[i]), 0) / a.length
  }, text)
  expect(alike).toBeLessThan(6)
  const seconds = dialog.getByRole('textbox', { name: 'Seconds' })
  await seconds.fill('1')
  await seconds.press('Enter')
  // The app's own page cannot play video: its policy forbids it.
  const player = await page.context().newPage()
  const played: unknown[] = []
  // Every offered format.
  const offered = await dialog.getByRole('button', { name: /^(MP4|WebM) · / }).allTextContents()
  expect(offered.length).toBeGreaterThan(0)
  for (const label of offered) {
    const [format] = label.split(' ')
    const [film, bytes] = await save(new RegExp(`^${format} `))
    expect(film).toBe(`ravine-momentum-a0.05-b0.9-k100.${format.toLowerCase()}`)
    const seen = await player.evaluate(async (source) => {
      const video = document.createElement('video')
      video.muted = true
      video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(source), (c) => c.codePointAt(0)!)]))
      const comes = (name: string): Promise<unknown> =>
        new Promise((resolve, reject) => {
          video.addEventListener(name, resolve, { once: true })
          video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true })
        })
      const loaded = comes('loadeddata')
      await loaded
      const pen = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d', {
        willReadFrequently: true,
      })!
      const pixels = (): Uint8ClampedArray => {
        pen.drawImage(video, 0, 0)
        return pen.getImageData(0, 0, video.videoWidth, video.videoHeight).data
      }
      const first = pixels()
      // To the end through all frames, without a jump.
      const ended = comes('ended')
      video.playbackRate = 4
      await video.play()
      await ended
      return {
        width: video.videoWidth,
        height: video.videoHeight,
        seconds: Math.round(video.duration * 10) / 10,
        moved: pixels().some((byte, i) => Math.abs(byte - first[i]) > 64),
      }
    }, bytes.toString('base64'))
    played.push(seen)
  }
  const whole = { width: 1280, height: 1344, seconds: 2.5, moved: true }
  expect(played).toEqual(offered.map(() => whole))
})
