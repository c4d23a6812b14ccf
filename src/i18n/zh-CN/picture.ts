// 对等高线图的操作：固定路径。

import type { picture as en } from '../en/picture.ts'
import type { Translated } from '../translated.ts'

export const picture: Translated<typeof en> = {
  pin: '固定',
  before: '之前',
  unpin: '移除“{values}”',
  keys: {
    pin: '把现在的路径固定为“之前”；再按一次移除',
  },
}
