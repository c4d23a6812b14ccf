// 提示：关于链接、文件和未能完成之事的句子。

import type { Translated } from '../translated.ts'
import type { notices as en } from '../en/notices.ts'

export const notices: Translated<typeof en> = {
  used: '{name}：改用 {value}',
  leftOut: '你的数据太大，链接里没有包含。',
  copied: '链接已复制。',
  notCopied: '链接未能复制，请从地址栏复制。',
  unknownRoute: '没有“{route}”这一页，已转到目录。',
  suitedAlpha: '已按此曲面设定 α：{runs}。',
  alphaOfSum: 'PyTorch 累加梯度，课程取其平均，所以 α 乘以了 (1 − β)，路径不变：{runs}。',
  alphaOfAverage: '课程取梯度的平均，PyTorch 累加梯度，所以 α 除以了 (1 − β)，路径不变：{runs}。',
  imported: '实验已打开。',
  nothingDropped: '拖进来的既不是文件，也不是文字，所以没有任何改动。',
  noFilesHere: '这里不能打开文件，请到自由实验或平均实验室里打开。',
  notAnExperiment: '这个文件不是实验文件：{fault}。',
  computing: '正在计算',
  failed: '页面的这一部分出错了。你的实验没有丢，它保存在地址里。',
  stopped: '后台计算无法启动，本页因此缺少一部分内容。',
  sandboxed: '此框架禁止后台计算，这里无法计算任何内容。',
  newTab: '在新标签页中打开',
  missingPart: '这一部分未能加载，网络恢复后会自动出现。',
  missingPage: '这一页未能加载，网络恢复后会自动出现。你的设置不会丢失。',
  replaced: 'Ravine 有了新版本。没有操作正在进行时，页面会在原处打开新版本。',
  again: '重试',
  reload: '重新加载页面',
}
