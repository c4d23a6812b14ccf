// 首图之后才出现的菜单项，以及自己保存的实验。

import type { keeping as en } from '../en/keeping.ts'
import type { Translated } from '../translated.ts'

export const keeping: Translated<typeof en> = {
  menu: {
    share: '分享',
    save: '保存',
    mine: '我的实验',
    exportPicture: '导出图片',
    handout: '打印讲义',
    raceCode: '参赛码',
    offline: '可离线使用',
    offlineSince: '所有页面自 {date} 起保存在这台设备上，没有网络也能用。',
    newVersion: '换用新版本',
    newVersionWaits: '讲台正开着：等它关闭后再换用新版本。',
  },
  name: '名称',
  note: '备注',
  cancel: '取消',
  saved: '已保存“{name}”，可以在“我的实验”里找到。',
  nothing: '这一页没有可以保存的实验。',
  none: '你还没有保存过实验。按 Ctrl 或 ⌘ S 就能保存一个。',
  open: '打开',
  rename: '重命名',
  duplicate: '复制一份',
  remove: '删除',
  removed: '已删除“{name}”。',
  undo: '撤销',
  exportAll: '全部导出',
  import: '导入',
  imported: '读入了 {count} 个实验。',
  importedOne: '读入了 1 个实验。',
  notExperiments: '什么也没有读入：{fault}',
  inMemory: '这个浏览器已没有空间存放实验，“{name}”只保留到关闭页面为止。用“全部导出”可以把它们存成文件。',
  unnamed: '实验',
  copy: '{name}（副本）',
  step: '第 {step} 步',
}
