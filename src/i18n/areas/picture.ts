// The words of the area `picture`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { picture as en } from '../en/picture.ts'

export const pictureWords = area('picture', en, async () => (await import('../zh-CN/picture.ts')).picture)
