// The transfer questions of each lesson. transfer.test.ts computes the answers.

import type { Questions } from '../../course/transfer.ts'

export const questions: Questions = {
  'reading-the-map': [
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
  ],
  'mini-batch': [
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
  ],
  'reading-the-cost': [
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
  ],
  'batch-size': [
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
  ],
  averages: [
    {
      id: 'twenty',
      step: 'window',
      question: {
        en: 'You want an average that remembers about 25 days. Which $beta$ do you choose?',
        zh: '你想要一个大约记住 25 天的平均。$beta$ 取多少？',
      },
      right: 0.96,
      within: 0.003,
      because: {
        en: '$1/(1 - beta) = 25$ gives $beta = 0.96$. The weight of a day that old has fallen to about $1/e$.',
        zh: '$1/(1 - beta) = 25$，所以 $beta = 0.96$。25 天前那一天的权重降到了约 $1/e$。',
      },
    },
    {
      id: 'one-line',
      step: 'first',
      question: {
        en: 'So far $V = 20$, and $beta = 0.8$. The new value is 30. What is $V$ now?',
        zh: '目前 $V = 20$，$beta = 0.8$。新的值是 30。现在 $V$ 是多少？',
      },
      right: 22,
      because: { en: '$0.8 times 20 + 0.2 times 30 = 22$.', zh: '$0.8 times 20 + 0.2 times 30 = 22$。' },
    },
    {
      id: 'broken-sensor',
      step: 'outlier',
      question: {
        en: 'A sensor fails for one hour and reports a value that is 100 too high. Which average shows the smallest jump, and for how long?',
        zh: '传感器坏了一小时，读数高了 100。哪个平均跳得最小？影响持续多久？',
      },
      answers: [
        { en: '$beta = 0.99$: a small jump that lasts long', zh: '$beta = 0.99$：跳得小，但持续得久' },
        { en: '$beta = 0.5$: a small jump that is soon over', zh: '$beta = 0.5$：跳得小，很快就过去' },
        { en: '$beta = 0.99$: a small jump that is soon over', zh: '$beta = 0.99$：跳得小，很快就过去' },
      ],
      because: {
        en: 'The jump is $100 (1 - beta)$: 1 with $beta = 0.99$, 50 with $beta = 0.5$. What comes in with a small weight also fades slowly.',
        zh: '跳动是 $100 (1 - beta)$：$beta = 0.99$ 时是 1，$beta = 0.5$ 时是 50。进来时权重小，消退得也慢。',
      },
    },
  ],
  'bias-correction': [
    {
      id: 'two-forties',
      step: 'first',
      question: {
        en: 'With $beta = 0.9$ and $V_0 = 0$, the first two values are both 40. What is $V_2$ without correction?',
        zh: '$beta = 0.9$，$V_0 = 0$，前两个值都是 40。不做修正，$V_2$ 是多少？',
      },
      right: 7.6,
      because: {
        en: '$V_1 = 4$ and $V_2 = 0.9 times 4 + 0.1 times 40 = 7.6$. The weights add up to only 0.19.',
        zh: '$V_1 = 4$，$V_2 = 0.9 times 4 + 0.1 times 40 = 7.6$。权重之和只有 0.19。',
      },
    },
    {
      id: 'constant',
      step: 'divide',
      question: {
        en: 'A value is 7 on every day. What is the corrected average on day 3, with $beta = 0.98$?',
        zh: '某个量每天都是 7。$beta = 0.98$，第 3 天修正后的平均是多少？',
      },
      right: 7,
      because: {
        en: 'It is 7 from the first day on. The corrected weights add up to 1, so an average of equal values is that value.',
        zh: '从第一天起就是 7。修正后的权重之和是 1，相同的值取平均还是它自己。',
      },
    },
    {
      id: 'other-start',
      step: 'first',
      question: {
        en: 'A colleague starts with $V_0 = theta_1$ instead of 0, and still divides by $1 - beta^t$. What happens on the first days?',
        zh: '一位同事从 $V_0 = theta_1$ 而不是 0 开始，却照样除以 $1 - beta^t$。头几天会怎样？',
      },
      answers: [
        { en: 'The average is far too high', zh: '平均高得离谱' },
        { en: 'The average is right', zh: '平均正好' },
        { en: 'The average is too low', zh: '平均偏低' },
      ],
      because: {
        en: 'With that start $V$ is not too small, so there is nothing to correct. Divided by 0.02, the first day’s average would be 50 times as large as it should be (with $beta = 0.98$).',
        zh: '这样开始，$V$ 并不偏低，没有什么要修正的。除以 0.02，第一天的平均就变成应有值的 50 倍（$beta = 0.98$）。',
      },
    },
  ],
  momentum: [
    {
      id: 'other-limit',
      step: 'limit',
      question: {
        en: 'A valley has $lambda_max = 10$. Above which $alpha$ does momentum with $beta = 0.8$ diverge?',
        zh: '一个谷的 $lambda_max = 10$。$beta = 0.8$ 的动量，$alpha$ 超过多少就发散？',
      },
      right: 1.8,
      within: 0.01,
      because: {
        en: '$2 times 1.8/(0.2 times 10) = 1.8$, nine times as high as the limit of gradient descent.',
        zh: '$2 times 1.8/(0.2 times 10) = 1.8$，是梯度下降上限的九倍。',
      },
    },
    {
      id: 'library',
      step: 'rule',
      question: {
        en: 'A paper uses PyTorch’s form of momentum, without $(1 - beta)$, with a learning rate of 0.02 and $beta = 0.95$. Which $alpha$ gives the same path in the form of this course?',
        zh: '一篇论文用 PyTorch 的动量写法（没有 $(1 - beta)$），学习率 0.02，$beta = 0.95$。换成本课程的写法，$alpha$ 取多少才能走出同样的路径？',
      },
      right: 0.4,
      within: 0.01,
      because: {
        en: 'Without the factor $V$ is $1/(1 - beta) = 20$ times as large, so here $alpha$ must be 20 times as large: 0.4.',
        zh: '没有那个系数，$V$ 是这里的 $1/(1 - beta) = 20$ 倍，所以这里 $alpha$ 要取 20 倍：0.4。',
      },
    },
    {
      id: 'alternating',
      step: 'sum',
      question: {
        en: 'Along one parameter the gradients are 3, −3, 3, −3 and so on. After many steps with $beta = 0.9$, how large is $V$ there?',
        zh: '沿某个参数，梯度是 3、−3、3、−3……。$beta = 0.9$，走了很多步之后，那里的 $V$ 有多大？',
      },
      answers: [
        { en: 'About 0.16', zh: '约 0.16' },
        { en: 'About 0.3', zh: '约 0.3' },
        { en: 'Exactly 0', zh: '恰好是 0' },
      ],
      because: {
        en: 'The newest gradient puts in 0.3, and what is left of the older ones takes about half of that away again: $3 times 0.1/1.9 = 0.16$, with alternating sign.',
        zh: '最新的梯度加进 0.3，以前剩下的又抵消掉约一半：$3 times 0.1/1.9 = 0.16$，正负交替。',
      },
    },
  ],
  rmsprop: [
    {
      id: 'steady',
      step: 'axes',
      question: {
        en: 'Along one parameter the gradient has been 7 for hundreds of steps. RMSprop has $alpha = 0.003$. How long is its next step there?',
        zh: '沿某个参数，几百步以来梯度一直是 7。RMSprop 的 $alpha = 0.003$。下一步沿它走多远？',
      },
      right: 0.003,
      within: 0.01,
      because: {
        en: 'By now $sqrt S$ is 7, so the step is $alpha times 7/7 = alpha$.',
        zh: '这时 $sqrt S$ 就是 7，所以步长是 $alpha times 7/7 = alpha$。',
      },
    },
    {
      id: 'long-first',
      step: 'first',
      question: {
        en: 'RMSprop without correction has $beta_2 = 0.96$. How long is its first step, in units of $alpha$?',
        zh: '不做修正的 RMSprop，$beta_2 = 0.96$。第一步的长度是 $alpha$ 的多少倍？',
      },
      right: 5,
      within: 0.01,
      because: {
        en: '$S$ is 0.04 of the squared gradient, so $sqrt S$ is a fifth of the gradient, and the step is 5 $alpha$ long.',
        zh: '$S$ 是梯度平方的 0.04，$sqrt S$ 就是梯度的五分之一，步长是 5 $alpha$。',
      },
    },
    {
      id: 'sudden',
      step: 'chatter',
      question: {
        en: 'For a long time a parameter’s gradient has been 0.01. Then, for one step, it is 1. How long is that step of RMSprop, with $beta_2 = 0.9$?',
        zh: '很长时间以来，某个参数的梯度都是 0.01。突然有一步是 1。$beta_2 = 0.9$，RMSprop 这一步有多长？',
      },
      answers: [
        { en: 'About 3 $alpha$', zh: '约 3 $alpha$' },
        { en: 'About 1 $alpha$', zh: '约 1 $alpha$' },
        { en: 'About 100 $alpha$', zh: '约 100 $alpha$' },
      ],
      because: {
        en: 'The new gradient enters $S$ with the weight 0.1 before the division, so $sqrt S$ is about 0.32 and the step $1/0.32 = 3.2$ $alpha$. The memory can’t keep up with a sudden change, but it isn’t off by a factor of 100.',
        zh: '做除法之前，新的梯度已经以 0.1 的权重进入 $S$，所以 $sqrt S$ 约为 0.32，步长是 $1/0.32 = 3.2$ $alpha$。记忆跟不上突然的变化，但不会差到 100 倍。',
      },
    },
  ],
  adam: [
    {
      id: 'tiny-slope',
      step: 'first',
      question: {
        en: 'A parameter’s very first gradient is 0.0004, and Adam has $alpha = 0.005$. How far does Adam move it?',
        zh: '某个参数的第一个梯度是 0.0004，Adam 的 $alpha = 0.005$。它走多远？',
      },
      right: 0.005,
      within: 0.01,
      because: {
        en: 'The first step is $alpha$ long, whatever the size of the gradient: only its sign counts.',
        zh: '第一步的长度就是 $alpha$，与梯度的大小无关：只看符号。',
      },
    },
    {
      id: 'back-and-forth',
      step: 'agree',
      question: {
        en: 'Gradients alternate between 21 and −7. After a long time, about how long is an average step of Adam, in units of $alpha$?',
        zh: '梯度在 21 和 −7 之间交替。很久之后，Adam 平均一步有多长（以 $alpha$ 为单位）？',
      },
      right: 0.447,
      within: 0.06,
      because: {
        en: 'Their average is 7 and their usual size is $sqrt((21^2 + 7^2)/2) = 15.7$, so a step is about $7/15.7 = 0.45$ $alpha$.',
        zh: '它们的平均是 7，通常的大小是 $sqrt((21^2 + 7^2)/2) = 15.7$，所以一步约为 $7/15.7 = 0.45$ $alpha$。',
      },
    },
    {
      id: 'too-small-cost',
      step: 'thousand',
      question: {
        en: 'Somebody divides the cost by $10^{12}$, so that the gradients are about $10^{-12}$. What does Adam do now, with $epsilon = 10^{-8}$?',
        zh: '有人把代价除以 $10^{12}$，梯度就成了约 $10^{-12}$。$epsilon = 10^{-8}$ 时，Adam 会怎样？',
      },
      answers: [
        { en: 'It hardly moves', zh: '几乎不动' },
        { en: 'It takes the same path as before', zh: '路径和以前一样' },
        { en: 'It diverges', zh: '发散' },
      ],
      because: {
        en: 'A common factor cancels only while $sqrt S$ is much larger than what $epsilon$ adds to it. Here $epsilon$ is far larger, so the steps are tiny.',
        zh: '只有 $sqrt S$ 远大于 $epsilon$ 加进去的那一点，公共的倍数才会约掉。这里 $epsilon$ 大得多，步子就极小。',
      },
    },
  ],
  decay: [
    {
      id: 'step-450',
      step: 'epochs',
      question: {
        en: 'With $m = 6,400$, $B = 64$ and $alpha = 0.3/(1 + epoch)$, where epochs count from 0: which $alpha$ does step 450 use?',
        zh: '$m = 6,400$，$B = 64$，$alpha = 0.3/(1 + epoch)$，轮从 0 数起。第 450 步用多大的 $alpha$？',
      },
      right: 0.06,
      within: 0.01,
      because: {
        en: 'An epoch has 100 steps, so step 450 is in epoch 4: $0.3/5 = 0.06$.',
        zh: '一轮 100 步，第 450 步在第 4 轮：$0.3/5 = 0.06$。',
      },
    },
    {
      id: 'tank',
      step: 'too-early',
      question: {
        en: '$alpha$ starts at 0.1 and is multiplied by 0.8 after every step. What do all the $alpha$’s of the whole run add up to?',
        zh: '$alpha$ 从 0.1 开始，每一步之后乘以 0.8。整个训练中所有的 $alpha$ 加起来是多少？',
      },
      right: 0.5,
      within: 0.02,
      because: {
        en: '$0.1 + 0.08 + 0.064 + …$ is $0.1/(1 - 0.8) = 0.5$. That is all the distance there is, in units of the slope.',
        zh: '$0.1 + 0.08 + 0.064 + …$ 等于 $0.1/(1 - 0.8) = 0.5$。以坡度为单位，总共只能走这么远。',
      },
    },
    {
      id: 'standstill',
      step: 'too-early',
      question: {
        en: 'A run has not moved for 200 epochs. $J$ is 3, the gradient’s length is 2, and $alpha$ has fallen to $10^{-9}$. What has happened?',
        zh: '一条轨迹 200 轮没有移动。$J$ 是 3，梯度的长度是 2，$alpha$ 已经降到 $10^{-9}$。发生了什么？',
      },
      answers: [
        { en: 'Decay has frozen it', zh: '衰减把它冻住了' },
        { en: 'It is in a local minimum', zh: '它在局部极小点' },
        { en: 'It is on a plateau', zh: '它在平台区' },
      ],
      because: {
        en: 'At a minimum or on a plateau the gradient would be almost 0. Here the slope is large, and only $alpha$ keeps the run from moving.',
        zh: '在极小点或平台区，梯度应当几乎为 0。这里坡度很大，走不动只是因为 $alpha$。',
      },
    },
  ],
  'local-optima': [
    {
      id: 'three-signs',
      step: 'signs',
      question: {
        en: 'At a point the gradient is 0, and the Hessian has the eigenvalues 30, 0.5 and −0.01. What kind of point is it?',
        zh: '某点的梯度为 0，海森矩阵的特征值是 30、0.5 和 −0.01。它是什么点？',
      },
      answers: [
        { en: 'A saddle', zh: '鞍点' },
        { en: 'A minimum: nearly everything bends up', zh: '极小点：几乎都向上弯' },
        { en: 'A plateau: −0.01 is almost 0', zh: '平台区：−0.01 几乎为 0' },
      ],
      because: {
        en: 'One direction leads down, however gently. The signs decide what a point is; the sizes only decide how long it takes to leave it.',
        zh: '有一个方向通向下面，再平缓也是。是什么点由符号决定；大小只决定离开要多久。',
      },
    },
    {
      id: 'fourteen-coins',
      step: 'many',
      question: {
        en: 'A cost has 14 parameters. At a point of zero gradient, each direction bends up or down with equal chance. One in how many such points is a minimum?',
        zh: '代价有 14 个参数，在一个梯度为零的点，每个方向向上或向下弯的机会相等。平均多少个这样的点里有一个是极小点？',
      },
      right: 16_384,
      because: {
        en: 'All fourteen must bend up: one in $2^14 = 16,384$.',
        zh: '十四个都要向上弯：$2^14 = 16,384$ 个里有一个。',
      },
    },
    {
      id: 'then-it-falls',
      step: 'plateau',
      question: {
        en: 'For 1,000 steps $J$ has stayed at 2.3. Then, with nothing changed, it falls to 0.4 within 50 steps. What was it?',
        zh: '1,000 步里 $J$ 一直停在 2.3。什么也没改，接着 50 步之内降到 0.4。那是什么？',
      },
      answers: [
        { en: 'A plateau or a saddle', zh: '平台区或鞍点' },
        { en: 'A local minimum', zh: '局部极小点' },
        { en: 'Too large a learning rate', zh: '学习率太大' },
      ],
      because: {
        en: 'From a minimum no small step leads down. On a plateau, and at a saddle, a run goes on downhill, only very slowly, until the slope grows.',
        zh: '从极小点出发，没有哪一小步通向下面。在平台区和鞍点，轨迹一直在下坡，只是极慢，直到坡度变大。',
      },
    },
  ],
}
