// The words of the area `lessons`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { lessons as en } from '../en/lessons.ts'

export const lessonsWords = area('lessons', en, async () => (await import('../zh-CN/lessons.ts')).lessons)
