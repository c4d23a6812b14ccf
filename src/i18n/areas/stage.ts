// The words of the area `stage`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { stage as en } from '../en/stage.ts'

export const stageWords = area('stage', en, async () => (await import('../zh-CN/stage.ts')).stage)
