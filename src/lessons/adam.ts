// Lesson 8. Adam is momentum over RMSprop, both corrected. Moment 4: "turn the valley" (Adam scales each axis, not each
// valley) and "×1000" (why its α is easier to choose). adam.test.ts holds the numbers.

import type { Lesson } from './lesson.ts'

/** (−10, 1) turned by 45°. */
const turnedStart = [-7.778174593052023, -6.363961030678928]

const three = [
  { optimizer: 'gd', alpha: 0.018 },
  { optimizer: 'momentum', alpha: 0.0375 },
  { optimizer: 'adam', alpha: 0.3 },
]

export const adam: Lesson = {
  id: 'adam',
  title: { en: 'Adam', zh: 'Adam' },
  steps: [
    {
      id: 'both',
      title: { en: 'Momentum over RMSprop', zh: '动量除以 RMSprop' },
      text: {
        en: `**Adam** keeps both averages: $V$ of the gradients, as momentum does, and $S$ of their squares, as RMSprop does. Both start at 0, both are corrected, and the step is one over the root of the other.

$beta_1 = 0.9$ averages the derivatives (the first moment), $beta_2 = 0.999$ their squares (the second), $epsilon = 10^{-8}$. Only $alpha$ has to be tuned.`,
        zh: `**Adam** 两个平均都记：像动量一样记梯度的平均 $V$，像 RMSprop 一样记梯度平方的平均 $S$。两者都从 0 开始，都做偏差修正，再用一个除以另一个的平方根。

$beta_1 = 0.9$ 用来平均导数（第一矩），$beta_2 = 0.999$ 用来平均平方（第二矩），$epsilon = 10^{-8}$。只有 $alpha$ 需要调。`,
      },
      experiment: { steps: 130, runs: three },
      view: { selected: 2 },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta1', 'beta2'],
      rule: { component: 1 },
      cards: [
        {
          says: {
            en: 'The corrected $V_b$ is divided by $1 - beta_1^t$, with the same $beta_1$ as in its average. Some texts print $beta_2^t$ there. Look at the first step: only so is it as long as $alpha$.',
            zh: '修正 $V_b$ 时除以 $1 - beta_1^t$，$beta_1$ 与它的平均里的相同。有些文本在那里印成 $beta_2^t$。看第一步：只有这样步长才等于 $alpha$。',
          },
          load: { experiment: { steps: 20, runs: [{ optimizer: 'adam', alpha: 0.3 }] }, cursor: 1 },
        },
      ],
    },
    {
      id: 'first',
      title: { en: 'The first step, wherever you stand', zh: '无论从哪里出发的第一步' },
      text: {
        en: `Adam stands at $(-10, 1)$, with $alpha = 3$ so that one can see it. Here the slope is $-10$ along $w$ and $100$ along $b$.

After one step both averages have seen one gradient, and both are corrected.`,
        zh: `Adam 站在 $(-10, 1)$，取 $alpha = 3$ 好让你看清。这里沿 $w$ 的坡度是 $-10$，沿 $b$ 是 $100$。

走一步之后，两个平均都只见过一个梯度，也都做了修正。`,
      },
      experiment: { steps: 20, runs: [{ optimizer: 'adam', alpha: 3 }] },
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
        hides: ['paths', 'curves', 'memory', 'numbers', 'beyond'],
        reveal: { cursor: 1 },
        near: {
          en: 'Right: $alpha$ along each axis, whatever the slope.',
          zh: '对：无论坡度多大，每个方向都走 $alpha$。',
        },
        far: {
          en: 'Adam does not step along the gradient: the slope is divided by its own size, and only its sign is left.',
          zh: 'Adam 并不沿梯度走：坡度被自己的大小除掉，只剩下正负号。',
        },
        after: {
          en: 'The first step is $alpha$ times the sign of $dW$: 3 to the right, 3 down, exactly diagonal.',
          zh: '第一步是 $alpha$ 乘以 $dW$ 的符号：向右 3，向下 3，正好沿对角线。',
        },
      },
    },
    {
      id: 'turn',
      title: { en: 'Turn the valley', zh: '把谷转过来' },
      text: {
        en: `Gradient descent needs 127 steps to get below $J = 0.5$ for good, momentum 51, Adam 40.

Now I turn the surface and the start together by 45°, as one turns a map on a table.`,
        zh: `要稳定降到 $J = 0.5$ 以下，梯度下降需要 127 步，动量 51 步，Adam 40 步。

现在我把曲面和起点一起转 45°，就像在桌上转一张地图。`,
      },
      experiment: { steps: 140, runs: three },
      view: { selected: 2, turnStart: true },
      controls: ['runs', 'alpha', 'angle', 'turnStart'],
      prediction: {
        kind: 'choice',
        question: { en: 'Who cares?', zh: '谁会在意？' },
        answers: [
          {
            text: { en: 'Nobody: it is the same valley', zh: '谁都不在意：还是同一个谷' },
            votes: 55,
            says: {
              en: 'The valley is the same, its axes are not $w$ and $b$ any more, and Adam keeps one number for each of those.',
              zh: '谷还是那个谷，但它的方向不再是 $w$ 和 $b$，而 Adam 正是给 $w$、$b$ 各记一个数。',
            },
          },
          {
            text: { en: 'Adam alone', zh: '只有 Adam' },
            right: true,
            votes: 25,
            says: {
              en: 'Turned, both axes are equally steep: Adam has nothing left to divide apart.',
              zh: '转过之后两个方向一样陡，Adam 没有什么可以分别缩放的了。',
            },
          },
          {
            text: { en: 'All three', zh: '三个都在意' },
            votes: 20,
            says: {
              en: 'Gradient descent and momentum use the gradient as an arrow, and an arrow turns with the map.',
              zh: '梯度下降和动量把梯度当箭头用，而箭头会跟着地图一起转。',
            },
          },
        ],
        reveal: { experiment: { objective: { angle: 45 }, start: turnedStart }, speed: 20 },
        after: {
          en: '127 → 127, 51 → 51, 40 → 114. **Adam scales each axis, not each valley.**',
          zh: '127 → 127，51 → 51，40 → 114。**Adam 缩放的是每个坐标轴，不是每个谷。**',
        },
      },
      teaching: {
        misconception: {
          en: 'A turned valley is the same valley for everyone',
          zh: '谷转过之后，对谁都还是同一个谷',
        },
        sentence: {
          en: 'Adam scales each axis, not each valley.',
          zh: 'Adam 缩放的是每个坐标轴，不是每个谷。',
        },
      },
    },
    {
      id: 'thousand',
      title: { en: 'Times a thousand', zh: '乘以一千' },
      text: {
        en: `Back in the straight valley. Somebody reports the cost in other units: $J$ is multiplied by 1,000, everywhere. The minimum does not move, and nobody touches an $alpha$.`,
        zh: `回到没有转过的谷。有人换了单位来报告代价：$J$ 处处乘以 1,000。最小值没有移动，也没有人动 $alpha$。`,
      },
      experiment: { steps: 60, runs: three },
      view: { selected: 2 },
      controls: ['runs', 'alpha', 'scale'],
      prediction: {
        kind: 'choice',
        question: { en: 'What do the three do now?', zh: '三个运行现在会怎样？' },
        answers: [
          {
            text: { en: 'Nothing changes: the minimum is where it was', zh: '没有变化：最小值还在原处' },
            votes: 30,
            says: {
              en: 'The slope is a thousand times steeper, and gradient descent’s step with it.',
              zh: '坡度陡了一千倍，梯度下降的步长也大了一千倍。',
            },
          },
          {
            text: { en: 'All three fly out', zh: '三个都飞出去' },
            votes: 35,
            says: {
              en: 'Adam divides the gradient by its own size: a factor in both cancels.',
              zh: 'Adam 把梯度除以它自己的大小：上下同一个倍数就约掉了。',
            },
          },
          {
            text: {
              en: 'Gradient descent and momentum fly out, Adam’s path stays the same',
              zh: '梯度下降和动量飞出去，Adam 的路径不变',
            },
            right: true,
            votes: 35,
            says: {
              en: 'To a millionth the same points: $V$ grows a thousandfold, and so does $sqrt S$.',
              zh: '各点相差不到百万分之一：$V$ 大了一千倍，$sqrt S$ 也大了一千倍。',
            },
          },
        ],
        reveal: { experiment: { objective: { scale: 1000 } }, speed: 20 },
        after: {
          en: 'That is why Adam’s $alpha$ is easier to choose: it is a length of step, whatever the cost is measured in. Easier, not needless: it still decides how far each step goes.',
          zh: '所以 Adam 的 $alpha$ 更好选：无论代价用什么单位，它都是步长。更好选，但不是不用选：每步走多远仍由它决定。',
        },
      },
      teaching: {
        misconception: { en: 'Adam needs no α', zh: 'Adam 不需要选 α' },
        sentence: {
          en: 'Adam’s α is a length of step, whatever the cost is measured in: easier to choose, not needless.',
          zh: 'Adam 的 α 是步长，与代价的单位无关：更好选，但不是不用选。',
        },
      },
    },
    {
      id: 'correction',
      title: { en: 'Without correction', zh: '不做偏差修正' },
      text: {
        en: `Momentum without correction starts with steps that are too **short**. In Adam both averages start too low: one above the line, one below it.

Here is Adam with correction, twelve steps, $alpha = 0.1$.`,
        zh: `不修正的动量，起步时步子太**短**。在 Adam 里两个平均起步都偏低：一个在分子，一个在分母。

这里是做了修正的 Adam，走了十二步，$alpha = 0.1$。`,
      },
      experiment: { steps: 12, runs: [{ optimizer: 'adam', alpha: 0.1 }] },
      strips: ['cost', 'memory'],
      controls: ['alpha', 'beta1', 'beta2', 'biasCorrection'],
      rule: { component: 0 },
      prediction: {
        kind: 'choice',
        question: {
          en: 'Without correction, what are its first steps like?',
          zh: '不做修正，最初几步会怎样？',
        },
        answers: [
          {
            text: { en: 'Shorter, as with momentum', zh: '更短，和动量一样' },
            votes: 45,
            says: {
              en: 'Above the line $V$ is too small by $1 - 0.9$, below it $sqrt S$ by $sqrt(1 - 0.999)$, which is much more.',
              zh: '分子 $V$ 小了 $1 - 0.9$ 倍，分母 $sqrt S$ 小了 $sqrt(1 - 0.999)$ 倍，小得更多。',
            },
          },
          {
            text: { en: 'The same: both errors cancel', zh: '一样：两个偏差抵消了' },
            votes: 30,
            says: {
              en: 'They would, if $beta_2$ were such that $sqrt(1 - beta_2^t) = 1 - beta_1^t$. It is not.',
              zh: '只有 $sqrt(1 - beta_2^t) = 1 - beta_1^t$ 才会抵消。并不相等。',
            },
          },
          {
            text: { en: 'Several times longer', zh: '长好几倍' },
            right: true,
            votes: 25,
            says: {
              en: '3.2 $alpha$ at the first step, growing: under a constant gradient up to 6.6 $alpha$ at step 12.',
              zh: '第一步是 3.2 $alpha$，还会变大：梯度不变时，第 12 步达到 6.6 $alpha$。',
            },
          },
        ],
        reveal: {
          experiment: {
            runs: [
              { optimizer: 'adam', alpha: 0.1 },
              { optimizer: 'adam', alpha: 0.1, biasCorrection: false, name: 'V/√S' },
            ],
          },
          speed: 5,
        },
        after: {
          en: 'In twelve steps it has gone more than five times as far along $w$. The correction matters here, and not for momentum.',
          zh: '十二步里，它沿 $w$ 走了五倍多的路。偏差修正在这里很要紧，对动量则不然。',
        },
      },
    },
    {
      id: 'challenge',
      title: { en: 'Where Adam is blind', zh: 'Adam 看不见的地方' },
      text: {
        en: `The turned valley again, Adam alone. With $alpha = 0.3$ it takes 114 steps. The usual $beta_1$, $beta_2$ and $epsilon$ are good defaults, and $alpha$ must be tuned: here is why.`,
        zh: `又是转过的谷，只有 Adam。$alpha = 0.3$ 时要 114 步。$beta_1$、$beta_2$ 和 $epsilon$ 用默认值就好，但 $alpha$ 必须调：原因就在这里。`,
      },
      experiment: {
        objective: { angle: 45 },
        start: turnedStart,
        steps: 200,
        runs: [{ optimizer: 'adam', alpha: 0.3 }],
      },
      controls: ['alpha', 'beta1', 'beta2'],
      challenge: {
        id: 'blind',
        better: 'less',
        unit: { en: 'steps', zh: '步' },
        task: {
          en: 'Reach $J < 0.5$, and stay below, in fewer than 50 steps with Adam in the turned valley.',
          zh: '在转过的谷里，用 Adam 在 50 步以内到达 $J < 0.5$ 并且不再超过。',
        },
        hint: {
          en: 'Its $alpha$ is a length, and the way is ten long. Only $alpha$ is needed.',
          zh: '它的 $alpha$ 是一个长度，而路程有十那么长。只动 $alpha$ 就够了。',
        },
        check: ({ experiment, runs }) => {
          const { objective, start } = experiment
          const same =
            objective.kind === 'quadratic' &&
            String(objective.curvature) === '1,100' &&
            objective.angle === 45 &&
            objective.scale === 1 &&
            String(start) === String(turnedStart)
          if (!same || !experiment.runs.every(({ optimizer }) => optimizer === 'adam'))
            return {
              done: false,
              says: {
                en: 'It counts in this turned valley, from this start, with Adam alone.',
                zh: '只在这个转过的谷、这个起点、只用 Adam 时才算。',
              },
            }
          const steps = Math.min(...runs.map((run) => run.stepsBelow(0.5)))
          const shown = Number.isFinite(steps)
          return {
            done: steps < 50,
            score: shown ? steps : undefined,
            says: shown
              ? { en: `It takes ${steps} steps now.`, zh: `现在要 ${steps} 步。` }
              : { en: 'It does not stay below 0.5.', zh: '它没有留在 0.5 以下。' },
          }
        },
      },
    },
  ],
  summary: [
    {
      en: 'Adam is momentum over RMSprop, both corrected for their start at 0.',
      zh: 'Adam 就是动量除以 RMSprop，二者都修正了从 0 起步的偏差。',
    },
    {
      en: 'Its first step is $alpha$ along each axis, whatever the slope.',
      zh: '它的第一步在每个方向上都是 $alpha$，无论坡度多大。',
    },
    {
      en: 'It scales each axis, not each valley: a turned ravine is a ravine again.',
      zh: '它缩放每个坐标轴，而不是每个谷：谷一转，狭长谷还是狭长谷。',
    },
    {
      en: 'Its $alpha$ does not depend on the units of $J$. It must be tuned all the same; $beta_1 = 0.9$, $beta_2 = 0.999$, $epsilon = 10^{-8}$ seldom.',
      zh: '它的 $alpha$ 与 $J$ 的单位无关，但仍要调；$beta_1 = 0.9$、$beta_2 = 0.999$、$epsilon = 10^{-8}$ 很少需要动。',
    },
  ],
}
