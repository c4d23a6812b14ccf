// The interface in English: the areas that come with the page. Those that come later are in areas/.

export { common } from './common.ts'
export { controls } from './controls.ts'
export { notices } from './notices.ts'
export { playground } from './playground.ts'
export { plots } from './plots.ts'
