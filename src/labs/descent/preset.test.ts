import { expect, test } from 'vitest'
import { validate } from '../../engine/validate.ts'
import { playground } from './preset.ts'

test('the playground’s own experiment is valid and complete as it is written', () => {
  expect(validate(playground.experiment)).toEqual({ ok: true, experiment: playground.experiment })
})
