// The same experiment gives the same bits in every browser as in Node: hashes of all rows, every optimizer in both
// conventions, on noisy data, on every surface. Node's hashes are computed here, by the engine itself.
import { hashInNode, known, races } from './bits.ts'
import { expect, open, test, visit } from './fixtures.ts'
import { status } from './names.ts'
import { experimentOf, hashOf } from './seen.ts'

test('the browser’s hashes equal Node’s', async ({ page, complaints }) => {
  await open(page, 'playground')
  for (const race of races) {
    await visit(page, `playground?${race}`)
    await expect(status(page, 'Step'), race).toHaveText(/^step (\d+) of \1,/)
    expect(await hashOf(page), race).toBe(hashInNode(await experimentOf(page)))
  }
  // Firefox logs messages about fonts and unknown policies.
  complaints.length = 0
})

test('the hash of the first picture is the known one', async ({ page, complaints }) => {
  await open(page, `playground?${known.race}`)
  const hash = await hashOf(page)
  expect(hash).toBe(hashInNode(await experimentOf(page)))
  expect(hash).toBe(known.hash)
  complaints.length = 0
})
