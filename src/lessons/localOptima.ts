// Lesson 10. The notes stop after one sentence; this finishes it. Dips, saddles and plateaus, told apart by the signs of the
// Hessian's eigenvalues; a run exactly on a ridge stays there until noise pushes it; who leaves a plateau first. Numbers are
// held by localOptima.test.ts. Y. Dauphin et al., Identifying and attacking the saddle point problem, NeurIPS 2014.

import type { Lesson } from './lesson.ts'

/** A shelf above a ravine: along x it levels off, across it is steep, so that gradient descent may not take a large α. */
const shelf = '2*x^2/(4+x^2)+10*y^2'

export const localOptima: Lesson = {
  id: 'local-optima',
  title: { en: 'Local optima', zh: '局部最优' },
  steps: [
    {
      id: 'first',
      title: { en: 'The old fear', zh: '早年的担忧' },
      text: {
        en: `The notes end with one sentence: in the early days people feared that training would get stuck in a **bad local optimum**. They had pictures like this one in mind: a landscape full of dips, of which one in the middle is the deepest.

Here gradient descent and Adam stand at the same place, two dips away from the deepest one.`,
        zh: `笔记的最后只有一句话：深度学习早期，人们担心训练会陷入**糟糕的局部最优**。他们心里想的就是这样的图：到处是坑，中间的那个最深。

这里，梯度下降和 Adam 从同一个地方出发，离最深的坑隔着两个坑。`,
      },
      experiment: {
        objective: { kind: 'rastrigin' },
        start: [2.2, 1.8],
        steps: 200,
        runs: [
          { optimizer: 'gd', alpha: 0.002 },
          { optimizer: 'adam', alpha: 0.1 },
        ],
      },
      controls: ['runs', 'alpha'],
      prediction: {
        kind: 'choice',
        question: { en: 'Where do they end?', zh: '它们会停在哪里？' },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'Both in the dip they stand in', zh: '都在脚下的这个坑里' },
            right: true,
            votes: 55,
            says: {
              en: 'Each follows the slope under its feet, and that leads to the nearest bottom: $J = 7.96$.',
              zh: '它们都只看脚下的坡，坡通向最近的坑底：$J = 7.96$。',
            },
          },
          {
            text: { en: 'Adam finds the deepest dip', zh: 'Adam 能找到最深的坑' },
            votes: 35,
            says: {
              en: 'Adam sees no further than gradient descent: both are told only the slope at their own point.',
              zh: 'Adam 并不比梯度下降看得更远：它们都只知道自己所在那一点的坡度。',
            },
          },
          {
            text: { en: 'Both in the deepest dip', zh: '都到最深的坑' },
            votes: 10,
            says: {
              en: 'The way there leads uphill, twice.',
              zh: '去那里要翻两次坡。',
            },
          },
        ],
        after: {
          en: `Both end in the dip next to them. In this picture the fear is right. Drag the start into another dip and see.

The question of this lesson: do the landscapes of large networks look like this one?`,
          zh: `两个都停在旁边的坑里。在这幅图里，担忧是对的。把起点拖到别的坑里试试。

这一课要问的是：大型网络的代价曲面真的长这样吗？`,
        },
      },
      cards: [
        {
          says: {
            en: 'Several minima are not bad in themselves: these four are all equally deep, $J = 0$. Which one is found depends on the start.',
            zh: '极小点多本身并不坏：这四个一样深，都是 $J = 0$。到哪一个取决于起点。',
          },
          load: {
            experiment: {
              objective: { kind: 'himmelblau' },
              start: [-1, 0.5],
              runs: [
                { optimizer: 'gd', alpha: 0.01 },
                { optimizer: 'adam', alpha: 0.1 },
              ],
            },
          },
        },
      ],
    },
    {
      id: 'ridge',
      title: { en: 'Exactly on the ridge', zh: '恰好在山脊上' },
      text: {
        en: `This is a **saddle**: along x the surface rises to both sides, along y it falls to both sides, into two valleys of depth 0.

Both runs start **exactly** on the ridge, at $y = 0$. One takes all examples in every step, the other mini-batches of 64.`,
        zh: `这是一个**鞍点**：沿 x 两边都升高，沿 y 两边都下降，通向两个深度为 0 的谷。

两个运行都**恰好**从山脊 $y = 0$ 上出发。一个每步用全部样本，另一个用 64 个样本的小批量。`,
      },
      experiment: {
        objective: { kind: 'saddle', noise: 0.1 },
        start: [-2, 0],
        steps: 200,
        runs: [
          { optimizer: 'gd', alpha: 0.1, batchSize: 'all', name: 'B = m' },
          { optimizer: 'gd', alpha: 0.1, batchSize: 64, name: 'B = 64' },
        ],
      },
      controls: ['runs', 'alpha', 'noise'],
      prediction: {
        kind: 'choice',
        question: { en: 'Where are the two after 200 steps?', zh: '200 步之后，它们各在哪里？' },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'Both in a valley: nobody balances on a ridge', zh: '都在谷里：没有谁能停在山脊上' },
            votes: 30,
            says: {
              en: 'Nobody pushes the full-batch run sideways: on the ridge the slope along y is exactly 0.',
              zh: '没有东西把全批量的运行往旁边推：山脊上沿 y 的坡度恰好是 0。',
            },
          },
          {
            text: { en: 'Both at the saddle: there the gradient is zero', zh: '都在鞍点：那里梯度为零' },
            votes: 35,
            says: {
              en: 'For the mini-batch run it is zero only on average; each batch tips it a little, and beside the ridge every step makes the tip larger.',
              zh: '对小批量的运行来说，梯度只在平均意义上为零；每个小批量都推它一点，而离开山脊之后每一步都会放大这个偏离。',
            },
          },
          {
            text: { en: 'B = m at the saddle, B = 64 in a valley', zh: 'B = m 停在鞍点，B = 64 到了谷里' },
            right: true,
            votes: 35,
            says: {
              en: 'Noise, so far a nuisance, is what gets one off a ridge.',
              zh: '噪声一直是麻烦，这里却正是它让人离开山脊。',
            },
          },
        ],
        after: {
          en: `The full-batch run creeps to the saddle and stays, $J = 0.25$, for ever. The other leaves: after about 75 steps it is on its way down.

Set **Surface noise** to 0: now both stay. Or drag the start a hair beside the ridge.`,
          zh: `全批量的运行慢慢走到鞍点，$J = 0.25$，再也不动。另一个离开了：约 75 步之后已经在下山。

把**曲面噪声**设为 0：两个都不动了。或者把起点稍稍拖离山脊。`,
        },
      },
      teaching: {
        question: { en: 'Start exactly on the ridge: who stays?', zh: '恰好从山脊出发：谁会停住？' },
        misconception: { en: 'Zero gradient means a local minimum', zh: '梯度为零就是局部极小' },
        sentence: {
          en: 'At a saddle the gradient is zero, and noise is enough to leave it.',
          zh: '鞍点处梯度为零，一点噪声就足以离开。',
        },
      },
    },
    {
      id: 'signs',
      title: { en: 'Saddle or minimum?', zh: '鞍点还是极小点？' },
      text: {
        en: `Gradient descent stands still here: its gradient is below $10^{-8}$. From $J$ and the gradient alone nobody can say what this place is.

Cut the surface through the point along its two **curvature directions**. How it bends there are the eigenvalues $lambda$ of the Hessian, the matrix of second derivatives.`,
        zh: `梯度下降在这里停住了：梯度小于 $10^{-8}$。只看 $J$ 和梯度，谁也说不出这是什么地方。

过这一点，沿两个**曲率方向**把曲面切开。曲面在那里怎样弯，由海森矩阵（二阶导数的矩阵）的特征值 $lambda$ 决定。`,
      },
      experiment: {
        objective: { kind: 'saddle', noise: 0 },
        start: [-2, 0],
        steps: 200,
        runs: [{ optimizer: 'gd', alpha: 0.1 }],
      },
      picture: 'curvatureMap',
      strips: ['curvature', 'cost'],
      controls: ['objective', 'alpha'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'How do the two cross-sections bend at a saddle?',
          zh: '在鞍点处，两个截面怎样弯？',
        },
        hides: ['numbers', 'paths', 'curves'],
        answers: [
          {
            text: { en: 'Both up', zh: '都向上' },
            votes: 25,
            says: {
              en: 'Then every way leads uphill, and it is a minimum.',
              zh: '那样往哪走都是上坡，就是极小点了。',
            },
          },
          {
            text: { en: 'One up, one down', zh: '一个向上，一个向下' },
            right: true,
            votes: 60,
            says: {
              en: 'Like the seat of a saddle: $lambda = 1$ along the horse, $-1$ across it.',
              zh: '就像马鞍：沿马身 $lambda = 1$，横着是 $-1$。',
            },
          },
          {
            text: { en: 'Both are flat: the gradient is zero', zh: '都是平的：梯度为零' },
            votes: 15,
            says: {
              en: 'The gradient is the slope, not the bend. Slope 0 says only that the cuts are level in the middle.',
              zh: '梯度是坡度，不是弯曲。坡度为 0 只说明截面在中点处是水平的。',
            },
          },
        ],
        after: {
          en: `$lambda = 1$ and $lambda = -1$: one up, one down, a saddle. On the map the solid line points along “up”, the dashed one along “down”.

Move through time with the arrow keys, or go to step 0 and drag the start: signs and shapes follow.`,
          zh: `$lambda = 1$ 和 $lambda = -1$：一个向上，一个向下，是鞍点。地图上实线是“向上”的方向，虚线是“向下”的方向。

用方向键在时间里移动，或者回到第 0 步再拖动起点：符号和形状都会跟着变。`,
        },
      },
      cards: [
        {
          says: { en: 'A minimum: both cuts bend up.', zh: '极小点：两个截面都向上弯。' },
          load: { experiment: { start: [-2, 0.3] } },
        },
        {
          says: {
            en: 'A summit: the gradient is zero here too, and both cuts bend down.',
            zh: '山顶：这里梯度也为零，两个截面都向下弯。',
          },
          load: {
            experiment: { objective: { kind: 'himmelblau' }, start: [-0.270845, -0.923039], steps: 8 },
            cursor: 0,
          },
        },
        {
          says: {
            en: 'A plateau: hardly any slope, and along it hardly any bend. No minimum is near.',
            zh: '平台区：几乎没有坡度，沿着它也几乎不弯。附近并没有极小点。',
          },
          load: {
            experiment: { objective: { kind: 'plateau' }, start: [-6, 0], steps: 40 },
            cursor: 0,
          },
        },
      ],
    },
    {
      id: 'many',
      title: { en: 'Twenty thousand directions', zh: '两万个方向' },
      text: {
        en: `A network has not two weights but many thousands. For a point of zero gradient to be a minimum, the surface must bend **up in every direction**.

Suppose, roughly, that each direction bends up or down like a coin that is tossed.`,
        zh: `网络不止两个权重，而是成千上万个。一个梯度为零的点要成为极小点，曲面必须在**每一个方向**上都向上弯。

粗略地假设：每个方向向上还是向下，就像抛一枚硬币。`,
      },
      experiment: {
        objective: { kind: 'saddle', noise: 0 },
        start: [-2, 0.3],
        steps: 50,
        runs: [{ optimizer: 'gd', alpha: 0.1 }],
      },
      picture: 'odds',
      strips: [],
      playback: false,
      prediction: {
        kind: 'choice',
        question: {
          en: 'With 20,000 directions and $p = 1/2$ for each: how likely do all of them bend up?',
          zh: '有 20,000 个方向，每个 $p = 1/2$：全部向上弯的概率是多少？',
        },
        hides: ['numbers'],
        answers: [
          {
            text: { en: 'About 1 in 20,000', zh: '约两万分之一' },
            votes: 30,
            says: {
              en: 'That would be right if one particular direction had to be drawn. Here 20,000 coins must all fall alike.',
              zh: '只抽中某一个方向才是这个数。这里是两万枚硬币要全部同一面朝上。',
            },
          },
          {
            text: { en: 'About $10^{-301}$', zh: '约 $10^{-301}$' },
            votes: 25,
            says: {
              en: 'That is where 1,000 coins get to. Each further thousand adds 301 zeros.',
              zh: '那只是 1,000 枚硬币。每多一千枚再添 301 个零。',
            },
          },
          {
            text: { en: 'About $10^{-6021}$', zh: '约 $10^{-6021}$' },
            right: true,
            votes: 45,
            says: {
              en: '$2^{-20000} = 10^{-6021}$: never.',
              zh: '$2^{-20000} = 10^{-6021}$：等于不会发生。',
            },
          },
        ],
        after: {
          en: `Two directions: one point in four. Twenty: one in a million. 20,000: a decimal point and 6,020 zeros. So nearly every place where the gradient vanishes is a **saddle**, and pictures with two weights mislead.

This is a **heuristic and not a theorem**: the curvatures of a network are not independent coins. Move n and p.`,
          zh: `两个方向：四个点里有一个。二十个：百万分之一。两万个：小数点后有 6,020 个零。所以梯度为零的地方几乎全是**鞍点**，只有两个权重的图会误导人。

这是**经验性的估算，不是定理**：网络的曲率并不是互相独立的硬币。移动 n 和 p 看看。`,
        },
      },
      teaching: {
        misconception: { en: 'A flat place is a trap', zh: '平坦的地方就是陷阱' },
        sentence: {
          en: 'Twenty thousand coins do not all fall alike: nearly every flat place is a saddle.',
          zh: '两万枚硬币不会全部同一面朝上：平坦的地方几乎都是鞍点。',
        },
      },
    },
    {
      id: 'plateau',
      title: { en: 'The slow shelf', zh: '缓慢的平台' },
      text: {
        en: `What really costs time are **plateaus**: long shelves where the slope is tiny in one direction, and so are the steps. Across, this one is steep, as in a network: with $lambda = 20$ there gradient descent dies at $alpha = 0.1$.

Each of the four stands at an $alpha$ near its own best on this surface.`,
        zh: `真正费时间的是**平台区**：很长的台地，一个方向上坡度极小，步子也就极小。横着看这里很陡，和网络里一样：那个方向 $lambda = 20$，梯度下降用 $alpha = 0.1$ 就会发散。

四个运行都用各自在这个曲面上接近最好的 $alpha$。`,
      },
      experiment: {
        objective: { kind: 'expression', source: shelf },
        start: [-5, 0.6],
        steps: 260,
        runs: [
          { optimizer: 'gd', alpha: 0.09 },
          { optimizer: 'momentum', alpha: 1 },
          { optimizer: 'rmsprop', alpha: 0.05 },
          { optimizer: 'adam', alpha: 0.2 },
        ],
      },
      controls: ['runs', 'optimizer', 'alpha', 'beta', 'beta1', 'beta2'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'Who leaves the shelf first, that is, passes $x = -2$?',
          zh: '谁最先离开平台，也就是越过 $x = -2$？',
        },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'Gradient descent', zh: '梯度下降' },
            votes: 10,
            says: {
              en: 'It steps by $alpha$ times a tiny slope, and the steep walls forbid a larger $alpha$: step 176.',
              zh: '它每步是 $alpha$ 乘以极小的坡度，而陡壁又不许 $alpha$ 更大：第 176 步才离开。',
            },
          },
          {
            text: { en: 'Momentum', zh: '动量' },
            votes: 40,
            says: {
              en: 'Its average lets it take $alpha = 1$, eleven times as much: step 30. But its step is still proportional to the slope.',
              zh: '平均让它能用 $alpha = 1$，大了十一倍：第 30 步离开。但它的步子仍与坡度成正比。',
            },
          },
          {
            text: { en: 'RMSprop', zh: 'RMSprop' },
            votes: 20,
            says: {
              en: 'It divides by the size of its gradients, so that a tiny slope gives full steps: step 42 with $alpha = 0.05$; a larger $alpha$ leaves earlier and then chatters in the valley.',
              zh: '它除以梯度的大小，坡度再小也迈满步：$alpha = 0.05$ 时第 42 步离开；$alpha$ 更大会更早离开，却在谷底抖动。',
            },
          },
          {
            text: { en: 'Adam', zh: 'Adam' },
            right: true,
            votes: 30,
            says: {
              en: 'Full steps like RMSprop’s, and momentum’s average lets them be long: step 15.',
              zh: '像 RMSprop 一样迈满步，动量的平均又让步子可以更长：第 15 步离开。',
            },
          },
        ],
        after: {
          en: `Adam at step 15, momentum at 30, RMSprop at 42, gradient descent at 176. On a plateau the direction is known and only the length of the steps is wrong: that is what the last lessons’ methods mend.

The order is this surface’s. Change $alpha$ and see what it depends on.`,
          zh: `Adam 第 15 步，动量第 30 步，RMSprop 第 42 步，梯度下降第 176 步。在平台区，方向是清楚的，只是步长不对：前几课的方法修的正是这个。

这个次序属于这个曲面。改变 $alpha$，看看它取决于什么。`,
        },
      },
      challenge: {
        id: 'off-the-shelf',
        better: 'less',
        unit: { en: 'steps', zh: '步' },
        task: {
          en: 'From this start on this surface, get below $J = 0.1$ and stay there in fewer than 35 steps. Any optimizer; the best of your runs counts.',
          zh: '在这个曲面上从这个起点出发，35 步以内降到 $J = 0.1$ 以下并且不再超过。优化器任选，取最好的一个运行。',
        },
        hint: {
          en: 'Adam, and a ball that is a little lighter: lower $beta1$.',
          zh: '用 Adam，让球轻一点：调低 $beta1$。',
        },
        check: ({ experiment, runs }) => {
          const { objective, start } = experiment
          const same =
            objective.kind === 'expression' &&
            objective.source === shelf &&
            objective.scale === 1 &&
            String(start) === '-5,0.6'
          if (!same)
            return {
              done: false,
              says: {
                en: 'It counts on this surface, from this start.',
                zh: '只在这个曲面、这个起点才算。',
              },
            }
          const steps = Math.min(...runs.map((run) => run.stepsBelow(0.1)))
          return Number.isFinite(steps)
            ? {
                done: steps < 35,
                score: steps,
                says: { en: `The first takes ${steps} steps now.`, zh: `现在最快要 ${steps} 步。` },
              }
            : { done: false, says: { en: 'None stays below 0.1.', zh: '没有一个留在 0.1 以下。' } }
        },
      },
      cards: [
        {
          says: {
            en: 'At the **same** $alpha$ momentum leaves no earlier than gradient descent, 197 to 176: on a shelf the average of equal gradients is that gradient. What helps is the larger $alpha$ that it allows.',
            zh: '**同一个** $alpha$ 时，动量并不比梯度下降早离开（197 对 176）：平台上的梯度几乎相等，平均还是它自己。真正有用的是它允许更大的 $alpha$。',
          },
          load: {
            experiment: {
              runs: [
                { optimizer: 'gd', alpha: 0.09 },
                { optimizer: 'momentum', alpha: 0.09 },
              ],
            },
          },
        },
      ],
    },
  ],
  summary: [
    {
      en: 'A zero gradient is not yet a minimum. The signs of the Hessian’s eigenvalues tell: all up a minimum, mixed a saddle.',
      zh: '梯度为零还不是极小点。要看海森矩阵特征值的符号：全部向上是极小点，有上有下是鞍点。',
    },
    {
      en: 'With thousands of directions nearly every such place is a saddle (a heuristic, not a theorem), and noise leaves it.',
      zh: '方向成千上万时，这样的地方几乎都是鞍点（经验性的估算，不是定理），噪声能让人离开。',
    },
    {
      en: 'Plateaus cost more time than dips; momentum, RMSprop and Adam shorten the way across.',
      zh: '平台区比坑更费时间；动量、RMSprop 和 Adam 能缩短这段路。',
    },
    {
      en: 'Pictures with two weights, these too, show mechanisms; they do not show what large landscapes are like.',
      zh: '只有两个权重的图（包括这些图）说明的是机理，并不代表大型网络的代价曲面长什么样。',
    },
  ],
}
