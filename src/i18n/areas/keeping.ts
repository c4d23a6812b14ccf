// The words of the area `keeping`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { keeping as en } from '../en/keeping.ts'

export const keepingWords = area('keeping', en, async () => (await import('../zh-CN/keeping.ts')).keeping)
