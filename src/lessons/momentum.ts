// Lesson 7. Moment 3, "Same α: who survives?", and why: gradients across the valley cancel in the average, and those
// along it add up. Opens with κ = 100, where β = 0.9 wins. κ = 20 is the counter-case (presets.test.ts checks the
// numbers).

import type { RunPart } from '../course/tasks.ts'
import type { DescentLesson } from '../course/lesson.ts'

const ball: RunPart = { optimizer: 'momentum', alpha: 0.05 }

export const momentum: DescentLesson = {
  id: 'momentum',
  numbers: [1, 2, 3, 7, 4, 5, 6],
  steps: [
    {
      id: 'ravine',
      title: { en: 'A ball in a ravine', zh: '狭长谷里的球' },
      text: {
        en: `Across this valley the curvature is 100 times as large as along it: $kappa = 100$. **Gradient descent** hops from wall to wall and creeps along the floor. The walls forbid a larger $alpha$, and the floor would need one.

**Momentum** is like a ball: the gradients push it, and it keeps most of its speed. Both start at the same point, each with an $alpha$ near its best.`,
        zh: `这个谷横向的曲率是纵向的 100 倍：$kappa = 100$。**梯度下降**在两壁之间跳来跳去，沿谷底却只能慢慢挪。谷壁不许 $alpha$ 再大，谷底偏偏需要更大的 $alpha$。

**动量**像一个球：梯度推动它，而它保留大部分速度。两者从同一点出发，各用接近自己最好的 $alpha$。`,
      },
      experiment: { steps: 120, runs: [{ optimizer: 'gd', alpha: 0.0195 }, ball] },
      view: { selected: 1 },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta', 'kappa'],
      terms: [
        {
          term: { en: '$V$', zh: '$V$' },
          note: {
            en: 'is the velocity of the ball: the average of the gradients so far. $beta$ is the momentum coefficient, the share of $V$ that is kept.',
            zh: '是球的速度：到目前为止梯度的平均。$beta$ 是动量系数，即 $V$ 保留的比例。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'Which one gets below $J = 0.5$ first, and stays there?',
          zh: '谁先降到 $J = 0.5$ 以下，并且不再超过？',
        },
        votes: [20, 60, 20],
        answers: [
          {
            text: {
              en: 'Gradient descent: it always goes straight downhill',
              zh: '梯度下降：它总是朝最陡的下坡走',
            },
            says: {
              en: 'It always goes downhill as steeply as it can. But in a ravine that direction leads to the other wall, not along the floor.',
              zh: '它确实总是朝最陡的下坡走。但在狭长谷里，那个方向通向对面的壁，而不是沿着谷底。',
            },
          },
          {
            text: { en: 'Momentum: it gathers speed along the floor', zh: '动量：它沿谷底越走越快' },
            right: true,
            says: {
              en: 'After 43 steps it is below 0.5 for good; gradient descent needs 117.',
              zh: '43 步之后它不再超过 0.5，梯度下降要 117 步。',
            },
          },
          {
            text: {
              en: 'Neither: the ball rolls past the minimum and back',
              zh: '不分先后：球会越过最小值再滚回来',
            },
            says: {
              en: 'The ball does overshoot the minimum. But it loses a tenth of its speed at every step, so it soon comes back and stays.',
              zh: '球确实会越过最小值。但它每一步都损失十分之一的速度，很快就回来并停住。',
            },
          },
        ],
        after: {
          en: `Momentum doesn’t step along the gradient $dW$. It steps along $V$, the exponentially weighted average of all gradients so far. Think of a ball in a bowl: the gradient accelerates it, and $beta$ is the share of its speed that friction leaves.

Drag the start and press Play.`,
          zh: `动量不沿梯度 $dW$ 走，而是沿 $V$ 走：$V$ 是到目前为止所有梯度的指数加权移动平均。好比碗里的球：梯度是加速度，$beta$ 是摩擦之后留下的速度比例。

拖动起点，再按“播放”。`,
        },
      },
      teaching: {
        question: { en: 'Who gets through the ravine first?', zh: '谁先穿过狭长谷？' },
        misconception: { en: 'The steepest way down is the fastest', zh: '最陡的下坡就是最快的' },
        sentence: {
          en: 'Momentum steps along V, the average of all gradients so far.',
          zh: '动量沿 V 走，V 是到目前为止所有梯度的平均。',
        },
      },
    },
    {
      id: 'limit',
      title: { en: 'Same α: who survives?', zh: '同一个 α：谁能活下来？' },
      text: {
        en: `Here both runs have the same $alpha = 0.018$. This time we don’t ask which one is faster, but **which one survives**.

Along the steep axis gradient descent multiplies its error by $1 - 100 alpha$ at every step. Its limit is $2/lambda_max = 0.02$.`,
        zh: `这里两条轨迹用同一个 $alpha = 0.018$。这一次要问的不是谁更快，而是**谁能活下来**。

沿陡的方向，梯度下降每一步都把误差乘以 $1 - 100 alpha$，它的上限是 $2/lambda_max = 0.02$。`,
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
        question: {
          en: 'We raise $alpha$ for both from 0.018 to 0.0202. What do they do in the next 60 steps?',
          zh: '把两者的 $alpha$ 都从 0.018 提高到 0.0202。60 步之内会怎样？',
        },
        votes: [35, 40, 25],
        answers: [
          {
            text: { en: 'Both diverge', zh: '两条都发散' },
            says: {
              en: '0.0202 is above $2/lambda_max$. But that is the limit of gradient descent. Momentum steps along an average, and the average of a zig-zag is small.',
              zh: '0.0202 确实超过了 $2/lambda_max$。但那是梯度下降的上限。动量沿平均走，而来回振荡的平均很小。',
            },
          },
          {
            text: { en: 'Only gradient descent diverges', zh: '只有梯度下降发散' },
            right: true,
            says: {
              en: 'Each of its hops is 1.02 times as long as the last; the limit of momentum is 19 times as high.',
              zh: '它每一跳都是上一跳的 1.02 倍；动量的上限是它的 19 倍。',
            },
          },
          {
            text: { en: 'Neither: 0.0202 is hardly more than 0.02', zh: '都不会：0.0202 只比 0.02 大一点点' },
            says: {
              en: 'It is hardly more. But above the limit the hops grow, and after sixty steps even a factor of 1.02 has become 3.3.',
              zh: '确实只大一点点。但超过上限，就越跳越大；六十步之后，就连 1.02 倍也变成了 3.3 倍。',
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
          en: `After 60 steps gradient descent has brought $J$ down to 9.0 with $alpha = 0.0198$; with 0.0202, $J$ has grown to 543. It is diverging. Momentum goes on improving: its limit is $2(1 + beta)/((1 - beta) lambda_max) = 0.38$.

Move $alpha$ and find out where each of them diverges.`,
          zh: `60 步之后，$alpha = 0.0198$ 的梯度下降把 $J$ 降到 9.0；0.0202 时 $J$ 却涨到 543，正在发散。动量还在下降：它的上限是 $2(1 + beta)/((1 - beta) lambda_max) = 0.38$。

移动 $alpha$，看看它们各自在哪里发散。`,
        },
      },
      cards: [
        {
          says: {
            en: 'Momentum with $alpha = 0.37$, nearly 19 times the limit of gradient descent: it converges.',
            zh: '动量，$alpha = 0.37$，接近梯度下降上限的 19 倍：收敛。',
          },
          load: { experiment: { steps: 400, runs: [{ ...ball, alpha: 0.37 }] } },
        },
        {
          says: {
            en: 'With $alpha = 0.381$ it diverges: momentum has a limit too.',
            zh: '$alpha = 0.381$ 就发散了：动量也有上限。',
          },
          load: { experiment: { steps: 400, runs: [{ ...ball, alpha: 0.381 }] } },
        },
      ],
      teaching: {
        misconception: {
          en: 'Momentum only goes faster; it has the same limit',
          zh: '动量只是更快，上限还是同一个',
        },
        sentence: {
          en: '2/λmax is the limit of gradient descent; with β = 0.9 the limit of momentum is 19 times as high.',
          zh: '2/λmax 是梯度下降的上限；β = 0.9 时，动量的上限是它的 19 倍。',
        },
      },
    },
    {
      id: 'strips',
      title: { en: 'What cancels, and what adds up?', zh: '什么抵消，什么累积？' },
      scene: 'memory',
      text: {
        en: `Below the map you see what momentum sees. The thin line is the gradient $dW$ of each step, the thick line is its average $V$: one plot along $w$, one along $b$.

Across the valley the ball is pulled up and down in turn. Along the valley all the gradients point the same way.`,
        zh: `等高线图下面是动量看到的东西。细线是每一步的梯度 $dW$，粗线是它的平均 $V$：沿 $w$ 和沿 $b$ 各一幅。

横着谷，球被一上一下地拉；顺着谷，每一步的梯度都指向同一边。`,
      },
      experiment: { steps: 60 },
      strips: ['memory', 'cost'],
      controls: ['runs', 'alpha', 'beta', 'axes'],
      prediction: {
        question: {
          en: 'Which average stays small compared with its own gradients, $V_w$ or $V_b$?',
          zh: '哪个平均与自己的梯度相比一直很小：$V_w$ 还是 $V_b$？',
        },
        hides: ['memory'],
        votes: [25, 55, 20],
        answers: [
          {
            text: { en: '$V_w$, along the valley', zh: '$V_w$，顺着谷' },
            says: {
              en: 'Along the valley the gradients are small. But they agree, so their average is nearly as large as they are.',
              zh: '顺着谷的梯度确实小。但它们方向一致，所以平均和它们差不多大。',
            },
          },
          {
            text: { en: '$V_b$, across it', zh: '$V_b$，横着谷' },
            right: true,
            says: {
              en: 'Plus and minus cancel in the average, so the oscillation is damped.',
              zh: '一正一负在平均里抵消，振荡就被压住。',
            },
          },
          {
            text: {
              en: 'Both shrink to a tenth: $1 - beta = 0.1$',
              zh: '两个都缩到十分之一：$1 - beta = 0.1$',
            },
            says: {
              en: '0.1 is the weight of the newest gradient. But all the weights together add up to 1, so gradients that agree keep their size.',
              zh: '0.1 是最新那个梯度的权重。但所有权重加起来是 1，所以方向一致的梯度，平均后大小不变。',
            },
          },
        ],
        after: {
          en: '$dW_b$ swings up and down, and $V_b$ stays nearly flat. $dW_w$ keeps its sign, and $V_w$ grows to its size. So the path is straighter and faster.',
          zh: '$dW_b$ 上下摆动，$V_b$ 几乎是平的。$dW_w$ 一直同号，$V_w$ 逐渐追上它。所以路径更直，也更快。',
        },
      },
      cards: [
        {
          says: {
            en: 'With momentum $J$ may rise for a while, when the ball rolls up the other wall. That is no cause for alarm. $J$ must fall at every step only for plain, full-batch gradient descent.',
            zh: '用动量时 $J$ 可能会暂时上升（球滚上对面的壁），这是正常的。只有不带动量的批量梯度下降，$J$ 才必须每一步都下降。',
          },
          written: { en: 'J must fall at every iteration', zh: 'J 在每次迭代都应下降' },
          load: { experiment: { runs: [ball] }, view: { costScale: 'log' } },
        },
      ],
      teaching: {
        misconception: { en: 'Momentum never raises J', zh: '用动量时 J 从不上升' },
        sentence: {
          en: 'Gradients that alternate cancel, gradients that agree add up. With momentum J may rise for a while.',
          zh: '一正一负的梯度抵消，方向一致的累积。用动量时，J 暂时上升是正常的。',
        },
      },
    },
    {
      id: 'sum',
      title: { en: 'How do ten arrows make one?', zh: '十个箭头怎样合成一个？' },
      text: {
        en: `$V$ is a sum: every gradient so far, times its weight $(1 - beta) beta^k$, where $k$ is its age in steps. These arrows are the last ten of them at step 20, each as long as its share in $V$, pointing downhill.

To add arrows, we lay them **tip to tail**: each one starts where the one before ends.`,
        zh: `$V$ 是一个和：到目前为止的每个梯度，乘以权重 $(1 - beta) beta^k$，$k$ 是它过去了几步。图中是第 20 步时最近的十个，每个箭头的长度就是它在 $V$ 里的份额，指向下坡。

箭头相加，就是**首尾相接**：后一个从前一个的末端开始。`,
      },
      experiment: { steps: 60, runs: [ball] },
      cursor: 20,
      picture: 'arrows',
      strips: ['map', 'memoryAcross'],
      controls: ['alpha', 'beta'],
      prediction: {
        question: {
          en: 'Along $b$ the ten arrows are 18 long in all, along $w$ 4.1. How far does the chain get?',
          zh: '十个箭头沿 $b$ 总长 18，沿 $w$ 总长 4.1。首尾相接，能走多远？',
        },
        votes: [20, 55, 25],
        answers: [
          {
            text: { en: '18 along $b$, 4.1 along $w$', zh: '沿 $b$ 18，沿 $w$ 4.1' },
            says: {
              en: 'Along $w$ that is right, because all ten point the same way. But along $b$ some point up and some down.',
              zh: '沿 $w$ 确实如此：十个都指向同一边。但沿 $b$ 有的向上，有的向下。',
            },
          },
          {
            text: { en: 'About 1 along $b$, 4.1 along $w$', zh: '沿 $b$ 约 1，沿 $w$ 4.1' },
            right: true,
            says: {
              en: 'Up and down cancel: only 1.3 of 18 is left. Along $w$ nothing is lost.',
              zh: '一上一下互相抵消：18 里只剩 1.3。沿 $w$ 一点也没有损失。',
            },
          },
          {
            text: { en: 'About 1.8 and 0.4: a tenth of each', zh: '约 1.8 和 0.4：各剩十分之一' },
            says: {
              en: 'Each weight is a tenth at most. But the arrows already have their weights, so nothing is divided by ten again.',
              zh: '每个权重确实最多是十分之一。但箭头已经乘过权重，不用再除以十。',
            },
          },
        ],
        reveal: { cursor: 20 },
        after: {
          en: 'The chain climbs and falls along $b$ and ends almost where it began, while along $w$ all ten arrows add up. The gray arrow is what older gradients have left, and the black one is $-V$, the sum of them all. Step on with →, and watch new arrows come in at the tip. Then move $beta$: it decides how quickly old arrows shrink.',
          zh: '这条链沿 $b$ 起起落落，几乎回到原处；沿 $w$ 十个箭头全部累积。灰色箭头是更早的梯度留下的，黑色箭头是 $-V$，即全部之和。按 → 往后走，看新箭头在末端加进来。再移动 $beta$：旧箭头缩得快还是慢，由它决定。',
        },
      },
      teaching: {
        misconception: { en: 'V is a tenth of the gradient', zh: 'V 就是梯度的十分之一' },
        sentence: {
          en: 'V is the sum of the last gradients, each with its weight: what alternates cancels, what agrees adds up.',
          zh: 'V 是最近梯度的加权和：来回的抵消，一致的累积。',
        },
      },
    },
    {
      id: 'rule',
      title: { en: 'Momentum in two lines', zh: '动量只有两行' },
      text: {
        en: `Momentum is one average and one step. $V$ starts at 0. The numbers under the letters belong to the step at the cursor. Point at a letter, and its arrow lights up.

In practice the bias correction is left out here: $V$ warms up within a few dozen steps.`,
        zh: `动量就是一个平均加上一步。$V$ 从 0 开始。字母下面的数字属于光标所在的那一步；指向一个字母，它的箭头就会亮起。

实践中这里不做偏差修正：$V$ 几十步之内就完成预热。`,
      },
      experiment: { steps: 60, runs: [ball] },
      cursor: 10,
      strips: ['memory', 'cost'],
      controls: ['runs', 'alpha', 'beta', 'biasCorrection'],
      rule: { component: 1, code: true },
      terms: [
        {
          term: { en: 'bias correction', zh: '偏差修正' },
          note: {
            en: 'corrects the error of starting at 0. It has nothing to do with the parameter $b$, which is also called a bias.',
            zh: '修正的是从 0 开始造成的偏差，与偏置 $b$ 无关：偏差 ≠ 偏置。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'The course notes say that it has warmed up after ten steps. With $beta = 0.9$, after 10 steps, how much do the weights in $V$ add up to?',
          zh: '课程笔记说，十步之后就完成了预热。$beta = 0.9$ 时，10 步之后 $V$ 的权重之和是多少？',
        },
        hides: [],
        votes: [30, 30, 40],
        answers: [
          {
            text: { en: '65%', zh: '65%' },
            right: true,
            says: { en: '$1 - 0.9^10 = 0.65$.', zh: '$1 - 0.9^10 = 0.65$。' },
          },
          {
            text: { en: '90%', zh: '90%' },
            says: {
              en: '0.9 is the share that one step keeps. But the question is how much ten steps add up to.',
              zh: '0.9 确实是一步之后保留的比例。但这里问的是十步加起来是多少。',
            },
          },
          {
            text: { en: '100%: it averages exactly ten steps', zh: '100%：它正好平均十步' },
            says: {
              en: 'It does average “about ten” steps. But that is the time after which a weight has fallen to $1/e$; older steps still count.',
              zh: '它确实大约平均十步。但那是权重降到 $1/e$ 所需的步数，更早的步仍然占权重。',
            },
          },
        ],
        reveal: { cursor: 10 },
        after: {
          en: 'After 10 steps the weights add up to 65%, and to 99% only after 44. Switch bias correction on and compare: with momentum it only makes the first steps longer. Here they become so long that the run leaps up the other wall.',
          zh: '10 步后权重之和达到 65%，44 步后才到 99%。打开偏差修正比较一下：对动量来说，它只是让最初几步更长，在这里长得一下跳上了对面的谷壁。',
        },
      },
      cards: [
        {
          says: {
            en: 'Without the factor $(1 - beta)$, as in PyTorch and many papers, $V$ is ten times as large, and $alpha$ must be a tenth: 0.005 there is 0.05 here. The two paths are the same.',
            zh: '不带 $(1 - beta)$ 的写法（PyTorch 和许多论文）里，$V$ 是这里的十倍，$alpha$ 就要取十分之一：那里的 0.005 就是这里的 0.05。两条路径重合。',
          },
          load: {
            experiment: {
              runs: [
                { ...ball, name: '(1 − β)dW' },
                { ...ball, alpha: 0.005, convention: 'pytorch', name: 'PyTorch' },
              ],
            },
          },
        },
      ],
    },
    {
      id: 'mild',
      title: { en: 'Is momentum always faster?', zh: '动量总是更快吗？' },
      text: {
        en: `The course notes say that momentum is almost always faster. Here is a case where it isn’t: the curvature across the valley is only 20 times that along it. Three runs are ready, **each at its best** $alpha$.

The mark on the $kappa$ slider shows where $beta = 0.9$ starts to win. When you move $kappa$, press “Each to its best α” too, because the old $alpha$ may be too large for the new valley.`,
        zh: `课程笔记说，动量几乎总是更快。这里却有一个例外：横向的曲率只有纵向的 20 倍。三条轨迹已经就位，**各用自己最好的** $alpha$。

$kappa$ 滑块上的刻度标出 $beta = 0.9$ 从哪里开始占优。移动 $kappa$ 之后，要再按“各取最佳 α”，因为原来的 $alpha$ 对新的谷可能太大。`,
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
        question: {
          en: 'Which run gets below $J = 0.5$ first, and stays there?',
          zh: '谁先降到 $J = 0.5$ 以下，并且不再超过？',
        },
        votes: [55, 20, 25],
        answers: [
          {
            text: { en: 'Momentum with $beta = 0.9$', zh: '$beta = 0.9$ 的动量' },
            says: {
              en: 'In a long ravine it does win. But with $beta = 0.9$ the error shrinks at best to 0.949 of itself per step, and in this valley gradient descent does better.',
              zh: '在很长的狭长谷里它确实赢。但 $beta = 0.9$ 时，误差每步最快也只能缩小到原来的 0.949；在这个谷里梯度下降比这更快。',
            },
          },
          {
            text: { en: 'Gradient descent', zh: '梯度下降' },
            says: {
              en: 'It does beat $beta = 0.9$ here, with 23 steps against 35. But there is a lighter ball.',
              zh: '它确实胜过 $beta = 0.9$（23 步对 35 步）。但还有更轻的球。',
            },
          },
          {
            text: { en: 'Momentum with $beta = 0.5$', zh: '$beta = 0.5$ 的动量' },
            right: true,
            says: {
              en: 'It needs 7 steps: in a shorter valley a shorter memory is enough.',
              zh: '它只要 7 步：谷没那么长，记忆也不必那么长。',
            },
          },
        ],
        after: {
          en: 'The three runs take 7, 23 and 35 steps. In a mild valley $beta = 0.9$ is too heavy; try 0.5. It beats gradient descent only from about $kappa = 38$, each at its best $alpha$ and in the long run.',
          zh: '三条轨迹分别要 7、23、35 步。在不太狭长的谷里，$beta = 0.9$ 太重了，试试 0.5。各用最好的 $alpha$、从长远来看，它大约从 $kappa = 38$ 起才胜过梯度下降。',
        },
      },
      teaching: {
        misconception: { en: 'Momentum is always faster', zh: '动量总是更快' },
        sentence: {
          en: 'A heavy ball is right for a long ravine; in a mild valley use a lighter one.',
          zh: '很长的狭长谷要用重的球；不太狭长的谷，用轻一点的球。',
        },
      },
    },
    {
      id: 'thirty',
      title: { en: 'Can you do it in under thirty?', zh: '三十步以内能做到吗？' },
      text: {
        en: `This is the steep ravine again. With the usual $beta = 0.9$ the best $alpha$ needs 42 steps, and gradient descent needs 117 at its best.

Can you do better?`,
        zh: `又回到陡的狭长谷。用常用的 $beta = 0.9$，最好的 $alpha$ 也要 42 步；梯度下降最好要 117 步。

你能更快吗？`,
      },
      experiment: { runs: [ball] },
      strips: ['cost', 'memory'],
      controls: ['runs', 'alpha', 'beta'],
      exercise: 'momentum',
      challenge: {
        id: 'thirty',
        task: {
          en: 'With momentum on this surface, from this start, get below $J = 0.5$ and stay there in fewer than 30 steps.',
          zh: '在这个曲面上从这个起点出发，用动量在 30 步以内降到 $J = 0.5$ 以下，并且不再超过。',
        },
        hint: {
          en: 'A heavy ball overshoots. Make it lighter ($beta$), and let it take longer steps ($alpha$).',
          zh: '球太重就会越过目标。让它轻一些（$beta$），步子大一些（$alpha$）。',
        },
        optimizers: ['momentum'],
        measure: { what: 'stepsBelow', cost: 0.5, run: 'best' },
        atMost: 29,
      },
    },
  ],
  summary: [
    {
      en: 'Momentum steps along $V$, the average of the gradients: those that alternate cancel, those that agree add up.',
      zh: '动量沿梯度的平均 $V$ 前进：来回振荡的抵消，方向一致的累积。',
    },
    {
      en: 'It survives a larger $alpha$: its limit is $2(1 + beta)/((1 - beta) lambda_max)$ instead of $2/lambda_max$.',
      zh: '它能承受更大的 $alpha$：上限是 $2(1 + beta)/((1 - beta) lambda_max)$，而不是 $2/lambda_max$。',
    },
    {
      en: '$beta = 0.9$ is a good first choice in a ravine, and too heavy in a mild valley.',
      zh: '$beta = 0.9$ 在狭长谷里是不错的首选，在不太狭长的谷里就太重了。',
    },
    {
      en: 'It is usually left without bias correction. Its weights add up to 65% after 10 steps and to 99% after 44.',
      zh: '通常不做偏差修正。10 步后权重之和达到 65%，44 步后达到 99%。',
    },
  ],
}
