// Lesson 11. The notes stop after one sentence, and this lesson completes it. Dips, saddles and plateaus, distinguished
// by the signs of the Hessian's eigenvalues. A run exactly on a ridge stays there until noise pushes it off. Which
// optimizer leaves a plateau first. localOptima.test.ts checks the numbers. Y. Dauphin et al., Identifying and
// attacking the saddle point problem, NeurIPS 2014.

import { fiveMillion } from './fiveMillion.ts'
import type { DescentLesson } from '../course/lesson.ts'
import type { DescentPart, RunPart } from '../course/tasks.ts'

const alone: RunPart = { optimizer: 'gd', alpha: 0.1 }
const climber: RunPart = { optimizer: 'adam', alpha: 0.1 }
const onShelf: RunPart = { ...alone, alpha: 0.09 }
const atSaddle: DescentPart = { objective: { kind: 'saddle' }, runs: [alone] }

export const localOptima: DescentLesson = {
  id: 'local-optima',
  steps: [
    {
      id: 'first',
      title: { en: 'An old fear', zh: '早年的担忧' },
      text: {
        en: `The course notes end with one sentence: in the early days people feared that training would get stuck in a **bad local optimum**. They had pictures like this one in mind: a landscape full of dips, with the deepest one in the middle.

Gradient descent and Adam start at the same point, two dips away from the deepest one.`,
        zh: `课程笔记的最后只有一句话：深度学习早期，人们担心训练会陷入**糟糕的局部最优**。他们心里想的就是这样的图：到处是坑，中间的那个最深。

梯度下降和 Adam 从同一个地方出发，离最深的坑隔着两个坑。`,
      },
      experiment: {
        objective: { kind: 'rastrigin' },
        start: [2.2, 1.8],
        steps: 200,
        runs: [{ ...alone, alpha: 0.002 }, climber],
      },
      controls: ['runs', 'alpha'],
      prediction: {
        question: { en: 'Where will they end?', zh: '它们会停在哪里？' },
        votes: [55, 35, 10],
        answers: [
          {
            text: { en: 'Both in the dip they start in', zh: '都在出发的那个坑里' },
            right: true,
            says: {
              en: 'Each of them follows the slope where it is, and that leads to the nearest bottom: $J = 7.96$.',
              zh: '它们都只看脚下的坡，坡通向最近的坑底：$J = 7.96$。',
            },
          },
          {
            text: { en: 'Adam in the deepest dip', zh: 'Adam 到最深的坑' },
            says: {
              en: 'Adam does choose its steps more cleverly. But it sees no further than gradient descent: both know only the slope at their own point.',
              zh: 'Adam 的步子确实更聪明。但它并不比梯度下降看得更远：它们都只知道自己所在那一点的坡度。',
            },
          },
          {
            text: { en: 'Both in the deepest dip', zh: '都到最深的坑' },
            says: {
              en: 'That is where $J$ is smallest. But to get there they would have to climb out of two dips, and they only go downhill.',
              zh: '那里 $J$ 确实最小。但要去那里得翻过两道坡，而它们只会走下坡。',
            },
          },
        ],
        after: {
          en: `Both end in the dip they started in. In this picture the fear is right. Drag the start into another dip and see.

But do the landscapes of large networks look like this? That is the question of this lesson.`,
          zh: `两条都停在出发的那个坑里。在这幅图里，担忧是对的。把起点拖到别的坑里试试。

但大型网络的代价曲面真的长这样吗？这就是这一课要问的。`,
        },
      },
      cards: [
        {
          says: {
            en: 'Several minima need not be bad: these four are all equally deep, with $J = 0$. The start decides which one is found.',
            zh: '有几个极小点未必是坏事：这四个一样深，都是 $J = 0$。到哪一个取决于起点。',
          },
          load: {
            experiment: {
              objective: { kind: 'himmelblau' },
              start: [-1, 0.5],
              runs: [{ ...alone, alpha: 0.01 }, climber],
            },
          },
        },
      ],
    },
    {
      id: 'ridge',
      title: { en: 'Exactly on the ridge', zh: '恰好在山脊上' },
      text: {
        en: `Here two runs start **exactly** on a ridge, at $y = 0$. Along $x$ the ridge leads down to a point where the gradient is zero. On both sides of the ridge there is a valley of depth 0.

One run takes all the examples for every step, the other uses mini-batches of 64.`,
        zh: `这里两条轨迹都**恰好**从山脊 $y = 0$ 上出发。沿 $x$，山脊通向一个梯度为零的点；山脊两边各有一个深度为 0 的谷。

一条每步用全部样本，另一条用 64 个样本的小批量。`,
      },
      experiment: {
        objective: { kind: 'saddle', noise: 0.1 },
        start: [-2, 0],
        runs: [
          { ...alone, batchSize: 'all', name: 'B = m' },
          { ...alone, batchSize: 64, name: 'B = 64' },
        ],
      },
      controls: ['runs', 'alpha', 'noise'],
      prediction: {
        question: { en: 'Where are the two runs after 200 steps?', zh: '200 步之后，它们各在哪里？' },
        votes: [30, 35, 35],
        answers: [
          {
            text: {
              en: 'Both in a valley: nothing can balance on a ridge',
              zh: '都在谷里：没有什么能停在山脊上',
            },
            says: {
              en: 'In real life nothing stays on a ridge. But nothing pushes the full-batch run to the side: on the ridge the slope along $y$ is exactly 0.',
              zh: '现实中确实没有什么能停在山脊上。但没有东西把全批量的那条往旁边推：山脊上沿 $y$ 的坡度恰好是 0。',
            },
          },
          {
            text: { en: 'Both at the point where the gradient is zero', zh: '都停在梯度为零的点' },
            says: {
              en: 'The gradient is zero there. But for the mini-batch run it is zero only on average: each batch pushes it slightly to one side, and once it is off the ridge every step carries it further away.',
              zh: '那里的梯度确实为零。但对小批量来说，只在平均意义上为零：每个小批量都把它推向一边一点，离开山脊之后，每一步都使它偏得更远。',
            },
          },
          {
            text: {
              en: '$B = m$ at that point, $B = 64$ in a valley',
              zh: '$B = m$ 停在那个点，$B = 64$ 到了谷里',
            },
            right: true,
            says: {
              en: 'Noise has been a nuisance so far. Here it helps: it nudges the run off the ridge.',
              zh: '噪声一直是麻烦，这里却帮了忙：是它把轨迹推离了山脊。',
            },
          },
        ],
        after: {
          en: `The full-batch run creeps to the point and stays there forever, with $J = 0.25$. Such a point is called a **saddle**. The other run leaves: after about 75 steps it is on its way down.

Set **Surface noise** to 0, and both stay. Or drag the start slightly off the ridge.`,
          zh: `全批量的那条慢慢走到那个点，$J = 0.25$，再也不动。这样的点叫**鞍点**。另一条离开了：约 75 步之后已经在下坡。

把**曲面噪声**设为 0，两条就都不动了。或者把起点稍稍拖离山脊。`,
        },
      },
      teaching: {
        question: {
          en: 'Two runs start exactly on the ridge: which one stays there?',
          zh: '两条都恰好从山脊出发：哪一条会停住？',
        },
        misconception: { en: 'Zero gradient means a local minimum', zh: '梯度为零就是局部极小' },
        sentence: {
          en: 'At a saddle the gradient is zero, and a little noise is enough to get away from it.',
          zh: '鞍点处梯度为零，一点噪声就足以离开。',
        },
      },
    },
    {
      id: 'signs',
      title: { en: 'Saddle or minimum?', zh: '鞍点还是极小点？' },
      text: {
        en: `Here gradient descent has stopped: its gradient is below $10^{-8}$. From $J$ and the gradient alone you can’t tell what kind of place this is.

Cut the surface through the point along its two **curvature directions**. How strongly it bends along each is an eigenvalue $lambda$ of the Hessian.`,
        zh: `梯度下降在这里停住了：梯度小于 $10^{-8}$。只看 $J$ 和梯度，看不出这是什么地方。

过这一点，沿两个**曲率方向**把曲面切开。沿每个方向弯得多厉害，就是海森矩阵的一个特征值 $lambda$。`,
      },
      experiment: { ...atSaddle, start: [-2, 0] },
      picture: 'curvatureMap',
      strips: ['curvature', 'cost'],
      controls: ['objective', 'alpha'],
      terms: [
        {
          term: { en: 'Hessian', zh: '海森矩阵' },
          note: {
            en: 'is the matrix of all second derivatives of $J$. Its eigenvalues are the curvatures $lambda$.',
            zh: '（Hessian）是 $J$ 的所有二阶导数组成的矩阵，它的特征值就是各个曲率 $lambda$。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'How do the two cross-sections bend at this saddle?',
          zh: '在这个鞍点处，两个截面怎样弯？',
        },
        votes: [25, 60, 15],
        answers: [
          {
            text: { en: 'Both up', zh: '都向上' },
            says: {
              en: 'At a minimum they would: there every direction leads uphill. But from a saddle you can go down.',
              zh: '在极小点确实如此：往哪走都是上坡。但从鞍点还能往下走。',
            },
          },
          {
            text: { en: 'One up, one down', zh: '一个向上，一个向下' },
            right: true,
            says: {
              en: 'Like the seat of a saddle: $lambda = 1$ along the horse and $-1$ across it.',
              zh: '就像马鞍：沿马身 $lambda = 1$，横着是 $-1$。',
            },
          },
          {
            text: { en: 'Both are flat: the gradient is zero', zh: '都是平的：梯度为零' },
            says: {
              en: 'The gradient is zero. But the gradient is the slope, not the bend: a slope of 0 says only that the cuts are level in the middle.',
              zh: '梯度确实为零。但梯度是坡度，不是弯曲：坡度为 0 只说明截面在中点处是水平的。',
            },
          },
        ],
        after: {
          en: `$lambda = 1$ and $lambda = -1$: one cut bends up and one bends down, so this is a saddle. On the map the solid line points in the “up” direction, the dashed line in the “down” direction.

Move through time with the arrow keys, or go to step 0 and drag the start: the signs and shapes follow.`,
          zh: `$lambda = 1$ 和 $lambda = -1$：一个截面向上弯，一个向下弯，所以是鞍点。等高线图上，实线指着“向上”的方向，虚线指着“向下”的方向。

用方向键在时间里移动，或者回到第 0 步再拖动起点：符号和形状都会跟着变。`,
        },
      },
      cards: [
        {
          says: { en: 'Here is a minimum: both cuts bend up.', zh: '这里是极小点：两个截面都向上弯。' },
          load: { experiment: { start: [-2, 0.3] } },
        },
        {
          says: {
            en: 'Here is a summit: the gradient is zero here too, and both cuts bend down.',
            zh: '这里是山顶：梯度也为零，两个截面都向下弯。',
          },
          load: {
            experiment: { objective: { kind: 'himmelblau' }, start: [-0.270845, -0.923039], steps: 8 },
            cursor: 0,
          },
        },
        {
          says: {
            en: 'Here is a plateau: there is hardly any slope, and along it hardly any bend. No minimum is near.',
            zh: '这里是平台区（plateau）：几乎没有坡度，沿着它也几乎不弯。附近并没有极小点。',
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
      title: { en: 'What about twenty thousand directions?', zh: '两万个方向会怎样？' },
      text: {
        en: `A network has not two weights but many thousands. A point of zero gradient is a minimum only if the surface bends **up in every direction**.

Suppose, as a rough guess, that each direction bends up or down like the toss of a coin.`,
        zh: `网络不止两个权重，而是成千上万个。一个梯度为零的点要成为极小点，曲面必须在**每一个方向**上都向上弯。

粗略地假设：每个方向向上还是向下，就像抛一枚硬币。`,
      },
      experiment: { ...atSaddle, start: [-2, 0.3], steps: 50 },
      picture: 'odds',
      strips: [],
      playback: false,
      prediction: {
        question: {
          en: 'With 20,000 directions and $p = 1/2$ for each, how likely is it that all of them bend up?',
          zh: '有 20,000 个方向，每个 $p = 1/2$：全部向上弯的可能性有多大？',
        },
        hides: ['numbers'],
        votes: [30, 25, 45],
        answers: [
          {
            text: { en: 'About 1 in 20,000', zh: '约两万分之一' },
            says: {
              en: 'If one particular direction had to be drawn, it would be 1 in 20,000. But here all 20,000 coins must come up heads.',
              zh: '如果只要抽中某一个方向，确实是两万分之一。但这里两万枚硬币要全部正面朝上。',
            },
          },
          {
            text: { en: 'About 1 in a million', zh: '约百万分之一' },
            says: {
              en: 'That is rare, and for 20 directions it would be right: $2^{-20}$. But every further direction halves it again.',
              zh: '这确实很罕见，20 个方向时正是这个数：$2^{-20}$。但每多一个方向，还要再减半。',
            },
          },
          {
            text: { en: 'Practically never', zh: '几乎不可能' },
            right: true,
            says: {
              en: '$2^{-20000} = 10^{-6021}$, which means never.',
              zh: '$2^{-20000} = 10^{-6021}$，等于不会发生。',
            },
          },
        ],
        after: {
          en: `With two directions it is one point in four, with twenty one in a million. With 20,000 it is a decimal point and 6,020 zeros. So nearly every point where the gradient vanishes is a **saddle**, and pictures with two weights mislead.

This is a **heuristic and not a theorem**: the curvatures of a network are not independent coins. Change n and p.`,
          zh: `两个方向时，四个点里有一个；二十个时，百万分之一；两万个时，小数点后有 6,020 个零。所以梯度为零的点几乎全是**鞍点**，只有两个权重的图会误导人。

这是**经验性的估算，不是定理**：网络的曲率并不是互相独立的硬币。改一改 n 和 p。`,
        },
      },
      teaching: {
        misconception: { en: 'A point of zero gradient is a trap', zh: '梯度为零的点就是陷阱' },
        sentence: {
          en: 'Twenty thousand coins don’t all come up heads: nearly every point of zero gradient is a saddle.',
          zh: '两万枚硬币不会全部正面朝上：梯度为零的点几乎都是鞍点。',
        },
      },
    },
    {
      id: 'plateau',
      title: { en: 'Who leaves the shelf first?', zh: '谁先离开平台？' },
      text: {
        en: `What really costs time are **plateaus**: long, flat shelves. There the slope is tiny in one direction, and so are the steps. Across, this surface is steep, as in a network: the curvature is $lambda = 20$, so gradient descent diverges above $alpha = 0.1$.

Four runs start on the shelf, each with an $alpha$ near its own best on this surface.`,
        zh: `真正费时间的是**平台区**（plateau）：又长又平的台地。那里有一个方向坡度极小，步子也就极小。横着看，这个曲面很陡，和网络里一样：曲率 $lambda = 20$，所以 $alpha$ 超过 0.1，梯度下降就发散。

四条轨迹从平台上出发，都用各自在这个曲面上接近最好的 $alpha$。`,
      },
      experiment: {
        // It levels off along x and is steep across, so gradient descent needs a small α.
        objective: { kind: 'expression', source: '2*x^2/(4+x^2)+10*y^2' },
        start: [-5, 0.6],
        steps: 260,
        runs: [
          onShelf,
          { optimizer: 'momentum', alpha: 1 },
          { optimizer: 'rmsprop', alpha: 0.05 },
          { ...climber, alpha: 0.2 },
        ],
      },
      controls: ['runs', 'optimizer', 'alpha', 'beta', 'beta1', 'beta2'],
      prediction: {
        question: {
          en: 'Each near its best $alpha$: which one leaves the shelf first, that is, passes $x = -2$?',
          zh: '各用接近最好的 $alpha$：谁最先离开平台，也就是越过 $x = -2$？',
        },
        votes: [10, 40, 20, 30],
        answers: [
          {
            text: { en: 'Gradient descent', zh: '梯度下降' },
            says: {
              en: 'Its steps do point the right way. But each is $alpha$ times a tiny slope, and the steep walls forbid a larger $alpha$: it leaves at step 176.',
              zh: '它的方向确实没错。但每步是 $alpha$ 乘以极小的坡度，而陡壁又不许 $alpha$ 更大：第 176 步才离开。',
            },
          },
          {
            text: { en: 'Momentum', zh: '动量' },
            says: {
              en: 'Its average lets it use $alpha = 1$, eleven times as large as that of gradient descent. But its step is still proportional to the slope: it leaves at step 30.',
              zh: '平均让它能用 $alpha = 1$，是梯度下降的十一倍。但它的步子仍与坡度成正比：第 30 步离开。',
            },
          },
          {
            text: { en: 'RMSprop', zh: 'RMSprop' },
            says: {
              en: 'It does take full steps on a tiny slope. But with $alpha = 0.05$ it leaves at step 42, and with a larger $alpha$ it leaves earlier and then keeps bouncing in the valley.',
              zh: '坡度再小，它也确实迈满步。但 $alpha = 0.05$ 时第 42 步才离开；$alpha$ 更大会更早离开，却在谷底抖动。',
            },
          },
          {
            text: { en: 'Adam', zh: 'Adam' },
            right: true,
            says: {
              en: 'It takes full steps, as RMSprop does, and the average of momentum lets them be long: it leaves at step 15.',
              zh: '它像 RMSprop 一样迈满步，动量的平均又让步子可以更长：第 15 步离开。',
            },
          },
        ],
        after: {
          en: `Adam leaves at step 15, momentum at 30, RMSprop at 42 and gradient descent at 176. On a plateau the direction is right and only the step length is wrong. That is exactly what momentum, RMSprop and Adam fix.

This ranking is for this surface and these α’s. Change them and see what it depends on: with $alpha = 0.2$ RMSprop leaves at step 7.`,
          zh: `Adam 第 15 步离开，动量第 30 步，RMSprop 第 42 步，梯度下降第 176 步。在平台区，方向是对的，只是步长不对，而动量、RMSprop 和 Adam 改进的正是步长。

这个先后次序只对这个曲面和这些 $alpha$ 成立。改一改，看看它取决于什么：$alpha = 0.2$ 时，RMSprop 第 7 步就离开了。`,
        },
      },
      challenge: {
        id: 'off-the-shelf',
        task: {
          en: 'On this surface, from this start, get below $J = 0.1$ and stay there in fewer than 20 steps. You may use any optimizer, and the best of your runs counts.',
          zh: '在这个曲面上从这个起点出发，20 步以内降到 $J = 0.1$ 以下并且不再超过。优化器任选，取最好的一条轨迹。',
        },
        hint: {
          en: 'Which of the four takes long steps where the slope is tiny? It overshoots the minimum, though. In the lesson on momentum you have seen what makes a ball overshoot less.',
          zh: '四个里面，哪一个在坡度极小的地方也能迈大步？不过它会越过最小值。动量那一课里说过，怎样让球少越过一些。',
        },
        measure: { what: 'stepsBelow', cost: 0.1, run: 'best' },
        atMost: 19,
      },
      cards: [
        {
          says: {
            en: 'With the **same** $alpha$, momentum leaves no earlier than gradient descent: at step 197, against 176. On a shelf all gradients are about equal, so their average is the same gradient. What helps is the larger $alpha$ that momentum allows.',
            zh: '用**同一个** $alpha$，动量并不比梯度下降早离开：第 197 步对第 176 步。平台上的梯度几乎相等，平均还是它自己。真正有用的是它允许更大的 $alpha$。',
          },
          load: { experiment: { runs: [onShelf, { ...onShelf, optimizer: 'momentum' }] } },
        },
      ],
    },
    fiveMillion,
  ],
  summary: [
    {
      en: 'A zero gradient does not make a minimum. The signs of the Hessian’s eigenvalues tell: if all bend up it is a minimum, if they are mixed it is a saddle.',
      zh: '梯度为零还不是极小点。要看海森矩阵特征值的符号：全部向上是极小点，有上有下是鞍点。',
    },
    {
      en: 'With thousands of directions, nearly every such point is a saddle (a heuristic, not a theorem), and a little noise is enough to get away from it.',
      zh: '方向成千上万时，这样的点几乎都是鞍点（经验性的估算，不是定理），一点噪声就能离开。',
    },
    {
      en: 'Plateaus cost more time than dips. Momentum, RMSprop and Adam cross them in fewer steps.',
      zh: '平台区比坑更费时间；动量、RMSprop 和 Adam 能用更少的步数走过去。',
    },
    {
      en: 'Pictures with two weights, these included, show mechanisms. They don’t show what large landscapes are like.',
      zh: '只有两个权重的图（包括这些图）说明的是机理，并不代表大型网络的代价曲面长什么样。',
    },
  ],
}
