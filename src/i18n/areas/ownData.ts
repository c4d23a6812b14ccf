// The words of the area `ownData`, loaded with the dialogs that use them.

import { area } from '../dictionaries.ts'
import { ownData as en } from '../en/ownData.ts'

export const ownDataWords = area('ownData', en, async () => (await import('../zh-CN/ownData.ts')).ownData)
