// The interface in English: the areas that come with the page. areas/ has those that load later.

export { common } from './common.ts'
export { controls } from './controls.ts'
export { notices } from './notices.ts'
export { playground } from './playground.ts'
export { plots } from './plots.ts'
