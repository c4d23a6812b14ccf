// The words of the area `rule`, loaded with the rule editor and the exercises.

import { area } from '../dictionaries.ts'
import { rule as en } from '../en/rule.ts'

export const ruleWords = area('rule', en, async () => (await import('../zh-CN/rule.ts')).rule)
