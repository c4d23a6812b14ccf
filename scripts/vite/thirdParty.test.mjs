// Every built page comes with the notices of everything it is built from.
import { expect, test } from 'vitest'
import { noticesText, packageIn, shippedPackages } from './thirdParty.ts'

test('every dependency, its own dependencies and the fonts are named with their version and license text', () => {
  const names = [...shippedPackages().keys()]
  expect(names).toEqual(
    expect.arrayContaining([
      ...['react', 'react-dom', 'scheduler', 'zustand', 'gifenc'],
      ...['d3', 'd3-array', 'internmap', 'katex', '@fontsource-variable/inter'],
    ]),
  )
  const text = noticesText()
  for (const name of names) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
  for (const owner of ['Meta Platforms', 'Mike Bostock', 'Khan Academy', 'The Inter Project Authors'])
    expect(text).toContain(owner)
})

test('a file belongs to the innermost package in its path', () => {
  expect(packageIn('/a/node_modules/d3/node_modules/@x/y/src/z.js')).toBe('@x/y')
  expect(packageIn('C:\\a\\node_modules\\react\\index.js')).toBe('react')
  expect(packageIn('/a/src/main.tsx')).toBeUndefined()
})
