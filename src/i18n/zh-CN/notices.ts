// 提示：关于链接、文件和未能完成之事的句子。

import type { Translated } from '../translated.ts'
import type { notices as en } from '../en/notices.ts'

export const notices: Translated<typeof en> = {
  used: '{name}：改用 {value}',
  leftOut: '你的数据太大，链接里没有包含。',
  predicting: '还有一个预测没有揭晓，这个文件里会有答案：请先揭晓，再保存。',
  copied: '链接已复制。',
  notCopied: '链接未能复制，请从地址栏复制。',
  unknownRoute: '没有“{route}”这一页，已转到目录。',
  suitedAlpha: '已按此曲面设定 α：{runs}。',
  alphaOfSum: 'PyTorch 累加梯度，课程取其平均；α × (1 − β) 使路径不变：{runs}。',
  alphaOfAverage: '课程取梯度的平均，PyTorch 累加梯度；α ÷ (1 − β) 使路径不变：{runs}。',
  imported: '实验已打开。',
  nothingDropped: '拖来的既不是文件，也不是文字。没有任何改动。',
  noFilesHere: '没有打开任何东西：请在自由实验或平均实验室里打开文件。',
  notAnExperiment: '这个文件不是实验文件：{fault}。',
  computing: '正在计算',
  failed: '页面的这一部分出错了。你的实验保存在地址中。',
  again: '重试',
  anew: '重新开始',
}
