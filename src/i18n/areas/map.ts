// The words of the area `map`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { map as en } from '../en/map.ts'

export const mapWords = area('map', en, async () => (await import('../zh-CN/map.ts')).map)
