// 对等高线图的操作：固定路径、立体图。

import type { picture as en } from '../en/picture.ts'
import type { Translated } from '../translated.ts'

export const picture: Translated<typeof en> = {
  pin: '固定',
  before: '之前',
  unpin: '移除“{values}”',
  loop: '循环播放',
  tilt: '倾斜',
  tiltDial: '等高线图的倾斜',
  tiltValue: '倾斜 {tilt}°，转动 {turn}°',
  tiltHelp: '拖动可倾斜和转动等高线图，也可按 T。',
  dragMe: '拖我试试',
  wheel: '按住 Ctrl 滚动滚轮可缩放',
  wheelMac: '按住 ⌘ 滚动滚轮可缩放',
  heights: '高度',
  heightLog: 'log J',
  heightLinear: 'J',
  landmarks: { least: '最小的 J {value}', minimum: '极小点', saddle: '鞍点' },
  read: {
    lines: '同一条等高线上 J 相等；线越密，坡越陡。',
    downhill: '−∇J 与等高线垂直，指向下坡。',
    steps: '路径从圆环出发，每个点是一步。',
    more: '点击打开逐步讲解读图的课程。',
  },
  keys: {
    tilt: '把等高线图倾斜成立体图，再按一次还原',
    pin: '把现在的路径固定为“之前”；再按一次移除',
  },
  settings: '{run}：{settings}；B = {batch}，种子 {seed}，第 {step} 步。',
}
