// Experiment files: each opens in its own lab, whichever page received it, and invalid JSON is reported with its
// location.
import { writeFileSync } from 'node:fs'
import { expect, open, test } from './fixtures.ts'
import { button, status } from './names.ts'
import { experimentOf } from './seen.ts'

const averages = '{"version":1,"lab":"averages","series":{"kind":"inline","values":[3,1,2]},"betas":[0.5]}'
const race =
  '{"version":1,"lab":"descent","objective":{"kind":"himmelblau"},"steps":31,"runs":[{"optimizer":"adam","alpha":0.2}]}'
const map = `{"version":1,"lab":"map","base":${race.replace('himmelblau', 'beale').replace('31', '20')},"measure":"cost",
  "x":{"parameter":"alpha","from":0.01,"to":1,"count":8,"scale":"log"},
  "y":{"parameter":"beta1","from":0,"to":0.9,"count":8,"scale":"linear"}}`

test('a file opens in its own lab, and undo works there', async ({ page }, info) => {
  const give = async (text: string, input = 'header input[type=file]'): Promise<void> => {
    const file = info.outputPath('given.ravine.json')
    writeFileSync(file, text)
    await page.locator(input).first().setInputFiles(file)
  }
  const notice = status(page, 'Notice')
  await open(page, 'playground')
  await give('{\n  "version": 1,\n}')
  await expect(notice).toContainText('file: not valid JSON: line 2, column 15: a comma too many')
  await give(averages)
  await expect(page).toHaveURL(/#\/averages-lab/)
  await expect
    .poll(() => experimentOf(page))
    .toMatchObject({ lab: 'averages', series: { values: [3, 1, 2] } })
  await expect(notice).toHaveText('The experiment is open.')
  await button(page, 'Undo').click()
  await expect.poll(() => experimentOf(page)).toMatchObject({ series: { kind: 'seattle' } })

  await give(race)
  await expect(page).toHaveURL(/#\/playground/)
  await expect.poll(() => experimentOf(page)).toMatchObject({ objective: { kind: 'himmelblau' }, steps: 31 })
  await expect(notice).toHaveText('The experiment is open.')

  await give(map)
  await expect(page).toHaveURL(/#\/map/)
  await expect
    .poll(() => experimentOf(page))
    .toMatchObject({ lab: 'map', base: { objective: { kind: 'beale' } }, x: { count: 8 } })
  await give(averages, '.HyperMap-actions input[type=file]')
  await expect(page).toHaveURL(/#\/averages-lab/)
  await expect.poll(() => experimentOf(page)).toMatchObject({ series: { values: [3, 1, 2] } })
})
