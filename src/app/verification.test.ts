import { expect, test } from 'vitest'
import { checks } from './verification.ts'

test.each(checks.map((check) => [check.says.en, check] as const))('%s', (_, check) => {
  const { got, holds } = check.compute()
  expect({ got, holds }).toEqual({ got, holds: true })
})
