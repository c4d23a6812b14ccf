// Layers that only some pictures have: they come with those.

export { dotsLayer, type DotClass, type DotsOptions } from './dotsLayer.ts'
export { ruleLayer, type RuleOptions } from './ruleLayer.ts'
export { bandLayer, type BandOptions, type BandPoints } from './bandLayer.ts'
