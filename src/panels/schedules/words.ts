// The words of the schedule panels in both languages, loaded with the lesson that shows them.

import type { Words } from '../../engine/words.ts'

export const scheduleWords = {
  figure: { en: 'Schedules', zh: '学习率随轮数的变化' },
  epoch: { en: 'epoch', zh: '轮' },
  span: { en: 'Epochs shown', zh: '显示多少轮' },
  axis: { en: 'Axis of α', zh: 'α 轴' },
  linear: { en: 'linear', zh: '线性' },
  log: { en: 'logarithmic', zh: '对数' },
  point: { en: 'Point {number}', zh: '点 {number}' },
  pointText: { en: 'from epoch {epoch} on, α = {alpha}', zh: '从第 {epoch} 轮起，α = {alpha}' },
  add: { en: 'Add a point', zh: '添加一个点' },
  remove: { en: 'Remove the last point', zh: '移除最后一个点' },
  at: { en: '{name}: α = {alpha} in epoch {epoch}', zh: '{name}：第 {epoch} 轮 α = {alpha}' },
  tank: { en: 'Distance left in the tank', zh: '油箱里还剩的路程' },
  tankSum: { en: 'Σα to come', zh: '今后所有 α 之和' },
  endless: { en: '∞: it never runs dry', zh: '∞：永远用不完' },
  finite: {
    en: '{sum} is left of {full}, and no more will come',
    zh: '还剩 {sum}（开始时是 {full}），不会再增加',
  },
  forever: {
    en: 'along λ = {lambda}, {share}% of the remaining distance will never be covered',
    zh: '沿 λ = {lambda}，剩下的距离有 {share}% 永远走不完',
  },
  arrives: { en: 'along λ = {lambda} the run gets there', zh: '沿 λ = {lambda} 能走到' },
  step: {
    en: 'after step {step}, epoch {epoch}: α = {alpha}',
    zh: '第 {step} 步之后（第 {epoch} 轮）：α = {alpha}',
  },
} as const satisfies Readonly<Record<string, Words>>
