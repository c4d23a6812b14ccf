// Lesson 8. Each axis gets its own step: √S divides steep directions by a large number. Why the first step is so long,
// why RMSprop never settles (in the end it hops by about α), and whether ε is inside the root or outside.

import type { DescentLesson } from '../course/lesson.ts'
import type { RunPart } from '../course/tasks.ts'

const alone: RunPart = { optimizer: 'rmsprop', alpha: 0.1 }
const hopping: RunPart = { ...alone, alpha: 0.3 }

export const rmsprop: DescentLesson = {
  id: 'rmsprop',
  numbers: [1, 2, 3, 6, 4, 5],
  steps: [
    {
      id: 'axes',
      title: { en: 'A step size for every axis', zh: '每个方向一个步长' },
      text: {
        en: `In this valley $b$ is steep and $w$ is flat. We want smaller steps along $b$ without slowing down along $w$. So a rule could divide the step along each axis by a number of its own.

It can use all the gradients that it has seen so far.`,
        zh: `这个谷里 $b$ 方向陡，$w$ 方向平。我们希望沿 $b$ 的步子小一些，沿 $w$ 不要慢下来。所以可以让每个方向的步长各除以一个数。

到目前为止见过的梯度都可以用。`,
      },
      experiment: { steps: 120, runs: [{ optimizer: 'gd', alpha: 0.0195 }, alone] },
      view: { selected: 1 },
      strips: ['memory', 'effective'],
      controls: ['runs', 'alpha', 'beta2', 'axes'],
      rule: { component: 1 },
      terms: [
        {
          term: { en: '$beta_2$', zh: '$beta_2$' },
          note: {
            en: 'is the $beta$ of an average of squares. The 2 keeps it apart from the $beta$ of momentum.',
            zh: '是梯度平方的平均所用的 $beta$，加下标 2 是为了不与动量的 $beta$ 混淆。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'What should the rule divide by, to slow down exactly the steep axis?',
          zh: '除以什么，才能恰好让陡的方向慢下来？',
        },
        votes: [35, 45, 20],
        answers: [
          {
            text: { en: 'The average of the gradients along that axis', zh: '这个方向上梯度的平均' },
            says: {
              en: 'Gradients along the steep axis are large. But they change their sign all the time, so their average is small.',
              zh: '陡的方向上梯度确实大。但它们一正一负，平均很小。',
            },
          },
          {
            text: { en: 'The usual size of the gradients along that axis', zh: '这个方向上梯度通常的大小' },
            right: true,
            says: {
              en: 'Squares have no sign. The root of their average is the usual size: large along $b$, small along $w$.',
              zh: '平方没有正负。平方的平均再开方，就是通常的大小：沿 $b$ 大，沿 $w$ 小。',
            },
          },
          {
            text: { en: 'The distance that is left along that axis', zh: '这个方向上还剩的距离' },
            says: {
              en: 'That would help. But the run doesn’t know where the minimum is; it knows only gradients.',
              zh: '要是知道就好了。但它不知道最小值在哪里，只知道梯度。',
            },
          },
        ],
        after: {
          en: `For each parameter, **RMSprop** keeps $S$, an average of the squared gradients, and divides the step by $sqrt S$. The dashed ellipse on the map shows $sqrt S$: where it is long, the step is divided by a lot. Below the map on the right you see the step that is left along each axis.

Point at $S$ in the formula.`,
          zh: `**RMSprop** 为每个参数记住 $S$，也就是梯度平方的指数加权移动平均，再把步长除以 $sqrt S$。图上的虚线椭圆就是 $sqrt S$：哪个方向长，哪个方向就被除得多。等高线图右下方的小图是每个方向上还剩多大的步长。

指一下公式里的 $S$。`,
        },
      },
      teaching: {
        misconception: {
          en: 'The average gradient shows which axis is steep',
          zh: '看梯度的平均就知道哪个方向陡',
        },
        sentence: {
          en: 'RMSprop divides each step by √S, the usual size of the gradients along that axis.',
          zh: 'RMSprop 把每个方向的步长除以 √S，即这个方向上梯度通常的大小。',
        },
      },
      cards: [
        {
          says: {
            en: 'Make $w$ the steep axis and $b$ the flat one: you get the same numbers, exchanged. It makes no difference to RMSprop which axis is steep.',
            zh: '把 $w$ 变陡、$b$ 变平：得到的是同样的数，只是互换了。哪个方向陡，对 RMSprop 没有区别。',
          },
          load: { experiment: { objective: { curvature: [100, 1] }, start: [1, -10] } },
        },
      ],
    },
    {
      id: 'first',
      title: { en: 'How long is the first step?', zh: '第一步有多长？' },
      text: {
        en: `$S$ starts at 0, and there is no bias correction. After one step it has seen one gradient, with the weight $1 - beta_2 = 0.1$.

The run is at its start, $(-10, 1)$, with $alpha = 0.1$.`,
        zh: `$S$ 从 0 开始，也没有偏差修正。走一步之后它只见过一个梯度，权重是 $1 - beta_2 = 0.1$。

轨迹在起点 $(-10, 1)$，$alpha = 0.1$。`,
      },
      experiment: { steps: 20, runs: [alone] },
      strips: ['memory'],
      controls: ['alpha', 'beta2', 'biasCorrection'],
      rule: { component: 0, code: true },
      prediction: {
        question: {
          en: 'How far does the first step go along $w$?',
          zh: '第一步沿 $w$ 走多远？',
        },
        votes: [45, 25, 30],
        answers: [
          {
            text: { en: '0.1, that is $alpha$', zh: '0.1，就是 $alpha$' },
            says: {
              en: 'If $S$ were the square of the gradient, it would be. But so far $S$ is only a tenth of that square.',
              zh: '如果 $S$ 等于梯度的平方，确实如此。但现在 $S$ 只有它的十分之一。',
            },
          },
          {
            text: {
              en: 'About 0.32, that is $alpha/sqrt(1 - beta_2)$',
              zh: '约 0.32，即 $alpha/sqrt(1 - beta_2)$',
            },
            right: true,
            says: {
              en: 'The step is too long because the divisor is too small: the opposite of momentum.',
              zh: '除数太小，步子就太长：与动量恰好相反。',
            },
          },
          {
            text: {
              en: '0.01, because $S$ starts at 0 and so it starts slowly',
              zh: '0.01：$S$ 从 0 开始，所以起步慢',
            },
            says: {
              en: 'Momentum does start slowly. But here the average is in the denominator, so a value that is too small makes the step too long.',
              zh: '动量确实起步慢。但这里平均在分母上，值太小，步子反而太长。',
            },
          },
        ],
        reveal: { cursor: 1 },
        after: {
          en: 'It has moved by 0.316 along $w$ and by 0.316 along $b$, though the two slopes are 10 and 100. Go on step by step, or line by line.',
          zh: '沿 $w$ 走了 0.316，沿 $b$ 也走了 0.316，尽管两个方向的坡度是 10 和 100。可以一步一步、或逐行往下看。',
        },
      },
      teaching: {
        misconception: { en: 'What starts at 0 starts slowly', zh: '从 0 开始的，起步都慢' },
        sentence: {
          en: 'S is in the denominator: if it is too small, the step is too long.',
          zh: 'S 在分母上：太小了，步子就太长。',
        },
      },
    },
    {
      id: 'chatter',
      title: { en: 'What does a larger α do?', zh: '更大的 α 会怎样？' },
      text: {
        en: `Along the steep axis RMSprop divides by a large number, so a larger $alpha$ no longer makes the run diverge there. In this valley the limit of gradient descent is 0.02.

Here RMSprop gets $alpha = 0.3$, fifteen times as large. Gradient descent runs along with $alpha = 0.0202$, only 1% above its limit.`,
        zh: `在陡的方向上，RMSprop 除以一个大数，步子被压小，所以那里用更大的 $alpha$ 也不会发散。梯度下降在这个谷里的上限是 0.02。

这里 RMSprop 用 $alpha = 0.3$，是这个上限的十五倍。一起出发的梯度下降用 $alpha = 0.0202$，只比上限大 1%。`,
      },
      experiment: { steps: 100, runs: [hopping, { optimizer: 'gd', alpha: 0.0202 }] },
      view: { selected: 0 },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta2', 'decay', 'steps'],
      prediction: {
        question: { en: 'Where is RMSprop after 100 steps?', zh: '100 步之后 RMSprop 在哪里？' },
        votes: [25, 40, 35],
        answers: [
          {
            text: { en: 'It has diverged', zh: '发散了' },
            says: {
              en: '0.3 is far above the limit of gradient descent. But here a longer hop makes a larger gradient and a larger $S$, and that shortens the next hop again.',
              zh: '0.3 确实远超梯度下降的上限。但在这里，跳得远，梯度就大，$S$ 也大，下一跳又被压短。',
            },
          },
          {
            text: { en: 'At the minimum, at rest', zh: '静静停在最小值' },
            says: {
              en: 'Along $w$ it has nearly arrived. But along $b$ the steps don’t shrink for good: once $sqrt S$ has forgotten the large slopes, the steps become long again.',
              zh: '沿 $w$ 它确实快到了。但沿 $b$ 步子不会一直变小：等 $sqrt S$ 忘掉了大的坡度，步子又变长。',
            },
          },
          {
            text: { en: 'Near the minimum, hopping back and forth', zh: '在最小值附近来回跳' },
            right: true,
            says: {
              en: 'The gradient is divided by its **remembered** size. In the end that leaves hops of about $alpha$.',
              zh: '梯度被除以**记住的**大小，到最后剩下的是每次约为 $alpha$ 的跳动。',
            },
          },
        ],
        after: {
          en: 'Gradient descent diverges: after 100 steps its $J$ is 2,625. RMSprop doesn’t. Along $b$ it hops by about 0.3 across the minimum, and $J$ stays at about 1. Along $w$ the steps became tiny, because $sqrt S$ still remembered larger slopes. Let it run for 400 steps: once they are forgotten, it hops along $w$ too. A smaller $alpha$ makes the hops smaller. Or let $alpha$ decay.',
          zh: '梯度下降发散了：100 步之后 $J$ 是 2,625。RMSprop 没有。沿 $b$ 它每次跳约 0.3，$J$ 停在 1 左右。沿 $w$ 步子变得极小，因为 $sqrt S$ 还记着以前更大的坡度。让它走 400 步：等它忘掉之后，沿 $w$ 也会来回跳。$alpha$ 小些，跳得就小些；或者让 $alpha$ 衰减。',
        },
      },
      teaching: {
        misconception: {
          en: 'Near the minimum the steps shrink by themselves, and the run comes to rest',
          zh: '快到最小值时步子自己会变小，最后停住',
        },
        sentence: {
          en: 'RMSprop divides by the remembered size of the gradients. In the end it hops by about α and never settles.',
          zh: 'RMSprop 除以记住的梯度大小：到最后每次跳约 α，永远停不下来。',
        },
      },
    },
    {
      id: 'sign',
      title: { en: 'Isn’t it just the sign?', zh: '这不就是取符号吗？' },
      text: {
        en: `$dW$ divided by $sqrt(dW^2)$ is +1 or −1. Then only the sign of the gradient is left, and every step is $alpha$ long. Is RMSprop really any different?

The second run is exactly that rule, $w := w - alpha sign(dW)$. Both runs have $alpha = 0.3$.`,
        zh: `$dW$ 除以 $sqrt(dW^2)$，得到 +1 或 −1。这样就只剩下梯度的符号，每一步都是 $alpha$ 长。RMSprop 与它有什么不同？

第二条轨迹用的正是这条规则：$w := w - alpha sign(dW)$。两条都用 $alpha = 0.3$。`,
      },
      experiment: {
        steps: 60,
        runs: [hopping, { optimizer: 'rule', alpha: 0.3, rule: 'w = w - alpha*sign(dW)', name: 'sign' }],
      },
      view: { selected: 0 },
      strips: ['memoryAcross', 'cost'],
      controls: ['runs', 'alpha', 'beta2'],
      prediction: {
        question: {
          en: 'How do the two paths run along the floor of the valley?',
          zh: '沿着谷底，两条路径各是什么样？',
        },
        votes: [45, 35, 20],
        answers: [
          {
            text: { en: 'Alike: only the sign is left', zh: '一样：都只剩符号' },
            says: {
              en: 'With $beta_2 = 0$ they are the same, because then $sqrt S$ is the size of this one gradient. But here $sqrt S$ remembers earlier, larger ones.',
              zh: '$beta_2 = 0$ 时确实一样：那时 $sqrt S$ 就是这一个梯度的大小。但这里 $sqrt S$ 还记着以前更大的梯度。',
            },
          },
          {
            text: { en: 'RMSprop straight, the sign rule hopping', zh: 'RMSprop 笔直，取符号的来回跳' },
            right: true,
            says: {
              en: 'RMSprop remembers how steep $b$ was, so near the floor its steps along $b$ are tiny.',
              zh: 'RMSprop 记得 $b$ 方向有多陡，所以到了谷底，它沿 $b$ 的步子极小。',
            },
          },
          {
            text: { en: 'The sign rule straight, RMSprop hopping', zh: '取符号的笔直，RMSprop 来回跳' },
            says: {
              en: 'One of them does hop. But the sign rule has no memory: next to the floor its step is as long as anywhere else.',
              zh: '确实有一条在跳。但符号没有记忆：在谷底旁边，它的步子和别处一样长。',
            },
          },
        ],
        after: {
          en: 'From step 3 to step 34 RMSprop is within 0.001 of the floor, while the sign rule hops across it by 0.3 at every step, forever. The memory in $S$ makes the difference. Set $beta_2$ to 0, and the two paths are the same.',
          zh: '从第 3 步到第 34 步，RMSprop 离谷底不到 0.001；取符号的规则每一步都横跨谷底跳 0.3，永远如此。差别在于 $S$ 的记忆。把 $beta_2$ 设为 0，两条路径就重合了。',
        },
      },
      teaching: {
        misconception: {
          en: 'Divided by its size, a gradient is only its sign',
          zh: '梯度除以大小，就只剩符号',
        },
        sentence: {
          en: 'RMSprop divides by the remembered size. Without memory it would be the sign.',
          zh: 'RMSprop 除以记住的大小；没有记忆，它就只是符号。',
        },
      },
    },
    {
      id: 'epsilon',
      title: { en: 'Does it matter where ε is?', zh: 'ε 放在哪里有区别吗？' },
      text: {
        en: `$epsilon = 10^{-8}$ is usually introduced as a tiny number that prevents division by zero. The course notes put it **inside** the root, $sqrt(S + epsilon)$; Adam’s paper and PyTorch put it **outside**, $sqrt S + epsilon$.

In this valley all gradients are divided by ten million: along $w$ the first one is 0.000001. Two runs use the same $alpha$.`,
        zh: `人们通常说，$epsilon = 10^{-8}$ 是一个极小的数，用来防止除以零。课程笔记把它放在根号**里面**：$sqrt(S + epsilon)$；Adam 的论文和 PyTorch 放在**外面**：$sqrt S + epsilon$。

这个谷平缓到原来的千万分之一：沿 $w$ 的第一个梯度是 0.000001。两条轨迹用同一个 $alpha$。`,
      },
      experiment: {
        objective: { scale: 1e-7 },
        steps: 100,
        runs: [
          { ...alone, name: '√(S + ε)' },
          { ...alone, convention: 'pytorch', name: '√S + ε' },
        ],
      },
      view: { selected: 0 },
      strips: ['cost', 'effective'],
      controls: ['runs', 'alpha', 'epsilon', 'scale'],
      rule: { component: 0 },
      prediction: {
        question: {
          en: 'Does it matter whether an $epsilon$ of $10^{-8}$ is inside or outside the root?',
          zh: '$10^{-8}$ 这么小的 $epsilon$，放在根号里还是根号外，有区别吗？',
        },
        votes: [60, 25, 15],
        answers: [
          {
            text: { en: 'No, it is far too small', zh: '没有：它太小了' },
            says: {
              en: 'It is small. But compared with what? Inside the root it acts like $10^{-4}$, and the gradients here are $10^{-6}$.',
              zh: '它确实小。但和什么比？在根号里它相当于 $10^{-4}$，而这里的梯度是 $10^{-6}$。',
            },
          },
          {
            text: { en: 'Yes: inside the root, the run hardly moves', zh: '有：放在根号里就几乎走不动' },
            right: true,
            says: {
              en: 'Along $w$ each of its steps is 0.01 $alpha$, about a hundredth of the other run’s.',
              zh: '沿 $w$ 方向，它每一步是 0.01 $alpha$，约为另一条的百分之一。',
            },
          },
          {
            text: { en: 'Yes: outside the root, the run hardly moves', zh: '有：放在根号外就几乎走不动' },
            says: {
              en: 'It does matter. But outside the root $epsilon$ is added to $sqrt S$, which is about $10^{-6}$: that makes a difference of 1%.',
              zh: '确实有区别。但放在外面时，$epsilon$ 是加到约为 $10^{-6}$ 的 $sqrt S$ 上，只差 1%。',
            },
          },
        ],
        after: {
          en: 'Same letter, same value, but a different algorithm. With gradients of ordinary size you would never notice. With tiny ones the form of the course notes takes steps of 0.01 $alpha$; the other one starts with 3.1 $alpha$, and under a steady gradient it would settle at 0.99 $alpha$. The strip of effective steps shows what $epsilon$ guards: however small the gradients are, the divisor never gets below $sqrt epsilon$ (inside) or $epsilon$ (outside). Raise $epsilon$ and watch the steps shrink.',
          zh: '同一个字母，同一个值，却是两种算法。梯度大小正常时，你根本看不出来。梯度极小时，课程笔记的写法每步走 0.01 $alpha$；另一种第一步走 3.1 $alpha$，梯度不变时最后每步走 0.99 $alpha$。有效步长那幅图显示了 $epsilon$ 防的是什么：梯度再小，除数也不会小于 $sqrt epsilon$（根号里）或 $epsilon$（根号外）。调大 $epsilon$，看步子变小。',
        },
      },
    },
    {
      id: 'challenge',
      title: { en: 'Fast, and then at rest', zh: '先快，再稳' },
      text: {
        en: 'With a large $alpha$ the run arrives early but keeps bouncing; with a small $alpha$ it settles but arrives late. The best one is somewhere in between.',
        zh: '$alpha$ 大，到得早却停不下来；$alpha$ 小，停得稳却到得晚。最好的在中间某处。',
      },
      experiment: { steps: 300, runs: [{ ...alone, alpha: 0.05 }] },
      strips: ['cost', 'alpha'],
      controls: ['alpha', 'beta2', 'decay'],
      exercise: 'rmsprop',
      challenge: {
        id: 'settle',
        task: {
          en: 'With RMSprop get below $J = 0.5$ in fewer than 95 steps, and stay there to the end of the 300 steps.',
          zh: '用 RMSprop 在 95 步以内降到 $J = 0.5$ 以下，并且直到第 300 步都不再超过。',
        },
        hint: {
          en: 'The bouncing leaves $J$ at about $12.6 alpha^2$, and that must be below 0.5. Decay helps too.',
          zh: '抖动会让 $J$ 停在约 $12.6 alpha^2$，它要小于 0.5。学习率衰减也有帮助。',
        },
        optimizers: ['rmsprop'],
        measure: { what: 'stepsBelow', cost: 0.5, run: 'best' },
        atMost: 94,
      },
    },
  ],
  summary: [
    {
      en: 'For each parameter RMSprop divides the step by the root of the average of the squared gradients.',
      zh: 'RMSprop 把每个参数的步长除以其梯度平方平均的平方根。',
    },
    {
      en: 'A large $alpha$ does not make it diverge, but in the end it hops by about $alpha$ and never settles.',
      zh: '$alpha$ 大也不会发散，但到最后每次跳约 $alpha$，永远停不下来。',
    },
    {
      en: 'Without bias correction the first step is $1/sqrt(1 - beta_2)$ times as long as it should be.',
      zh: '没有偏差修正时，第一步的长度是应有的 $1/sqrt(1 - beta_2)$ 倍。',
    },
    {
      en: 'The same $epsilon$ inside the root and outside it gives two different algorithms.',
      zh: '同一个 $epsilon$ 放在根号里和根号外，是两种算法。',
    },
  ],
}
