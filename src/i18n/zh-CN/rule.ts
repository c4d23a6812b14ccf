// 自定义规则的编辑器、规则示例与“自己写”练习。

import type { Translated } from '../translated.ts'
import type { rule as en } from '../en/rule.ts'

export const rule: Translated<typeof en> = {
  boxes: { rule: '规则' },
  help: '每行写一条语句。',
  key: '按 Ctrl + 空格补全名称。',
  lastGood: '这一行改对之前，仍按上一条没有错误的规则运行。',
  names: '补全名称',
  complete: '补全为 {name}',
  signs: '符号',
  beginFrom: '从哪条规则开始',
  ownLines: '自己写的',
  compareWith: '与哪条规则比较',
  nothing: '不比较',
  same: '与{name}相同：{steps} 步之内每一位都一致。',
  ended: '两者都在 {steps} 步之后结束，在此之前每一位都一致。',
  differs: '从第 {step} 步开始不同：{component} 按你的规则是 {own}，按{name}是 {other}。',
  gone: '不再是一个数',
  comparing: '正在比较…',
  slow: '这条规则在这台机器上每步约需 {ms} 毫秒，所以算得慢。',
  gallery: '试试这五条规则',
  galleryLead: '每一条都会在自由实验中打开，旁边是它所改动的那条规则。',
  reference: '可以怎么写',
  languageLines: {
    statement: '每行一条语句：名称 = 表达式。# 之后是注释。',
    parameter: 'parameter beta = 0.9 from 0 to 0.999 会生成一个滑块。',
    memory: '一步之内先读后写的名称是记忆量：每个参数各有一个数，从 0 开始；memory k = 1 则从 1 开始。',
    known:
      '可以读取 w（这个参数）、dW（它的梯度）、alpha、t（从 1 数起）、epoch（从 0 数起）、J、n、pi 和 e。必须给 w 赋值。',
    signs: '运算符有 + − * / ^，以及 < > <= >=（成立为 1，否则为 0）。',
    functions:
      '函数有 exp、log、sqrt、sin、cos、tan、tanh、abs、sign、min、max；norm、sum、mean 对所有参数计算。',
    zero: '0/0 按 0 计算。',
  },
  exercise: {
    title: '自己写一写',
    lead: {
      momentum: '写出动量的两行：梯度的平均，以及更新这一步。',
      rmsprop: '写出 RMSprop 的两行：梯度平方的平均，以及更新这一步。',
      adam: '写出 Adam：两个平均、各自的修正，以及更新这一步。',
      biasCorrection: '这里平均的是梯度。写出带偏差修正的动量，让更新用修正后的平均值。',
    },
    form: '从哪里开始',
    hole: '填空',
    empty: '空白页',
    check: '检查',
    hint: '提示',
    nextHint: '下一条提示',
    hintOf: '提示 {number}/3',
    checkedOn: '你的规则会在看不到的题目上，与课程笔记里的规则对照。',
    fault: '这还不是一条规则，有错误的那一行已标出。',
    right: '正确。在两道隐藏题目上各走 60 步，你的规则每一步都对。',
    otherConvention: '正确。ε 放在根号外是 PyTorch 的约定；课程笔记放在根号内。',
    wrong: '还不对。在一道隐藏题目的第 {step} 步，你的规则把参数更新为 {own}，应当是 {expected}。',
    solved: '这道练习你已在这台设备上完成。',
    solution: '课程笔记的写法',
    play: '在自由实验中运行你的规则',
  },
}
