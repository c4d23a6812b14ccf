// What an open prediction hides is nowhere: in no picture's words or table, in no number, not within reach of time. Held for
// every prediction of the lessons of the descent lab that hides something.
import { adam } from '../src/lessons/adam.ts'
import { decay } from '../src/lessons/decay.ts'
import { documentsOf } from '../src/lessons/documents.ts'
import type { Lesson } from '../src/lessons/lesson.ts'
import { localOptima } from '../src/lessons/localOptima.ts'
import { momentum } from '../src/lessons/momentum.ts'
import { rmsprop } from '../src/lessons/rmsprop.ts'
import { optimizers } from '../src/engine/optimizers/index.ts'
import { button, expect, open, ready, stepOf, test, visit } from './fixtures.ts'

for (const lesson of [momentum, rmsprop, adam, decay, localOptima] satisfies readonly Lesson[])
  test(`open predictions of ${lesson.id} tell nothing`, async ({ page }) => {
    await open(page, lesson.id)
    const homes = documentsOf(lesson)
    for (const [at, step] of (lesson as Lesson).steps.entries()) {
      const hides = step.prediction?.hides ?? []
      if (hides.length === 0) continue
      await visit(page, `${lesson.id}?at=${at + 1}`)
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('')
      await ready(page)
      const pictures = page.locator('.lab-pictures')
      const controls = page.getByRole('region', { name: 'Controls' })
      await expect(controls.getByRole('slider')).toHaveCount(0)
      await expect(controls.getByRole('group', { name: 'Runs' })).toHaveCount(0)
      const openers = pictures.getByRole('button', { name: 'Show as table' })
      while ((await openers.count()) > 0) await openers.first().click()
      const said = await pictures.ariaSnapshot()
      if (hides.includes('paths')) {
        const names = homes[at].experiment.runs.map(
          ({ name, optimizer }) => name ?? optimizers[optimizer].label.en,
        )
        // A letter of a formula (1/(1 + e)) is no name that one would look for.
        for (const name of names) expect(said, `${lesson.id}/${step.id}`).not.toContain(name)
        expect(said, `${lesson.id}/${step.id}`).not.toMatch(/J −?\d/)
        expect(await pictures.locator('.plot-table tbody tr').count()).toBe(0)
      }
      if (hides.includes('curves'))
        for (const strip of step.strips ?? ['cost'])
          if (['cost', 'alpha', 'schedules'].includes(strip))
            await expect(pictures.locator('.lab-strip figure').first()).not.toContainText('Show as table')
      if (hides.includes('paths') || hides.includes('beyond')) {
        await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveCount(0)
        const held = step.cursor ?? 0
        expect(await stepOf(page)).toBe(held)
        for (const key of ['End', 'ArrowRight', 'Space', 'Shift+ArrowRight']) await page.keyboard.press(key)
        await page.waitForTimeout(150)
        expect(await stepOf(page)).toBe(held)
      }
      if (hides.includes('numbers'))
        await expect(page.getByRole('region', { name: /The rule at step/ })).toHaveCount(0)
      // And all of it is there afterwards.
      if (step.prediction!.kind === 'choice') await page.getByRole('radio').first().check()
      else {
        await page.getByRole('slider', { name: 'Predicted point' }).focus()
        await page.keyboard.press('ArrowLeft')
      }
      await button(page, 'Reveal').click()
      await ready(page)
      await expect(page.getByText('Hidden until you predict.')).toHaveCount(0)
    }
  })
