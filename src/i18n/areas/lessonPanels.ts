// The words of the area `lessonPanels`, loaded with the parts that use them.

import { area } from '../dictionaries.ts'
import { lessonPanels as en } from '../en/lessonPanels.ts'

export const lessonPanelsWords = area(
  'lessonPanels',
  en,
  async () => (await import('../zh-CN/lessonPanels.ts')).lessonPanels,
)
