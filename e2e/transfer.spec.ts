// Transfer questions: explained after the answer, the first answer stored, and at the end of the course the steps to
// review.
import { questions } from '../src/lessons/transfer/questions.ts'
import { twelve } from '../src/app/transfer/twelve.ts'
import { expect, open, test } from './fixtures.ts'
import { button } from './names.ts'
import { axeFaults } from './seen.ts'

test('a lesson ends with questions that explain themselves after the first answer and keep it', async ({
  page,
}) => {
  await open(page, 'momentum?at=6')
  const list = page.getByRole('region', { name: 'Did it click?' })
  const first = list.getByRole('region').first()
  await expect(list.getByRole('region')).toHaveCount(questions.momentum.length)
  await expect(list).not.toContainText('nine times as high')
  await first.getByRole('button', { name: 'Answer' }).click()
  await expect(first).toContainText('That isn’t a number.')
  await first.getByRole('textbox').fill('0,2')
  await page.keyboard.press('Enter')
  await expect(first.getByRole('status')).toContainText('nine times as high')
  await expect(first.getByRole('link', { name: /who survives/ })).toBeVisible()
  await page.reload()
  await expect(first.getByRole('status')).toContainText('Your answer: 0.2')
  await expect(first.getByRole('textbox')).toHaveCount(0)
  expect(await axeFaults(page, '.Transfer-transfers')).toEqual([])
})

test('twelve questions are chosen by seed, and wrong answers link to their steps', async ({ page }) => {
  await open(page, 'questions?seed=7')
  const set = twelve(7)
  const result = page.getByRole('region', { name: 'Your result' })
  await expect(result).toContainText('12 questions are still open.')
  for (const [i, { question }] of set.entries()) {
    const asked = page.locator('.Transfer-transfer').nth(i)
    // The first one is answered wrongly, all others rightly.
    if ('right' in question)
      await asked.getByRole('textbox').fill(String(i === 0 ? question.right + 1 : question.right))
    else {
      const text = question.answers[i === 0 ? 1 : 0].en.replaceAll(/[$\\]/g, '').slice(0, 8)
      await asked.locator('label').filter({ hasText: text }).first().click()
    }
    await asked.getByRole('button', { name: 'Answer' }).click()
    await expect(asked.getByRole('status')).toBeVisible()
  }
  await expect(result).toContainText('11 of 12 are right.')
  await expect(result.getByRole('link')).toHaveCount(1)
  await expect(result.getByRole('link')).toHaveAttribute('href', new RegExp(`#/${set[0].lesson}`))
  expect(await axeFaults(page)).toEqual([])
  await button(page, 'Another set').click()
  await expect(result).toContainText('12 questions are still open.')
  await expect(page).toHaveURL(/seed=8/)
})
