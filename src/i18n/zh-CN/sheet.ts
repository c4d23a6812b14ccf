// 把图导出时的那张“纸”：外观、格式与动画。

import type { sheet as en } from '../en/sheet.ts'
import type { Translated } from '../translated.ts'

export const sheet: Translated<typeof en> = {
  title: '导出图片',
  preview: '预览',
  picture: '图',
  pictures: {
    map: '代价曲面',
    mapCost: '代价曲面与代价曲线',
    all: '代价曲面、代价曲线与优化器的记忆',
    cost: '代价曲线',
    memory: '优化器的记忆',
    averages: '平均',
    hypermap: '超参数地图',
  },
  shape: '形状',
  shapes: { wide: '16:9', classic: '4:3', square: '正方形', column: '85 毫米单栏' },
  look: '外观',
  looks: { light: '浅色', dark: '深色', print: '印刷' },
  type: '字号',
  heading: '标题',
  caption: '图注：设置与链接',
  still: '图片',
  film: '动画',
  from: '从第几步',
  to: '到第几步',
  seconds: '秒数',
  perSecond: '每秒帧数',
  size: '大约 {size} MB',
  making: '已完成 {percent}%',
  cancel: '取消',
  stop: '停止',
  saved: '已存为 {name}。',
  noCodec: '这个浏览器在这里不能编码视频，动画会存成 GIF。',
  noPicture: '这一页没有可以导出的图。',
  byHand: '如果没有存下文件，可能是这一页不允许下载：可以手动复制上面的图。',
  step: '第 {step} 步',
  handoutName: '姓名：',
  answers: '答案',
  keep: '要点',
}
