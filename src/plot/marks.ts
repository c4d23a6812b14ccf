// Layers that only some pictures have: they come with those.

export { dotsLayer } from './dotsLayer.ts'
export { ruleLayer } from './ruleLayer.ts'
export { bandLayer } from './bandLayer.ts'
