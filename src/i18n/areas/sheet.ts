// The words of the area `sheet`, loaded with the dialog that uses them.

import { area } from '../dictionaries.ts'
import { sheet as en } from '../en/sheet.ts'

export const sheetWords = area('sheet', en, async () => (await import('../zh-CN/sheet.ts')).sheet)
