// Lesson 9. Adam combines momentum and RMSprop, both corrected. Moment 4: "turn the valley" (Adam scales each axis, not
// each valley) and "×1000" (why its α is easier to choose). presets.test.ts checks the numbers.

import type { RunPart } from '../course/tasks.ts'
import type { DescentLesson } from '../course/lesson.ts'
import { circles, weekExercise } from './shared.ts'

/** (−10, 1) rotated by 45°. */
const turnedStart = [-7.778174593052023, -6.363961030678928]

const alone: RunPart = { optimizer: 'adam', alpha: 0.3 }

/** Adam from its parts, as `BuildAdam` switches them; c: corrected. */
const built: readonly RunPart[] = [
  { optimizer: 'gd', alpha: 0.0195, name: 'dW' },
  { optimizer: 'momentum', alpha: 0.05, name: 'V' },
  { optimizer: 'momentum', alpha: 0.05, biasCorrection: true, name: 'Vc' },
  { ...alone, beta1: 0, biasCorrection: false, name: 'dW/√S' },
  { ...alone, beta1: 0, name: 'dW/√Sc' },
  { ...alone, biasCorrection: false, name: 'V/√S' },
  { ...alone, name: 'Vc/√Sc' },
]

/** The four optimizers of the course, each with its α. */
const onCircles: readonly RunPart[] = [
  { optimizer: 'gd', alpha: 2 },
  { optimizer: 'momentum', alpha: 5 },
  { optimizer: 'rmsprop', alpha: 0.1 },
  { optimizer: 'adam', alpha: 2 },
]
const onSpiral: readonly RunPart[] = [
  { optimizer: 'gd', alpha: 0.5 },
  { optimizer: 'momentum', alpha: 1 },
  { optimizer: 'rmsprop', alpha: 0.01 },
  { optimizer: 'adam', alpha: 0.5 },
]
const onPenguins: readonly RunPart[] = [
  { optimizer: 'gd', alpha: 5 },
  { optimizer: 'momentum', alpha: 5 },
  { optimizer: 'rmsprop', alpha: 0.05 },
  { optimizer: 'adam', alpha: 0.05 },
]

export const adam: DescentLesson = {
  id: 'adam',
  numbers: [1, 2, 7, 3, 4, 5, 8, 9, 6],
  steps: [
    {
      id: 'both',
      title: { en: 'Momentum and RMSprop in one', zh: '动量与 RMSprop 合二为一' },
      text: {
        en: `**Adam** keeps both averages: $V$ of the gradients, as momentum does, and $S$ of their squares, as RMSprop does. Both start at 0, both are bias-corrected, and the step is the first divided by the square root of the second.

Three runs start in the ravine, each with an $alpha$ that suits it.`,
        zh: `**Adam** 两个平均都记：像动量一样记梯度的平均 $V$，像 RMSprop 一样记梯度平方的平均 $S$。两者都从 0 开始，都做偏差修正，再用 $V$ 除以 $S$ 的平方根。

三条轨迹从狭长谷里出发，各用合适的 $alpha$。`,
      },
      experiment: {
        steps: 130,
        runs: [{ optimizer: 'gd', alpha: 0.018 }, { optimizer: 'momentum', alpha: 0.0375 }, alone],
      },
      view: { selected: 2 },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta1', 'beta2'],
      rule: { component: 1 },
      prediction: {
        question: {
          en: 'Which one gets below $J = 0.5$ first, and stays there?',
          zh: '谁先降到 $J = 0.5$ 以下，并且不再超过？',
        },
        votes: [10, 30, 60],
        answers: [
          {
            text: { en: 'Gradient descent', zh: '梯度下降' },
            says: {
              en: 'It takes the simplest steps. But across the ravine it hops, and along the floor it crawls: 127 steps.',
              zh: '它的步子确实最简单。但它横着谷来回跳，沿谷底慢慢挪：127 步。',
            },
          },
          {
            text: { en: 'Momentum', zh: '动量' },
            says: {
              en: 'Momentum is far better than gradient descent here, with 51 steps. But it doesn’t scale the axes.',
              zh: '动量在这里远胜梯度下降，51 步。但它不会分别缩放各个方向。',
            },
          },
          {
            text: { en: 'Adam', zh: 'Adam' },
            right: true,
            says: {
              en: 'It needs 40 steps: it averages as momentum does, and scales each axis as RMSprop does.',
              zh: '40 步：它像动量一样取平均，又像 RMSprop 一样缩放每个方向。',
            },
          },
        ],
        after: {
          en: '$beta_1 = 0.9$ averages the derivatives (the first moment), $beta_2 = 0.999$ their squares (the second moment), and $epsilon = 10^{-8}$. These three rarely need to be changed; $alpha$ has to be tuned.',
          zh: '$beta_1 = 0.9$ 用来平均导数（第一矩），$beta_2 = 0.999$ 用来平均它们的平方（第二矩），$epsilon = 10^{-8}$。这三个很少需要改动；需要调的是 $alpha$。',
        },
      },
      teaching: {
        misconception: { en: 'Adam is a new idea of its own', zh: 'Adam 是另一种全新的想法' },
        sentence: {
          en: 'Adam is momentum divided by the root that RMSprop uses, both corrected.',
          zh: 'Adam 就是动量除以 RMSprop 的那个平方根，两者都做修正。',
        },
      },
      cards: [
        {
          says: {
            en: 'The corrected $V_b$ is divided by $1 - beta_1^t$, with the same $beta_1$ as in its average. Some texts print $beta_2^t$ there. Look at the first step: it is exactly $alpha$ long only if $beta_1$ is used here.',
            zh: '修正 $V_b$ 时除以 $1 - beta_1^t$，$beta_1$ 与它的平均里的相同。有些书在这里印成 $beta_2^t$。看第一步：只有用 $beta_1$，步长才恰好等于 $alpha$。',
          },
          load: { experiment: { steps: 20, runs: [alone] }, cursor: 1 },
        },
      ],
    },
    {
      id: 'first',
      title: { en: 'Where does the first step lead?', zh: '第一步会走到哪里？' },
      text: {
        en: `Adam is at $(-10, 1)$, with $alpha = 3$ to make the step easy to see. Here the slope is $-10$ along $w$ and $100$ along $b$.

After one step both averages have seen one gradient, and both are corrected.`,
        zh: `Adam 在 $(-10, 1)$，取 $alpha = 3$，好让步子看得清。这里沿 $w$ 的坡度是 $-10$，沿 $b$ 是 $100$。

走一步之后，两个平均都只见过一个梯度，也都做了修正。`,
      },
      experiment: { steps: 20, runs: [{ ...alone, alpha: 3 }] },
      strips: ['memory'],
      controls: ['alpha', 'beta1', 'beta2', 'biasCorrection'],
      rule: { component: 0, code: true },
      prediction: {
        kind: 'point',
        run: 0,
        step: 1,
        from: [-5, 1.5],
        tolerance: 0.7,
        question: {
          en: 'Where does the first step lead? Drag the point there.',
          zh: '第一步会走到哪里？把点拖过去。',
        },
        reveal: { cursor: 1 },
        near: {
          en: 'Well predicted. The step is $alpha$ along each axis, however steep it is.',
          zh: '看得准。无论坡度多大，沿每个方向都走 $alpha$。',
        },
        far: {
          en: 'It does go downhill along both axes. But each slope is divided by its own size, so only its sign is left.',
          zh: '它沿两个方向确实都是下坡。但每个坡度都被自己的大小除掉，只剩下正负号。',
        },
        after: {
          en: 'The first step is $alpha$ times the sign of $dW$: 3 to the right and 3 down, exactly diagonal. Later steps are at most about $alpha$ long, and only while the gradients agree: along $b$ step 1 is 1.00 $alpha$ long, and with $alpha = 0.3$ step 5 is 0.63 $alpha$ and step 40 only 0.05 $alpha$.',
          zh: '第一步是 $alpha$ 乘以 $dW$ 的符号：向右 3，向下 3，正好沿对角线。以后的步长最多约为 $alpha$，而且只有相继的梯度方向一致时才这么长：沿 $b$ 第 1 步是 1.00 $alpha$；$alpha = 0.3$ 时，第 5 步是 0.63 $alpha$，第 40 步只有 0.05 $alpha$。',
        },
      },
    },
    {
      id: 'agree',
      title: { en: 'What does Adam listen to?', zh: 'Adam 听什么？' },
      text: {
        en: `Three parameters, three kinds of gradients. The first gets 0.1 at every step. The second gets 1 and −1 in turn. The third gets 1.1 and −0.9 in turn, so its average is 0.1 too.

Adam takes 100 steps with each of them.`,
        zh: `三个参数，三种梯度。第一个每一步都是 0.1。第二个是 1 和 −1 交替。第三个是 1.1 和 −0.9 交替，平均也是 0.1。

Adam 对它们各走 100 步。`,
      },
      experiment: { steps: 100, runs: [alone] },
      cursor: 0,
      speed: 20,
      picture: 'agreement',
      strips: [],
      controls: ['beta1', 'beta2', 'biasCorrection'],
      prediction: {
        question: { en: 'Which parameter is moved furthest?', zh: '哪个参数走得最远？' },
        votes: [30, 15, 55],
        answers: [
          {
            text: { en: 'The one with 0.1 every time', zh: '每次都是 0.1 的' },
            right: true,
            says: {
              en: 'Its gradients are small, but they all agree: every step is a full $alpha$.',
              zh: '它的梯度小，但方向一致：每一步都是完整的 $alpha$。',
            },
          },
          {
            text: { en: 'The one with 1 and −1: ten times as large', zh: '1 和 −1 交替的：数值大得多' },
            says: {
              en: 'Its gradients are large. But they cancel, so it only moves back and forth, by about 0.05 $alpha$.',
              zh: '它的梯度确实大。但互相抵消，所以只在原地来回，每次约 0.05 $alpha$。',
            },
          },
          {
            text: { en: 'The one with 1.1 and −0.9', zh: '1.1 和 −0.9 交替的' },
            says: {
              en: 'It does move, because its gradients don’t quite cancel. But they are divided by their usual size, which is 1, so a step is only about 0.1 $alpha$.',
              zh: '它确实在走：梯度没有完全抵消。但它们被通常的大小 1 除，所以一步只有约 0.1 $alpha$。',
            },
          },
        ],
        reveal: { speed: 20 },
        after: {
          en: 'After 100 steps they have moved 100 $alpha$, 1.8 $alpha$ and 11.6 $alpha$. A step is the average gradient divided by the usual size: 0.1/0.1, 0/1 and 0.1/1. **Adam listens to how much gradients agree, not to how large they are.**',
          zh: '100 步之后，它们走了 100 $alpha$、1.8 $alpha$ 和 11.6 $alpha$。一步等于梯度的平均除以通常的大小：0.1/0.1、0/1、0.1/1。**Adam 听的是梯度有多一致，而不是有多大。**',
        },
      },
      teaching: {
        misconception: { en: 'Large gradients make large steps', zh: '梯度大，步子就大' },
        sentence: {
          en: 'Adam listens to how much gradients agree, not to how large they are.',
          zh: 'Adam 听的是梯度有多一致，而不是有多大。',
        },
      },
    },
    {
      id: 'turn',
      title: { en: 'What if we turn the valley?', zh: '把谷转过来会怎样？' },
      text: {
        en: `Gradient descent takes 127 steps to get below $J = 0.5$ and stay there, momentum 51, Adam 40.

Now we turn the surface and the start together by 45°, as if we turned a map on a table.`,
        zh: `要降到 $J = 0.5$ 以下并且不再超过，梯度下降需要 127 步，动量 51 步，Adam 40 步。

现在把曲面和起点一起转 45°，就像在桌上转一张地图。`,
      },
      experiment: { steps: 140 },
      view: { turnStart: true },
      controls: ['runs', 'alpha', 'angle', 'turnStart'],
      prediction: {
        question: { en: 'Whose path changes?', zh: '谁会受影响？' },
        votes: [55, 25, 20],
        answers: [
          {
            text: { en: 'None: it is the same valley', zh: '都不受影响：还是同一个谷' },
            says: {
              en: 'It is the same valley. But its axes are no longer $w$ and $b$, and Adam keeps one number for each of those.',
              zh: '确实还是那个谷。但它的方向不再是 $w$ 和 $b$，而 Adam 正是给 $w$、$b$ 各记一个数。',
            },
          },
          {
            text: { en: 'Only Adam’s', zh: '只有 Adam' },
            right: true,
            says: {
              en: 'After the turn both gradients are about equally large, so dividing each by its own size treats them alike.',
              zh: '转过之后，两个方向的梯度差不多一样大，分别除以自己的大小，就没有区别了。',
            },
          },
          {
            text: { en: 'All three', zh: '三条都受影响' },
            says: {
              en: 'Everything does turn. But gradient descent and momentum use the gradient as an arrow, and an arrow turns with the map.',
              zh: '确实一切都转了。但梯度下降和动量把梯度当箭头用，而箭头会跟着地图一起转。',
            },
          },
        ],
        reveal: { experiment: { objective: { angle: 45 }, start: turnedStart }, speed: 20 },
        after: {
          en: 'Gradient descent still takes 127 steps and momentum 51. But with $alpha$ left at 0.3, Adam takes 114 instead of 40. Press “Each to its best α”: tuned again, Adam takes 37 steps in the straight valley and 43 in the turned one. Its path depends on the axes. **Adam scales each axis, not each valley.**',
          zh: '梯度下降仍是 127 步，动量仍是 51 步；而 $alpha$ 还是 0.3 的 Adam，从 40 步变成 114 步。再按“各取最佳 α”：重新调好之后，Adam 在转之前要 37 步，转之后要 43 步。它的路径取决于坐标轴。**Adam 缩放的是每个坐标轴，不是每个谷。**',
        },
      },
      teaching: {
        misconception: {
          en: 'A turned valley is the same valley for every optimizer',
          zh: '谷转过之后，对每个优化器都还是同一个谷',
        },
        sentence: {
          en: 'Adam scales each axis, not each valley.',
          zh: 'Adam 缩放的是每个坐标轴，不是每个谷。',
        },
      },
    },
    {
      id: 'thousand',
      title: { en: 'What if the cost is multiplied by 1,000?', zh: '代价乘以 1,000 会怎样？' },
      text: {
        en: 'This is the straight valley again. Somebody reports the cost in other units, and $J$ is multiplied by 1,000 everywhere. The minimum does not move, and no $alpha$ is changed.',
        zh: '回到没有转过的谷。有人换了单位来报告代价，$J$ 处处乘以 1,000。最小值没有移动，所有的 $alpha$ 也都不变。',
      },
      experiment: { steps: 60 },
      controls: ['runs', 'alpha', 'scale'],
      prediction: {
        question: { en: 'What do the three runs do now?', zh: '三条轨迹现在会怎样？' },
        votes: [30, 35, 35],
        answers: [
          {
            text: { en: 'Nothing changes: the minimum is where it was', zh: '没有变化：最小值还在原处' },
            says: {
              en: 'The minimum is where it was. But every slope is 1,000 times as large, and the steps of gradient descent are too.',
              zh: '最小值确实还在原处。但坡度变成原来的一千倍，梯度下降的步长也变成一千倍。',
            },
          },
          {
            text: { en: 'All three diverge', zh: '三条都发散' },
            says: {
              en: 'Two of them do. But Adam divides the gradient by its own size, so a factor that is in both cancels.',
              zh: '其中两条确实会。但 Adam 把梯度除以它自己的大小，分子分母里相同的倍数就约掉了。',
            },
          },
          {
            text: {
              en: 'Gradient descent and momentum diverge, and Adam’s path stays the same',
              zh: '梯度下降和动量发散，Adam 的路径不变',
            },
            right: true,
            says: {
              en: 'The points agree to one part in a million: $V$ becomes 1,000 times as large, and so does $sqrt S$, so the ratio is unchanged.',
              zh: '各点相差不到百万分之一：$V$ 变成一千倍，$sqrt S$ 也变成一千倍，正好约掉。',
            },
          },
        ],
        reveal: { experiment: { objective: { scale: 1000 } }, speed: 20 },
        after: {
          en: 'That is why Adam’s $alpha$ is easier to choose: it is the length of a step, whatever units the cost has. But you still have to choose it, because it decides how far each step goes.',
          zh: '所以 Adam 的 $alpha$ 更好选：无论代价用什么单位，它都是步长。但仍然要选，因为每步走多远由它决定。',
        },
      },
      teaching: {
        misconception: { en: 'Adam needs no α', zh: 'Adam 不需要选 α' },
        sentence: {
          en: 'Adam’s α is the length of a step, whatever units the cost has. It is easier to choose, but you still have to choose it.',
          zh: 'Adam 的 α 是步长，与代价的单位无关：更好选，但仍然要选。',
        },
      },
    },
    {
      id: 'correction',
      title: { en: 'What if we leave out the correction?', zh: '不做偏差修正会怎样？' },
      text: {
        en: `Without correction, momentum starts with steps that are too **short**. In Adam both averages start too low: one in the numerator, one in the denominator.

This is Adam with correction, after twelve steps with $alpha = 0.1$.`,
        zh: `不做修正，动量起步时步子太**短**。在 Adam 里两个平均起步都偏低：一个在分子，一个在分母。

这里是做了修正的 Adam，$alpha = 0.1$，走了十二步。`,
      },
      experiment: { steps: 12, runs: [{ ...alone, alpha: 0.1 }] },
      strips: ['cost', 'memory'],
      controls: ['alpha', 'beta1', 'beta2', 'biasCorrection'],
      rule: { component: 0 },
      prediction: {
        question: {
          en: 'How long are its first steps without correction?',
          zh: '不做修正，最初几步会有多长？',
        },
        votes: [45, 30, 25],
        answers: [
          {
            text: { en: 'Shorter, as with momentum', zh: '更短，和动量一样' },
            says: {
              en: '$V$ does start too low, at a tenth of what it should be. But $sqrt S$ starts at only about 0.03 of what it should be, and dividing by something far too small makes the step too long.',
              zh: '分子 $V$ 确实偏低，只有应有值的 0.1。但分母 $sqrt S$ 只有应有值的约 0.03；除数小得更多，步子就太长。',
            },
          },
          {
            text: { en: 'The same: the two errors cancel', zh: '一样：两个偏差抵消了' },
            says: {
              en: 'Both are too low. But they would cancel only if $sqrt(1 - beta_2^t)$ were equal to $1 - beta_1^t$. It is not: at $t = 1$ they are 0.03 and 0.1.',
              zh: '两个确实都偏低。但只有 $sqrt(1 - beta_2^t) = 1 - beta_1^t$ 才会抵消，而 $t = 1$ 时它们是 0.03 和 0.1。',
            },
          },
          {
            text: { en: 'Several times as long', zh: '是应有的好几倍' },
            right: true,
            says: {
              en: 'The first step is 3.2 $alpha$ long, and the steps keep growing: under a constant gradient up to 6.6 $alpha$ at step 12.',
              zh: '第一步是 3.2 $alpha$，还会变长：梯度不变时，第 12 步达到 6.6 $alpha$。',
            },
          },
        ],
        reveal: {
          experiment: {
            runs: [
              { ...alone, alpha: 0.1 },
              { ...alone, alpha: 0.1, biasCorrection: false, name: 'V/√S' },
            ],
          },
          speed: 5,
        },
        after: {
          en: 'In twelve steps it has gone more than five times as far along $w$. So the correction matters for Adam, where $V$ is ready long before $S$. For momentum it hardly matters.',
          zh: '十二步里，它沿 $w$ 走的距离是修正后的五倍多。$V$ 早就预热好了，$S$ 还没有，所以修正对 Adam 很要紧，对动量则关系不大。',
        },
      },
    },
    {
      id: 'build',
      title: { en: 'Which part does what?', zh: '哪个部分起什么作用？' },
      text: {
        en: `Adam has three parts: the average $V$, the divisor $sqrt S$, and the corrections. You’ll be able to switch each of them off and on, and see the path next to that of the whole Adam.

This is the whole Adam, with $alpha = 0.3$. It takes 40 steps to get below $J = 0.5$ for good.`,
        zh: `Adam 有三个部分：平均 $V$、除数 $sqrt S$、两个修正。等一下你可以把每个部分关掉再打开，与完整的 Adam 比较路径。

现在是完整的 Adam，$alpha = 0.3$。它用 40 步降到 $J = 0.5$ 以下，之后不再超过。`,
      },
      experiment: { runs: [built[6]] },
      view: { selected: 0 },
      strips: ['cost', 'memory'],
      controls: ['build', 'alpha'],
      prediction: {
        question: {
          en: 'We leave out $V$ and keep $sqrt S$ and its correction. What happens?',
          zh: '去掉 $V$，保留 $sqrt S$ 和它的修正。会怎样？',
        },
        votes: [45, 25, 30],
        answers: [
          {
            text: { en: 'It swings more: nothing cancels any more', zh: '摆动更大：没有东西抵消了' },
            says: {
              en: '$V$ does cancel gradients that alternate. But here $sqrt S$ already makes the steps along $b$ small, and it is $V$ that overshoots.',
              zh: '$V$ 确实会抵消来回的梯度。但这里 $sqrt S$ 已经使沿 $b$ 的步子很小，越过头的反而是 $V$。',
            },
          },
          {
            text: { en: 'It goes straighter, but more slowly', zh: '走得更直，但更慢' },
            right: true,
            says: {
              en: 'It doesn’t swing, but it doesn’t gather speed either: 52 steps.',
              zh: '它不摆动，但也不加速：52 步。',
            },
          },
          {
            text: { en: 'Nothing changes: $V$ is for noise', zh: '没有变化：$V$ 是对付噪声的' },
            says: {
              en: '$V$ does smooth noise, and there is none here. But it also carries speed along the floor.',
              zh: '$V$ 确实能平滑噪声，而这里没有噪声。但它还能沿谷底积累速度。',
            },
          },
        ],
        reveal: { experiment: { runs: built }, view: { selected: 4, hidden: [0, 1, 2, 3, 5] } },
        after: {
          en: 'Without $V$ the run goes straight to the floor and along it, in 52 steps. Now build your own. With $V$ alone it takes 43 steps, and its correction throws it up the other wall. With $sqrt S$ alone and no correction, the first step is 9.5 long, and $J$ jumps from 100 to 3,601. Where $sqrt S$ is off, $alpha$ is 0.05 ($V$) or 0.0195 (neither), because there it isn’t a length.',
          zh: '没有 $V$，它直接走到谷底，再沿谷底走，共 52 步。现在自己组装。只有 $V$ 时要 43 步，加上修正，一下就跳上对面的谷壁。只有 $sqrt S$ 而不修正，第一步长 9.5，$J$ 从 100 跳到 3,601。关掉 $sqrt S$ 时，$alpha$ 是 0.05（有 $V$）或 0.0195（都没有），因为那时它不是步长。',
        },
      },
      teaching: {
        misconception: { en: 'V is only there against noise', zh: 'V 只是用来对付噪声的' },
        sentence: {
          en: '√S makes the axes alike, V carries the speed, the corrections make the first steps right.',
          zh: '√S 让各方向一致，V 积累速度，修正让最初几步的长度正确。',
        },
      },
    },
    {
      id: 'networks',
      title: { en: 'Who wins on a network?', zh: '在网络上谁更好？' },
      scene: 'cost',
      text: {
        en: `Valleys with two parameters are easy to draw. Now the four optimizers train a real network, with 33 parameters, on the circles: 240 steps, batches of 64.

Each has the $alpha$ that did best out of 13 values from 0.001 to 10.`,
        zh: `只有两个参数的谷容易画出来。现在让四个优化器训练一个真正的网络：33 个参数，同心圆，240 步，小批量 64。

每个都用从 0.001 到 10 的 13 个值里最好的 $alpha$。`,
      },
      experiment: { objective: circles, batchSize: 64, steps: 240, runs: onCircles },
      view: { selected: 3 },
      speed: 40,
      picture: 'network',
      strips: ['cost', 'alphas'],
      controls: ['runs', 'alpha', 'network', 'seed'],
      prediction: {
        question: {
          en: 'Which one has the lowest $J$ over the last 24 steps?',
          zh: '最后 24 步里，谁的 $J$ 最低？',
        },
        votes: [25, 55, 20],
        answers: [
          {
            text: { en: 'Momentum', zh: '动量' },
            says: {
              en: 'It is second here, with 0.040. With seed 2 it is even slightly ahead of Adam, 0.027 to 0.029.',
              zh: '它在这里是第二，0.040。换成种子 2，它甚至略胜 Adam：0.027 对 0.029。',
            },
          },
          {
            text: { en: 'Adam', zh: 'Adam' },
            right: true,
            says: {
              en: 'It is at 0.019, momentum at 0.040, RMSprop at 0.043 and gradient descent at 0.071.',
              zh: '它是 0.019，动量 0.040，RMSprop 0.043，梯度下降 0.071。',
            },
          },
          {
            text: { en: 'All about equal: each has its best $alpha$', zh: '差不多：各用各的最佳 $alpha$' },
            says: {
              en: 'Tuning does bring them closer together. But gradient descent still has four times the $J$ of Adam.',
              zh: '调好之后差距确实变小。但梯度下降的 $J$ 仍是 Adam 的四倍。',
            },
          },
        ],
        after: {
          en: 'Adam has 0.019, momentum 0.040, RMSprop 0.043, gradient descent 0.071. Press “Find each best α” to watch the search, and try another data set. The cards try the same on two other problems. Adam “works well across architectures”: that doesn’t mean it always wins, but that it is rarely far behind.',
          zh: 'Adam 0.019，动量 0.040，RMSprop 0.043，梯度下降 0.071。按“找出各自最好的 α”可以看搜索的过程，也可以换一个数据集。卡片里换了另外两个问题。说 Adam“适用于多种结构”，并不是说它总能赢，而是它很少落后太多。',
        },
      },
      cards: [
        {
          says: {
            en: 'On the **spiral**, with 16 hidden units and 1,200 steps, the other three are still above 0.6, hardly better than guessing. Adam is below 0.45.',
            zh: '在**螺旋**上（16 个隐藏单元，1,200 步），另外三个仍在 0.6 以上，和猜差不多；Adam 已在 0.45 以下。',
          },
          load: {
            experiment: {
              objective: { layers: [2, 16, 1], dataset: { kind: 'spiral', m: 512, noise: 0.1 } },
              steps: 1200,
              runs: onSpiral,
            },
          },
        },
        {
          written: { en: 'Adam works well across many architectures', zh: 'Adam 被证明适用于多种结构' },
          says: {
            en: 'On the **penguins** it does work, but so does everything else: all four end below 0.01. On an easy problem a better optimizer has nothing to gain.',
            zh: '在**企鹅**数据上它确实好用，但其他的也好用：四个最后都在 0.01 以下。问题容易时，更好的优化器也没有优势。',
          },
          load: {
            experiment: { objective: { layers: [4, 8, 3], dataset: { kind: 'penguins' } }, runs: onPenguins },
          },
        },
        {
          says: {
            en: 'The week’s programming exercise trains for 5,000 epochs on the moons, with the same $alpha = 0.0007$ for all three. Adam ends at $J = 0.22$, gradient descent and momentum both at 0.36. That isn’t a fair race: 0.0007 is a good step length for Adam, and far too small for the other two.',
            zh: '本周的编程作业在双月数据上训练 5,000 轮，三种方法都用 $alpha = 0.0007$。Adam 最后是 $J = 0.22$，梯度下降和动量都是 0.36。但这样比并不公平：0.0007 对 Adam 来说是合适的步长，对另外两个却太小了。',
          },
          load: {
            experiment: {
              ...weekExercise,
              runs: [
                { optimizer: 'gd', alpha: 0.0007 },
                { optimizer: 'momentum', alpha: 0.0007 },
                { optimizer: 'adam', alpha: 0.0007 },
              ],
            },
            view: { selected: 2, axis: 'epoch' },
          },
        },
      ],
      teaching: {
        misconception: { en: 'Adam always wins', zh: 'Adam 总是最好' },
        sentence: {
          en: 'Adam is rarely far behind, whatever the problem. On easy problems it has no advantage.',
          zh: '不管什么问题，Adam 都很少落后太多；问题容易时，它也没有优势。',
        },
      },
    },
    {
      id: 'challenge',
      title: { en: 'What Adam can’t see', zh: 'Adam 看不见的地方' },
      text: {
        en: 'This is the turned valley again, with Adam alone. With $alpha = 0.3$ it takes 114 steps. The usual $beta_1$, $beta_2$ and $epsilon$ are good defaults, but $alpha$ must be tuned. Here you’ll see why.',
        zh: '又是转过的谷，只有 Adam。$alpha = 0.3$ 时要 114 步。$beta_1$、$beta_2$ 和 $epsilon$ 用默认值就好，但 $alpha$ 必须调。这里就能看出原因。',
      },
      experiment: {
        objective: { angle: 45 },
        start: turnedStart,
        steps: 200,
        runs: [alone],
      },
      controls: ['alpha', 'beta1', 'beta2'],
      exercise: 'adam',
      challenge: {
        id: 'blind',
        task: {
          en: 'With Adam in the turned valley, get below $J = 0.5$ and stay there in fewer than 50 steps.',
          zh: '在转过的谷里，用 Adam 在 50 步以内降到 $J = 0.5$ 以下，并且不再超过。',
        },
        hint: {
          en: 'Adam’s $alpha$ is the length of a step, and the minimum is ten units away. Changing $alpha$ alone is enough.',
          zh: 'Adam 的 $alpha$ 是步长，而最小值在十个单位之外。只改 $alpha$ 就够了。',
        },
        optimizers: ['adam'],
        measure: { what: 'stepsBelow', cost: 0.5, run: 'best' },
        atMost: 49,
      },
    },
  ],
  summary: [
    {
      en: 'Adam is momentum and RMSprop in one, both corrected for their start at 0.',
      zh: 'Adam 把动量和 RMSprop 合二为一，两者都修正了从 0 开始的偏差。',
    },
    {
      en: 'Its first step is $alpha$ along each axis, however steep it is.',
      zh: '它的第一步在每个方向上都是 $alpha$，无论坡度多大。',
    },
    {
      en: 'It scales each axis, not each valley: turn a ravine, and it is a ravine again.',
      zh: '它缩放每个坐标轴，而不是每个谷：谷一转，狭长谷还是狭长谷。',
    },
    {
      en: 'Its $alpha$ does not depend on the units of $J$, but it must be tuned all the same. $beta_1 = 0.9$, $beta_2 = 0.999$ and $epsilon = 10^{-8}$ rarely need to be changed.',
      zh: '它的 $alpha$ 与 $J$ 的单位无关，但仍要调；$beta_1 = 0.9$、$beta_2 = 0.999$、$epsilon = 10^{-8}$ 很少需要动。',
    },
  ],
}
