// The refusal to export a script whose data would make it a data file.

import { Refusal } from '../refusal.ts'

/** Builds the refusal for too much data, by field name. */
export const tooMany = (field: string, most: number, got: number, en: string, zh: string): Refusal =>
  new Refusal({
    en: `${field}: at most ${most} ${en} fit a script, got ${got}`,
    zh: `${field}：脚本至多容纳 ${most} 个${zh}，实际为 ${got}`,
  })
