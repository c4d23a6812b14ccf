// 界面的简体中文：随页面加载的部分；其余部分见 areas/。

export { common } from './common.ts'
export { controls } from './controls.ts'
export { notices } from './notices.ts'
export { playground } from './playground.ts'
export { plots } from './plots.ts'
