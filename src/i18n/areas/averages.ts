// The words of the area `averages`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { averages as en } from '../en/averages.ts'

export const averagesWords = area('averages', en, async () => (await import('../zh-CN/averages.ts')).averages)
