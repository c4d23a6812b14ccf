// Layers that only some pictures have, loaded with them.

export { dotsLayer } from './dotsLayer.ts'
export { ruleLayer } from './ruleLayer.ts'
export { bandLayer } from './bandLayer.ts'
