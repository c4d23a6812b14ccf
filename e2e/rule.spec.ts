// A custom rule: typed in the playground, broken and fixed, and an exercise solved in a lesson.
import { answerBets, expect, open, sizes, test, visit } from './fixtures.ts'
import { choice, slider, textBox } from './names.ts'
import { axeFaults, experimentOf, fitsItsWidth } from './seen.ts'
import { press } from './wall.ts'
import type { DescentExperiment } from '../src/engine/experiment.ts'

const rules = async (page: Parameters<typeof experimentOf>[0]) =>
  ((await experimentOf(page)) as DescentExperiment).runs.map(({ rule }) => rule)

test('a rule is typed, its fault is shown while the last good one runs, and undo covers all of it', async ({
  page,
}) => {
  await open(page, 'playground?run=gd,alpha:0.018&run=adam,alpha:0.1')
  await page.getByRole('group', { name: 'Runs' }).getByRole('button', { name: 'Adam' }).first().click()
  await choice(page, 'Optimizer').selectOption({ label: 'Your own rule' })
  const box = textBox(page, 'Rule')
  await choice(page, 'Begin from').selectOption({ label: 'RMSprop' })
  await expect(box).toHaveValue(/S = beta2\*S/)
  await choice(page, 'Compare with').selectOption({ label: 'RMSprop' })
  await expect(page.getByText('The same as RMSprop, to the last bit over 200 steps.')).toBeVisible()

  const good = 'parameter mu = 0.9\nV = mu*V + dW\nw = w - alpha*V'
  await box.fill(good)
  expect((await rules(page))[1]).toBe(good)
  await expect(slider(page, 'μ')).toHaveValue('0.9')
  await expect(page.getByText(/It first differs at step 1: w is/)).toBeVisible()

  // By keyboard, at the end of the text. The fault has a location and the key goes to it.
  await box.press('ControlOrMeta+End')
  await box.pressSequentially(' + vel')
  const fault = page.getByRole('alert')
  await expect(fault).toHaveText(/^line 3, column 19: unknown name 'vel'; /)
  await expect(box).toHaveAccessibleDescription(/line 3, column 19/)
  expect((await rules(page))[1]!.trim()).toBe(good)
  expect(await axeFaults(page)).toEqual([])
  for (let i = 0; i < 3; i++) await box.press('Backspace')
  await box.pressSequentially('al')
  await box.press('Control+ ')
  await expect(box).toHaveValue(`${good} + alpha`)
  await expect(fault).toHaveCount(0)
  expect((await rules(page))[1]).toBe(`${good} + alpha`)

  // Leaving the box adds an undo step, and the address has the rule.
  await choice(page, 'Begin from').focus()
  const link = page.url
  await expect.poll(() => decodeURIComponent(decodeURIComponent(link.call(page)))).toContain('+ alpha')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(box).not.toHaveValue(/\+ alpha$/)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(box).toHaveValue(`${good} + alpha`)

  // Line by line, the current line is highlighted in the text as in the formulas.
  await page.getByRole('button', { name: 'To the start' }).click()
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Next line' }).click()
  await expect(page.locator('.RuleEditor-page [data-current]')).toHaveText('V = mu*V + dW')
})

test('the rule editor fits a phone and a projector, and its gallery opens a race', async ({ page }) => {
  for (const size of sizes) {
    await page.setViewportSize(size)
    if (size === sizes[0]) await open(page, 'playground?run=rule,alpha:0.05&lang=zh-CN')
    expect(await fitsItsWidth(page)).toBe(true)
    await expect(textBox(page, '规则')).toBeVisible()
  }
  await page.getByText('试试这五条规则').click()
  await page.getByRole('link', { name: '按范数裁剪' }).click()
  await expect(textBox(page, '规则')).toHaveValue(/limit\/norm\(dW\)/)
  const { objective, runs } = (await experimentOf(page)) as DescentExperiment
  expect([objective.kind, runs.length]).toEqual(['beale', 2])

  // A link's rule that does not parse waits in its box to be fixed, while the default one runs.
  await visit(page, 'playground?run=rule,alpha:0.05,rule:w%20%3D%20w%20-%20mu*dW')
  await expect(textBox(page, '规则')).toHaveValue('w = w - mu*dW')
  await expect(page.getByRole('alert')).toHaveText(/^第 1 行第 9 列/)
  expect((await rules(page))[0]).toContain('parameter beta = 0.9')
  await textBox(page, '规则').fill('w = w - alpha*dW')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(textBox(page, '规则')).toBeFocused()
  expect(await rules(page)).toEqual(['w = w - alpha*dW'])
})

for (const [lang, own] of [
  ['en', { box: 'Rule', check: 'Check', hint: 'A hint', next: 'The next hint', title: 'Write it yourself' }],
  ['zh-CN', { box: '规则', check: '检查', hint: '提示', next: '下一条提示', title: '自己写一写' }],
] as const)
  test(`an exercise is checked, hinted, solved and kept in ${lang}`, async ({ page }) => {
    await answerBets(page)
    await open(page, `momentum?at=6&lang=${lang}`)
    const panel = page.getByRole('region', { name: own.title })
    const box = textBox(panel, own.box)
    const check = panel.getByRole('button', { name: own.check })
    await expect(panel.getByRole('alert')).toHaveCount(0)
    await check.click()
    await expect(panel.getByRole('alert')).toContainText(
      lang === 'en' ? 'line 2, column 14' : '第 2 行第 14 列',
    )

    await box.fill('parameter beta = 0.9\nV = beta*V + dW\nw = w - alpha*V')
    await expect(panel.getByRole('alert')).toHaveCount(0)
    await check.click()
    await panel.getByRole('button', { name: own.hint }).click()
    await panel.getByRole('button', { name: own.next }).click()
    await panel.getByRole('button', { name: own.next }).click()
    await expect(panel.getByRole('listitem')).toHaveText([/./, /1 − β/, /V = beta\*V \+ \(1 - beta\)\*dW/])
    expect(await axeFaults(page)).toEqual([])

    await box.fill('parameter mu = 0.9\nu = mu*u - (mu - 1)*dW\nw = w - u*alpha')
    await check.click()
    const done = panel.getByText(
      lang === 'en' ? /You have solved this exercise/ : /这道练习你已在这台设备上完成/,
    )
    await expect(done).toBeVisible()
    await page.reload()
    await expect(done).toBeVisible()

    // On the stage W opens it with the same text, in large type. A press of the clicker only closes it.
    await page.setViewportSize({ width: 1280, height: 720 })
    await open(page, `momentum?at=6&lang=${lang}&present=1`)
    await press(page, 'w')
    await expect(box).toBeFocused()
    await expect(box).toHaveValue(/mu\*u/)
    await check.click()
    await expect(done).toBeVisible()
    await expect(panel.getByRole('math')).toHaveCount(2)
    expect(await axeFaults(page)).toEqual([])
    const sizes = await panel.evaluate((node) =>
      [...node.querySelectorAll('p, label, textarea, button, h2, li, pre')].map((one) =>
        parseFloat(getComputedStyle(one).fontSize),
      ),
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(720 / 50)
    await box.focus()
    await press(page, 'PageDown')
    await expect(panel).toHaveCount(0)
    await expect(page.locator('.Stage-scene')).toHaveAttribute('data-phase', 'scene')
  })
