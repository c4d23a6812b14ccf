// Transfer questions for lessons 1 to 4. transfer.test.ts computes the answers.

import type { Question } from '../../course/transfer.ts'

export const map: readonly Question[] = [
  {
    id: 'steeper-slice',
    step: 'slice',
    question: {
      en: 'A slice of another valley has the curvature $lambda = 80$. Above which $alpha$ does gradient descent diverge along it?',
      zh: '另一个谷的一个截面，曲率 $lambda = 80$。$alpha$ 超过多少，梯度下降就沿它发散？',
    },
    right: 0.025,
    because: {
      en: 'It diverges where $alpha lambda$ is above 2, and $2/80 = 0.025$.',
      zh: '$alpha lambda$ 超过 2 就发散，$2/80 = 0.025$。',
    },
  },
  {
    id: 'crooked-arrow',
    step: 'zigzag',
    question: {
      en: 'In a book, the arrow $-dW$ clearly crosses the contour lines at a slant. What is the likely reason?',
      zh: '一本书里，箭头 $-dW$ 明显斜着穿过等高线。最可能的原因是什么？',
    },
    answers: [
      {
        en: 'One unit is longer on one axis than on the other',
        zh: '两个坐标轴上，一个单位的长度不一样',
      },
      { en: 'The learning rate is too large', zh: '学习率太大' },
      { en: 'The gradient was computed on a mini-batch', zh: '梯度是在小批量上计算的' },
    ],
    because: {
      en: 'The gradient is at right angles to the contour lines only if both axes have the same scale. A stretched picture bends the angle. The learning rate changes the length of a step, not its direction.',
      zh: '只有两个轴的比例相同，梯度才与等高线垂直；图被拉伸，角度就变了。学习率改变的是步长，不是方向。',
    },
  },
  {
    id: 'millimeters',
    step: 'ravine',
    question: {
      en: 'We fit a line to heights in meters. Somebody enters them in millimeters, so every $x$ is 1,000 times as large. How many times as large does the curvature along $w$ become?',
      zh: '用一条直线拟合身高（米）。有人改用毫米输入，每个 $x$ 都变成 1,000 倍。沿 $w$ 的曲率变成多少倍？',
    },
    right: 1_000_000,
    because: {
      en: 'The curvature along $w$ is the average of $x^2$, so it becomes $1,000^2 = 1,000,000$ times as large. Such a ravine comes from units alone.',
      zh: '沿 $w$ 的曲率是 $x^2$ 的平均，所以变成 $1,000^2 = 1,000,000$ 倍。这样的狭长谷完全是单位造成的。',
    },
  },
]

export const miniBatch: readonly Question[] = [
  {
    id: 'odd-set',
    step: 'cut',
    question: {
      en: 'A training set has $m = 1,050$ examples, and $B = 100$. How many steps does an epoch have?',
      zh: '训练集有 $m = 1,050$ 个样本，$B = 100$。一轮有多少步？',
    },
    right: 11,
    because: {
      en: 'Ten full batches and one with the last 50 examples: $1,050/100$, rounded up.',
      zh: '十个完整的小批量，再加一个只有 50 个样本的：$1,050/100$ 向上取整。',
    },
  },
  {
    id: 'dropped',
    step: 'cut',
    question: {
      en: 'A library drops the last, short batch. With $m = 1,050$ and $B = 400$, how many examples does an epoch leave out?',
      zh: '有的库会丢掉最后那个不满的小批量。$m = 1,050$，$B = 400$ 时，一轮会漏掉多少个样本？',
    },
    right: 250,
    because: {
      en: 'Two batches of 400 use 800 examples, and 250 are left. With reshuffling they are different ones each time; without it, they are always the same.',
      zh: '两个 400 的小批量用掉 800 个样本，剩下 250 个。如果每轮打乱，每次漏掉的不同；不打乱，就总是同样的那些。',
    },
  },
  {
    id: 'same-reading',
    step: 'waiting',
    question: {
      en: 'With $m = 60,000$, batch gradient descent has taken 3 steps. How many steps has a run with $B = 120$ taken when it has read as many examples?',
      zh: '$m = 60,000$，批量梯度下降走了 3 步。读过同样多的样本时，$B = 120$ 的轨迹走了多少步？',
    },
    right: 1500,
    because: {
      en: 'Both have read $3 times 60,000 = 180,000$ examples, and $180,000/120 = 1,500$.',
      zh: '两者都读了 $3 times 60,000 = 180,000$ 个样本，$180,000/120 = 1,500$。',
    },
  },
]

export const cost: readonly Question[] = [
  {
    id: 'every-ten',
    step: 'spike',
    question: {
      en: 'A run with $m = 320$, $B = 32$ and no reshuffling has spikes of $J^{{t}}$ at steps 14, 24 and 34. What do you look at first?',
      zh: '$m = 320$，$B = 32$，不重新打乱。$J^{{t}}$ 在第 14、24、34 步有尖峰。先检查什么？',
    },
    answers: [
      { en: 'The labels of the fourth batch', zh: '第四个小批量的标签' },
      { en: 'The learning rate', zh: '学习率' },
      { en: 'The size of the network', zh: '网络的大小' },
    ],
    because: {
      en: 'An epoch has ten batches, so steps 4, 14, 24 and 34 use the same one. A spike that comes back once per epoch is in the data.',
      zh: '一轮十个小批量，所以第 4、14、24、34 步用的是同一个。每轮回来一次的尖峰，问题在数据里。',
    },
  },
  {
    id: 'one-rise',
    step: 'alarm',
    question: {
      en: 'Plain gradient descent uses all the examples for every step. Its $J$ is 0.80, 0.61, 0.50, 0.53, 0.47. What do you conclude?',
      zh: '普通的批量梯度下降，用全部样本：$J$ 依次是 0.80、0.61、0.50、0.53、0.47。说明什么？',
    },
    answers: [
      { en: 'Something is wrong, perhaps $alpha$', zh: '有问题，可能是 $alpha$' },
      { en: 'Nothing: the trend goes down', zh: '没问题：趋势在下降' },
      { en: 'The fourth batch was a hard one', zh: '第四个小批量比较难' },
    ],
    because: {
      en: 'On all the examples there are no easy or hard batches, so a single rise is enough to raise the alarm. Only with mini-batches does the trend decide.',
      zh: '用全部样本时没有难易之分，所以上升一次就该报警。只有用小批量时才看趋势。',
    },
  },
  {
    id: 'frozen-whole',
    step: 'freeze',
    question: {
      en: 'We freeze the network again ($alpha$ is one millionth), but now with $B = m$. In how many of 239 steps does $J^{{t}}$ rise?',
      zh: '再把网络冻住（$alpha$ 为百万分之一），但这次 $B = m$。239 步里 $J^{{t}}$ 有几步上升？',
    },
    right: 0,
    because: {
      en: 'It never rises, because every step is measured on the same examples. So there is no noise in the measuring, and the tiny steps still go downhill.',
      zh: '一步也没有：每一步都用同样的样本测量，没有测量的噪声，而极小的步子仍在下坡。',
    },
  },
]

export const size: readonly Question[] = [
  {
    id: 'sixteen',
    step: 'cloud',
    question: {
      en: 'A run with $B = 16$ wanders in a cloud of radius 0.4. How large is the cloud with $B = 64$, all else equal and $m$ very large?',
      zh: '$B = 16$ 的轨迹在半径 0.4 的点云里徘徊。其他不变、$m$ 很大，$B = 64$ 时点云有多大？',
    },
    right: 0.2,
    within: 0.03,
    because: {
      en: 'The radius is proportional to $1/sqrt B$. Four times as many examples halve it.',
      zh: '半径与 $1/sqrt B$ 成正比。样本数变成四倍，半径减半。',
    },
  },
  {
    id: 'quarter',
    step: 'cloud',
    question: {
      en: 'We cut a small $alpha$ to a quarter. To about what fraction of its size does the radius of the cloud shrink?',
      zh: '把一个较小的 $alpha$ 减到四分之一。点云的半径大约缩小到原来的多少？（写成小数）',
    },
    right: 0.5,
    within: 0.06,
    because: {
      en: 'For a small $alpha$ the radius is proportional to $sqrt alpha$, and $sqrt(1/4) = 0.5$.',
      zh: '$alpha$ 较小时，半径与 $sqrt alpha$ 成正比，$sqrt(1/4) = 0.5$。',
    },
  },
  {
    id: 'clinic',
    step: 'measured',
    question: {
      en: 'A clinic has records of 900 patients and trains on an ordinary laptop. Which $B$ do you try first?',
      zh: '一家诊所有 900 份病历，用普通笔记本电脑训练。先试哪个 $B$？',
    },
    answers: [
      { en: 'All 900', zh: '全部 900 份' },
      { en: '1, because it starts at once', zh: '1：马上就能更新' },
      { en: '64, because it is a power of two', zh: '64：它是 2 的幂' },
    ],
    because: {
      en: 'A pass over so few examples takes hardly any time, so there is nothing to wait for, and every step is exact. Mini-batches help when a pass takes long.',
      zh: '样本这么少，读一遍几乎不花时间，没有什么可等的，每一步又都精确。读一遍要很久时，小批量才划算。',
    },
  },
]
