// The words of the area `network`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { network as en } from '../en/network.ts'

export const networkWords = area('network', en, async () => (await import('../zh-CN/network.ts')).network)
