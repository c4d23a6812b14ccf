// Lesson 6. Moment 3, "same α: one dies, one lives", and why: across the valley gradients cancel in the average, along it
// they add up. Opens on κ = 100, where β = 0.9 pays; κ = 20 is the named counter-case (momentum.test.ts holds the numbers).

import type { Lesson } from './lesson.ts'

const bothAtBest = [
  { optimizer: 'gd', alpha: 0.0195 },
  { optimizer: 'momentum', alpha: 0.05 },
]

export const momentum: Lesson = {
  id: 'momentum',
  title: { en: 'Momentum', zh: '动量' },
  steps: [
    {
      id: 'ravine',
      title: { en: 'A ravine', zh: '狭长谷' },
      text: {
        en: `This valley is a hundred times steeper across than along: $kappa = 100$.

**Gradient descent** hops from wall to wall and creeps along the floor. The walls forbid a larger $alpha$, and the floor would need one.

**Momentum** does not step along the gradient $dW$, but along $V$, the exponentially weighted average of all gradients so far. A ball in a bowl: the gradient accelerates it, $beta$ is what friction leaves of its speed.

Drag the start. Press Play.`,
        zh: `这个谷横向比纵向陡一百倍：$kappa = 100$。

**梯度下降**在两壁之间跳来跳去，沿谷底却只能慢慢挪。谷壁不许 $alpha$ 再大，谷底偏偏需要更大的 $alpha$。

**动量**不沿梯度 $dW$ 走，而是沿 $V$ 走：$V$ 是到目前为止所有梯度的指数加权移动平均。好比碗里的球：梯度是加速度，$beta$ 是摩擦之后留下的速度。

拖动起点试试，再按“播放”。`,
      },
      experiment: { steps: 120, runs: bothAtBest },
      view: { selected: 1 },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta', 'kappa'],
      terms: [
        {
          term: { en: '$kappa$', zh: '$kappa$' },
          note: {
            en: 'is the condition number: the steepest curvature over the flattest.',
            zh: '叫条件数，即狭长程度：最陡的曲率与最平的之比。',
          },
        },
      ],
    },
    {
      id: 'limit',
      title: { en: 'Same α: one dies, one lives', zh: '同一个 α：一死一活' },
      asking: { en: 'Same α for both', zh: '两者用同一个 α' },
      text: {
        en: `Here both runs have the same $alpha = 0.018$. For once that is the question: not who is faster, but **who survives**.

On the steep axis gradient descent multiplies its error by $1 - 100 alpha$ in every step. Its limit is $2/lambda_max = 0.02$.`,
        zh: `这里两个运行用同一个 $alpha = 0.018$。这一次要问的不是谁更快，而是**谁能活下来**。

在陡的方向上，梯度下降每一步都把误差乘以 $1 - 100 alpha$，它的界限是 $2/lambda_max = 0.02$。`,
      },
      experiment: {
        steps: 60,
        runs: [
          { optimizer: 'gd', alpha: 0.018 },
          { optimizer: 'momentum', alpha: 0.018 },
        ],
      },
      view: { oneAlpha: true, selected: 0 },
      controls: ['runs', 'alpha', 'oneAlpha', 'beta'],
      prediction: {
        kind: 'choice',
        question: {
          en: '$alpha$ for both goes from 0.018 to 0.0202. After 60 steps, what do they do?',
          zh: '把两者的 $alpha$ 从 0.018 调到 0.0202。60 步之后会怎样？',
        },
        answers: [
          {
            text: { en: 'Both fly out', zh: '两个都飞出去' },
            votes: 35,
            says: {
              en: 'The limit 2/λmax is that of gradient descent. Momentum steps along an average, and the average of a zig-zag is small.',
              zh: '2/λmax 是梯度下降的界限。动量沿平均走，而来回振荡的平均很小。',
            },
          },
          {
            text: { en: 'Only gradient descent flies out', zh: '只有梯度下降飞出去' },
            right: true,
            votes: 40,
            says: {
              en: 'Its hops grow by the factor 1.02 a step; momentum’s own limit is 19 times higher.',
              zh: '它每跳一步就放大 1.02 倍；而动量自己的界限高 19 倍。',
            },
          },
          {
            text: { en: 'Neither: 0.0202 is nearly 0.0198', zh: '都不会：0.0202 和 0.0198 差不多' },
            votes: 25,
            says: {
              en: 'A limit is a limit: below it the hops shrink, above it they grow, and sixty steps multiply sixty times.',
              zh: '界限就是界限：以下越跳越小，以上越跳越大，六十步就是乘六十次。',
            },
          },
        ],
        reveal: {
          experiment: {
            runs: [
              { optimizer: 'gd', alpha: 0.0202 },
              { optimizer: 'momentum', alpha: 0.0202 },
            ],
          },
          speed: 20,
        },
        after: {
          en: `At $alpha = 0.0198$ gradient descent stands at $J = 9.0$ after 60 steps, at 0.0202 at 543: it is flying out. Momentum goes on improving. Its limit is $2(1 + beta)/((1 - beta) lambda_max) = 0.38$.

Move $alpha$ and see where each of them dies.`,
          zh: `$alpha = 0.0198$ 时，梯度下降 60 步后 $J = 9.0$；0.0202 时是 543：它正在飞出去。动量还在下降，它的界限是 $2(1 + beta)/((1 - beta) lambda_max) = 0.38$。

移动 $alpha$，看看它们各自在哪里发散。`,
        },
      },
      cards: [
        {
          says: {
            en: 'Momentum at $alpha = 0.37$, nineteen times gradient descent’s limit: it converges.',
            zh: '动量，$alpha = 0.37$，梯度下降界限的十九倍：收敛。',
          },
          load: { experiment: { steps: 400, runs: [{ optimizer: 'momentum', alpha: 0.37 }] } },
        },
        {
          says: {
            en: 'At 0.381 it flies: momentum has a limit too.',
            zh: '到 0.381 就飞出去了：动量也有界限。',
          },
          load: { experiment: { steps: 400, runs: [{ optimizer: 'momentum', alpha: 0.381 }] } },
        },
      ],
      teaching: {
        misconception: {
          en: 'Momentum only goes faster; it has the same limit',
          zh: '动量只是更快，界限还是同一个',
        },
        sentence: {
          en: 'The limit 2/λmax is that of gradient descent; momentum’s is 19 times higher.',
          zh: '2/λmax 是梯度下降的界限；动量的界限高 19 倍。',
        },
      },
    },
    {
      id: 'strips',
      title: { en: 'What cancels, what adds up', zh: '什么抵消，什么累积' },
      scene: 'memory',
      text: {
        en: `Beneath the map stands what momentum sees. Thin: the gradient $dW$ of each step. Thick: its average $V$, along $w$ and along $b$.

Across the valley the ball is pulled up and down in turn. Along it every gradient points the same way.`,
        zh: `地图下面是动量看到的东西。细线：每一步的梯度 $dW$；粗线：它的平均 $V$，沿 $w$ 和沿 $b$ 各一幅。

横着看，球被一上一下地拉；顺着谷看，每一步的梯度都指向同一边。`,
      },
      experiment: { steps: 60, runs: bothAtBest },
      view: { selected: 1 },
      strips: ['memory', 'cost'],
      controls: ['runs', 'alpha', 'beta', 'axes'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'Which average stays small beside its own gradients: $V_w$ or $V_b$?',
          zh: '哪个平均与自己的梯度相比一直很小：$V_w$ 还是 $V_b$？',
        },
        hides: ['memory'],
        answers: [
          {
            text: { en: '$V_w$, along the valley', zh: '$V_w$，顺着谷' },
            votes: 25,
            says: {
              en: 'Along the valley the gradients are small, but they agree: their average is as large as they are.',
              zh: '顺着谷的梯度虽小，方向却一致：平均和它们一样大。',
            },
          },
          {
            text: { en: '$V_b$, across it', zh: '$V_b$，横着谷' },
            right: true,
            votes: 55,
            says: {
              en: 'Plus and minus cancel in the average: what hops is damped.',
              zh: '一正一负在平均里抵消：来回振荡的部分被压住。',
            },
          },
          {
            text: {
              en: 'Both shrink to a tenth: $1 - beta = 0.1$',
              zh: '两个都缩到十分之一：$1 - beta = 0.1$',
            },
            votes: 20,
            says: {
              en: '0.1 is the weight of one gradient. All the weights together make 1.',
              zh: '0.1 只是一个梯度的权重，所有权重加起来是 1。',
            },
          },
        ],
        after: {
          en: '$dW_b$ swings up and down, and $V_b$ stays flat beside it. $dW_w$ keeps its sign, and $V_w$ grows up to it: straighter, and faster.',
          zh: '$dW_b$ 上下摆动，$V_b$ 在旁边几乎是平的。$dW_w$ 一直同号，$V_w$ 逐渐追上它：路更直，也更快。',
        },
      },
      cards: [
        {
          says: {
            en: 'With momentum $J$ may rise on the way (the ball rolls up the other wall): no cause for alarm. Only for plain full-batch gradient descent is a rise a sign of a fault.',
            zh: '用动量时 $J$ 可能会暂时上升（球滚上对面的壁）：不必惊慌。只有不带动量的批量梯度下降，上升才说明出了错。',
          },
          written: { en: 'J must fall at every iteration', zh: 'J 在每次迭代都应下降' },
          load: {
            experiment: { steps: 60, runs: [{ optimizer: 'momentum', alpha: 0.05 }] },
            view: { costScale: 'log' },
          },
        },
      ],
      teaching: {
        misconception: { en: 'Momentum never raises J', zh: '用动量时 J 从不上升' },
        sentence: {
          en: 'What alternates cancels, what agrees adds up; a rise of J on the way is no fault.',
          zh: '一正一负就抵消，方向一致就累积；途中 J 上升不算出错。',
        },
      },
    },
    {
      id: 'rule',
      title: { en: 'Two lines', zh: '两行公式' },
      text: {
        en: `The whole of momentum is one average and one step. $V$ starts at 0. The numbers under the letters are those of the step at the cursor; point at a letter and its arrow lights up.

Practice leaves out bias correction here: $V$ warms up by itself.`,
        zh: `动量的全部，就是一个平均加上一步。$V$ 从 0 开始。字母下面的数字就是光标所在那一步的数；指向一个字母，它的箭头就会亮起。

实践中这里不做偏差修正：$V$ 自己会热起来。`,
      },
      experiment: { steps: 60, runs: [{ optimizer: 'momentum', alpha: 0.05 }] },
      cursor: 10,
      strips: ['memory', 'cost'],
      controls: ['runs', 'alpha', 'beta', 'biasCorrection'],
      rule: { component: 1, code: true },
      terms: [
        {
          term: { en: 'bias correction', zh: '偏差修正' },
          note: {
            en: 'corrects the start at 0. It has nothing to do with the weight b, which is also called a bias.',
            zh: '修正的是从 0 起步造成的偏差，与偏置 b 无关：偏差 ≠ 偏置。',
          },
        },
      ],
      prediction: {
        kind: 'choice',
        question: {
          en: 'The notes: “after ten steps it has warmed up”. With $beta = 0.9$, how much of its full weight has $V$ after 10 steps?',
          zh: '笔记说“十步迭代之后就热起来了”。$beta = 0.9$ 时，10 步之后 $V$ 的权重总和达到了多少？',
        },
        answers: [
          {
            text: { en: '65 %', zh: '65 %' },
            right: true,
            votes: 30,
            says: { en: '$1 - 0.9^10 = 0.65$.', zh: '$1 - 0.9^10 = 0.65$。' },
          },
          {
            text: { en: '90 %', zh: '90 %' },
            votes: 30,
            says: {
              en: '0.9 is what one step keeps, not what ten steps reach.',
              zh: '0.9 是一步之后留下的比例，不是十步累积到的。',
            },
          },
          {
            text: { en: '100 %: it averages exactly ten steps', zh: '100 %：它正好平均十步' },
            votes: 40,
            says: {
              en: '“About ten” is the length after which a weight has fallen to 1/e; older steps go on counting.',
              zh: '“约十步”是指权重降到 1/e 的长度；更早的步仍然在起作用。',
            },
          },
        ],
        reveal: { cursor: 10 },
        after: {
          en: 'At step 10 $V$ has given out 65 % of its weight, 99 % only after 44 steps. Switch bias correction on and compare: with momentum it only makes the first steps longer, here so long that they leap up the other wall.',
          zh: '第 10 步时 $V$ 只给出了 65 % 的权重，44 步之后才到 99 %。打开偏差修正比较一下：对动量来说，它只是让最初几步更长，在这里长得一下跳上了对面的谷壁。',
        },
      },
      cards: [
        {
          says: {
            en: 'Without $(1 - beta)$, as in PyTorch and many papers, $V$ is ten times larger and $alpha$ must be ten times smaller: 0.005 there is 0.05 here. The two paths coincide.',
            zh: '不带 $(1 - beta)$ 的写法（PyTorch 和许多论文）里 $V$ 大十倍，$alpha$ 就要小十倍：那里的 0.005 就是这里的 0.05。两条路径重合。',
          },
          load: {
            experiment: {
              steps: 60,
              runs: [
                { optimizer: 'momentum', alpha: 0.05, name: '(1 − β)dW' },
                { optimizer: 'momentum', alpha: 0.005, convention: 'pytorch', name: 'PyTorch' },
              ],
            },
          },
        },
      ],
    },
    {
      id: 'mild',
      title: { en: 'In a mild valley', zh: '在不太狭长的谷里' },
      text: {
        en: `“Momentum is almost always faster.” Almost. Here the valley is only 20 times steeper across, and the runs stand ready, **each at its best** $alpha$.

The mark on the $kappa$ slider says from where $beta = 0.9$ pays.`,
        zh: `“动量几乎总是更快。”几乎。这里的谷横向只陡 20 倍，三个运行已经就位，**各用自己最好的** $alpha$。

$kappa$ 滑块上的刻度告诉你，从哪里起 $beta = 0.9$ 才划算。`,
      },
      experiment: {
        objective: { curvature: [1, 20] },
        start: [-9, 1.5],
        steps: 60,
        runs: [
          { optimizer: 'gd', alpha: 0.0915 },
          { optimizer: 'momentum', alpha: 0.0657, name: 'β = 0.9' },
          { optimizer: 'momentum', alpha: 0.247, beta: 0.5, name: 'β = 0.5' },
        ],
      },
      controls: ['runs', 'alpha', 'beta', 'kappa'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'Which is first at $J < 0.5$, and stays there?',
          zh: '谁最先到达 $J < 0.5$ 并且不再离开？',
        },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'Momentum with $beta = 0.9$, as always', zh: '$beta = 0.9$ 的动量，一如既往' },
            votes: 55,
            says: {
              en: 'With $beta = 0.9$ the error shrinks by at best 0.949 a step. In a mild valley gradient descent is faster than that.',
              zh: '$beta = 0.9$ 时误差每步最多缩到 0.949 倍；在不太狭长的谷里，梯度下降比这还快。',
            },
          },
          {
            text: { en: 'Gradient descent', zh: '梯度下降' },
            votes: 20,
            says: {
              en: 'It does beat $beta = 0.9$ here, 23 steps to 35, but there is a lighter ball.',
              zh: '它确实赢了 $beta = 0.9$（23 步对 35 步），但还有更轻的球。',
            },
          },
          {
            text: { en: 'Momentum with $beta = 0.5$', zh: '$beta = 0.5$ 的动量' },
            right: true,
            votes: 25,
            says: {
              en: '7 steps: a shorter memory is enough for a shorter valley.',
              zh: '7 步：谷没那么长，记忆也不必那么长。',
            },
          },
        ],
        after: {
          en: '7, 23 and 35 steps. In a mild valley $beta = 0.9$ is too heavy: try 0.5. From about $kappa = 38$ on it beats gradient descent.',
          zh: '分别是 7、23、35 步。在不太狭长的谷里，$beta = 0.9$ 太重了：试试 0.5。大约从 $kappa = 38$ 起它才胜过梯度下降。',
        },
      },
      teaching: {
        misconception: { en: 'Momentum is always faster', zh: '动量总是更快' },
        sentence: {
          en: 'A heavy ball is for a long ravine; in a mild valley take a lighter one.',
          zh: '重的球适合很长的狭长谷；谷不太狭长，就用轻一点的球。',
        },
      },
    },
    {
      id: 'thirty',
      title: { en: 'In under thirty', zh: '三十步以内' },
      text: {
        en: `Back in the steep ravine. With the $beta = 0.9$ that everybody uses, the best $alpha$ needs 42 steps; gradient descent at its best needs 117.

Can you do better?`,
        zh: `回到陡的狭长谷。用大家都用的 $beta = 0.9$，最好的 $alpha$ 也要 42 步；梯度下降最好也要 117 步。

你能更快吗？`,
      },
      experiment: { steps: 120, runs: [{ optimizer: 'momentum', alpha: 0.05 }] },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta'],
      challenge: {
        id: 'thirty',
        better: 'less',
        unit: { en: 'steps', zh: '步' },
        task: {
          en: 'Reach $J < 0.5$, and stay below, in fewer than 30 steps with momentum on this surface, from this start.',
          zh: '在这个曲面上从这个起点出发，用动量在 30 步以内到达 $J < 0.5$ 并且不再超过。',
        },
        hint: {
          en: 'A heavy ball swings past the goal. Make it lighter ($beta$), and let it take longer steps ($alpha$).',
          zh: '球太重就会越过目标。让它轻一些（$beta$），步子大一些（$alpha$）。',
        },
        check: ({ experiment, runs }) => {
          const { objective, start } = experiment
          const same =
            objective.kind === 'quadratic' &&
            String(objective.curvature) === '1,100' &&
            objective.scale === 1 &&
            String(start) === '-10,1'
          if (!same || !experiment.runs.every(({ optimizer }) => optimizer === 'momentum'))
            return {
              done: false,
              says: {
                en: 'It counts on this surface, from this start, with momentum alone.',
                zh: '只在这个曲面、这个起点、只用动量时才算。',
              },
            }
          const steps = Math.min(...runs.map((run) => run.stepsBelow(0.5)))
          const shown = Number.isFinite(steps)
          return {
            done: steps < 30,
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
      en: 'Momentum steps along the average $V$ of the gradients: what alternates cancels, what agrees adds up.',
      zh: '动量沿梯度的平均 $V$ 前进：来回振荡的抵消，方向一致的累积。',
    },
    {
      en: 'It survives a larger $alpha$: $2(1 + beta)/((1 - beta) lambda_max)$ instead of $2/lambda_max$.',
      zh: '它能承受更大的 $alpha$：$2(1 + beta)/((1 - beta) lambda_max)$，而不是 $2/lambda_max$。',
    },
    {
      en: '$beta = 0.9$ is a good first choice in a ravine, too heavy in a mild valley.',
      zh: '$beta = 0.9$ 在狭长谷里是不错的首选，在平缓的谷里就太重了。',
    },
    {
      en: 'No bias correction is needed; it has warmed up to 65 % after 10 steps and to 99 % after 44.',
      zh: '不需要偏差修正；10 步后热到 65 %，44 步后热到 99 %。',
    },
  ],
}
