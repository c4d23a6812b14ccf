// The interface in English, area by area.

export { averages } from './averages.ts'
export { common } from './common.ts'
export { controls } from './controls.ts'
export { lessons } from './lessons.ts'
export { network } from './network.ts'
export { map } from './map.ts'
export { notices } from './notices.ts'
export { playground } from './playground.ts'
export { plots } from './plots.ts'
