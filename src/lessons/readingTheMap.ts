// Lesson 1. How to read the pictures: a slice, two slices that make a map, a point of the map that is a line through
// points, and the origin of a ravine. firstLessons.test.ts checks the numbers.

import type { DescentLesson } from '../course/lesson.ts'
import { normalized, tenfold } from '../course/exampleLine.ts'
import type { DescentPart } from '../course/tasks.ts'

/** From the line that falls. */
const fitted: DescentPart = { objective: normalized, start: [-2, 4], steps: 40 }

export const readingTheMap: DescentLesson = {
  id: 'reading-the-map',
  steps: [
    {
      id: 'slice',
      title: { en: 'What does a slice show?', zh: '一个截面说明了什么？' },
      text: {
        en: `Training a model means making its cost $J$ small. Cut the cost along one parameter $w$, and you see a curve. Here it is the parabola $J = lambda w^2/2$, with its minimum in the middle.

**Gradient descent** looks at the slope where it is, and steps downhill. On this curve every step multiplies $w$ by $1 - alpha lambda$. The run starts at $w = -4$, with $lambda = 1$ and $alpha = 1.6$.`,
        zh: `训练一个模型，就是让它的代价 $J$ 变小。沿一个参数 $w$ 把代价切开，看到的是一条曲线；这里是抛物线 $J = lambda w^2/2$，最小值在中间。

**梯度下降**只看脚下的坡度，朝下坡走一步。在这条曲线上，每一步都把 $w$ 乘以 $1 - alpha lambda$。起点是 $w = -4$，$lambda = 1$，$alpha = 1.6$。`,
      },
      experiment: {
        objective: { kind: 'quadratic', curvature: [1, 1], m: 512, noise: 0 },
        start: [-4, 0],
        batchSize: 'all',
        steps: 20,
        runs: [{ optimizer: 'gd', alpha: 1.6, name: 'α' }],
      },
      speed: 4,
      picture: 'slice',
      controls: ['alpha'],
      terms: [
        {
          term: { en: '$J$', zh: '$J$' },
          note: {
            en: 'is the cost: how wrong the model is on the examples. Smaller is better.',
            zh: '是代价：模型在样本上错得有多厉害。越小越好。',
          },
        },
        {
          term: { en: '$alpha$', zh: '$alpha$' },
          note: {
            en: 'is the learning rate: each step is $alpha$ times the slope.',
            zh: '是学习率：每一步的长度是坡度的 $alpha$ 倍。',
          },
        },
        {
          term: { en: '$lambda$', zh: '$lambda$' },
          note: {
            en: 'is the curvature here: how strongly the curve bends. In the next lesson the same letter is the strength of regularization.',
            zh: '在这里是曲率：曲线弯得有多厉害。下一课里，同一个字母表示正则化的强度。',
          },
        },
      ],
      prediction: {
        question: { en: 'What will the run do?', zh: '接下来会怎样？' },
        votes: [40, 35, 25],
        answers: [
          {
            text: { en: 'Slide down one side to the minimum', zh: '沿一侧滑到最小值' },
            says: {
              en: 'It does go towards the minimum. But its step is 1.6 times the distance to it, so it lands on the other side.',
              zh: '它确实朝最小值走。但步长是到最小值距离的 1.6 倍，所以落到了另一侧。',
            },
          },
          {
            text: { en: 'Hop from side to side, lower each time', zh: '左右跳动，一次比一次低' },
            right: true,
            says: {
              en: '$1 - 1.6 = -0.6$: every step changes the side and leaves 0.6 of the distance.',
              zh: '$1 - 1.6 = -0.6$：每一步都换到另一侧，距离变成原来的 0.6。',
            },
          },
          {
            text: { en: 'Hop from side to side, higher each time', zh: '左右跳动，一次比一次高' },
            says: {
              en: 'It does hop from side to side. But the hops only grow when $alpha lambda$ is above 2; at 1.6 each one leaves 0.6 of the distance.',
              zh: '它确实左右跳动。但只有 $alpha lambda$ 大于 2 时才越跳越高；1.6 时每一步之后距离只剩 0.6。',
            },
          },
        ],
        after: {
          en: 'Now move $alpha$. Between 0 and 1 the run **slides** in. Between 1 and 2 it **hops** across the minimum and still comes down. Above 2 it **diverges** (flies out). At exactly 1 it is there in one step.',
          zh: '现在调节 $alpha$。0 与 1 之间，它**滑**向最小值；1 与 2 之间，它左右**跳**，但仍在下降；大于 2 就**发散**（飞出去）。恰好等于 1 时，一步就到。',
        },
      },
      teaching: {
        question: { en: 'At αλ = 1.6, what does gradient descent do?', zh: 'αλ = 1.6 时，梯度下降会怎样？' },
        misconception: { en: 'A larger α is always faster, until it fails', zh: 'α 越大越快，直到失败' },
        sentence: {
          en: 'Below 1 it slides in, between 1 and 2 it hops across, above 2 it diverges.',
          zh: '小于 1 就滑，1 到 2 之间就跳，大于 2 就发散。',
        },
      },
    },
    {
      id: 'zigzag',
      title: { en: 'From above: two slices make a map', zh: '从上面看：两个截面合成一张等高线图' },
      text: {
        en: `Now there are two parameters, and we look at the valley from above. Each line is a **contour**: all its points have the same $J$. The arrow $-dW$ points straight downhill, so it crosses the contours at right angles.

Along $w$ the valley is flat ($lambda = 1$), along $b$ it is steep ($lambda = 20$), and both share $alpha = 0.09$. Along $w$, $alpha lambda = 0.09$: the run **crawls**. Along $b$, $alpha lambda = 1.8$: it **hops**. Together they make the zig-zag.`,
        zh: `现在有两个参数，我们从上面看这个谷。每条线是一条**等高线**：线上各点的 $J$ 相同。箭头 $-dW$ 指向最陡的下坡，所以与等高线垂直相交。

沿 $w$ 平缓（$lambda = 1$），沿 $b$ 陡峭（$lambda = 20$），两个方向共用一个 $alpha = 0.09$。沿 $w$，$alpha lambda = 0.09$，只能**爬**；沿 $b$，$alpha lambda = 1.8$，就**跳**。合起来就是之字形。`,
      },
      experiment: {
        objective: { curvature: [1, 20] },
        start: [-8, 1.5],
        steps: 40,
        runs: [{ optimizer: 'gd', alpha: 0.09, name: 'α = 0.09' }],
      },
      speed: 4,
      strips: ['slice', 'sliceAcross'],
      controls: ['alpha', 'kappa'],
      terms: [
        {
          term: { en: '$-dW$', zh: '$-dW$' },
          note: {
            en: 'is the gradient with its sign changed. $dW$ is the slope along each parameter and points uphill; $-dW$ points downhill.',
            zh: '是负梯度。$dW$ 是沿每个参数的坡度，指向上坡；$-dW$ 指向下坡。',
          },
        },
        {
          term: { en: '$kappa$', zh: '$kappa$' },
          note: {
            en: 'is the elongation, also called the condition number: the steepest curvature divided by the flattest, here 20.',
            zh: '叫条件数，即狭长程度：最陡的曲率除以最平的曲率，这里是 20。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'We raise $alpha$ from 0.09 to 0.11. In which direction does the run escape?',
          zh: '把 $alpha$ 从 0.09 提高到 0.11。它会沿哪个方向离开山谷？',
        },
        votes: [30, 50, 20],
        answers: [
          {
            text: {
              en: 'Along the flat axis: its distance is the longest',
              zh: '沿平缓的轴：那里的距离最长',
            },
            says: {
              en: 'The distance is longer there. But $alpha lambda = 0.11$: the run only crawls a little faster.',
              zh: '那里的距离确实更长。但 $alpha lambda = 0.11$，只是爬得快一点。',
            },
          },
          {
            text: { en: 'Across the valley, along the steep axis', zh: '横着，沿陡峭的轴' },
            right: true,
            says: { en: '$0.11 times 20 = 2.2$ is above 2.', zh: '$0.11 times 20 = 2.2$，大于 2。' },
          },
          {
            text: { en: 'It stays: 0.11 is far below 2', zh: '不会离开：0.11 远小于 2' },
            says: {
              en: '0.11 is far below 2. But what counts is $alpha lambda$, and along $b$ that is 2.2.',
              zh: '0.11 确实远小于 2。但要看的是 $alpha lambda$，沿 $b$ 它是 2.2。',
            },
          },
        ],
        reveal: {
          experiment: { runs: [{ optimizer: 'gd', alpha: 0.11, name: 'α = 0.11' }] },
          cursor: 12,
        },
        after: {
          en: 'In the steep slice the run diverges while it still crawls in along the flat one. The steepest direction sets the limit for all of them: $2/lambda_max = 0.1$.',
          zh: '在陡的截面上它发散了，沿平缓的方向却还在慢慢往里爬。最陡的方向给所有方向定下了上限：$2/lambda_max = 0.1$。',
        },
      },
      teaching: {
        misconception: { en: 'The longest distance is the danger', zh: '距离最长的方向最危险' },
        sentence: {
          en: 'The steepest direction sets the limit on α for all directions.',
          zh: '最陡的方向给所有方向定下 α 的上限。',
        },
      },
    },
    {
      id: 'line',
      title: { en: 'This point is this line', zh: '这个点就是这条直线' },
      text: {
        en: `What is a point on such a map? Here are forty examples and a line $y = w x + b$. Every point of the map is one line, and $J$ says how badly that line fits the examples.

The run starts at $w = -2$, $b = 4$. Its line falls, but the examples rise.`,
        zh: `图上的一个点究竟是什么？这里有四十个样本和一条直线 $y = w x + b$。图上的每一点都是一条直线，$J$ 说明这条直线对样本拟合得有多差。

起点是 $w = -2$，$b = 4$。它的直线往下走，而样本往上走。`,
      },
      experiment: { ...fitted, runs: [{ optimizer: 'gd', alpha: 0.1, name: 'α = 0.1' }] },
      speed: 8,
      strips: ['line', 'cost'],
      controls: ['alpha'],
      prediction: {
        question: {
          en: 'Which way must the point on the map move, so that the line rises?',
          zh: '要让直线往上走，图上的点应当往哪边移动？',
        },
        hides: ['numbers', 'beyond'],
        votes: [50, 35, 15],
        answers: [
          {
            text: { en: 'To the right: $w$ grows', zh: '向右：$w$ 变大' },
            right: true,
            says: {
              en: '$w$ is the slope of the line. It falls while $w$ is negative and rises once $w$ is positive.',
              zh: '$w$ 是直线的斜率：为负时往下走，为正时往上走。',
            },
          },
          {
            text: { en: 'Upwards: $b$ grows', zh: '向上：$b$ 变大' },
            says: {
              en: '$b$ does lift the line. But it lifts the whole line and leaves its slope as it is.',
              zh: '$b$ 变大确实会抬高直线。但它把整条直线一起抬高，斜率不变。',
            },
          },
          {
            text: { en: 'To the left: $w$ becomes smaller', zh: '向左：$w$ 变小' },
            says: {
              en: '$w$ is the right parameter. But a smaller $w$ makes the line fall more steeply.',
              zh: '该变的确实是 $w$。但 $w$ 变小，直线往下走得更陡。',
            },
          },
        ],
        after: {
          en: 'The point moves to the right until the line is as steep as the examples. It also moves down, because $b$ has to shrink from 4 to about 1. Drag the start, or the timeline, and watch the line.',
          zh: '点一直向右，直到直线和样本一样陡；它也向下移动，因为 $b$ 要从 4 降到约 1。拖动起点或时间轴，看直线怎样跟着变。',
        },
      },
    },
    {
      id: 'ravine',
      title: { en: 'Where does the ravine come from?', zh: '狭长谷从哪里来？' },
      text: {
        en: `These are the same forty examples. Here $x$ is **normalized**: its mean is 0 and its standard deviation is 1. The contours are circles, and at $alpha = 0.5$ gradient descent goes straight to the minimum.

Now somebody writes $x$ in other units, and all its numbers become ten times as large.`,
        zh: `还是那四十个样本。这里的 $x$ 已经**归一化**：均值 0，标准差 1。等高线是圆，$alpha = 0.5$ 时梯度下降直接走到最小值。

现在有人换了单位来写 $x$，所有数值都变成原来的十倍。`,
      },
      experiment: { ...fitted, runs: [{ optimizer: 'gd', alpha: 0.5, name: 'α = 0.5' }] },
      speed: 4,
      strips: ['line', 'cost'],
      controls: ['alpha'],
      prediction: {
        question: { en: 'What does the valley become?', zh: '谷会变成什么样？' },
        votes: [35, 40, 25],
        answers: [
          {
            text: { en: 'The same: units change nothing', zh: '不变：单位不改变什么' },
            says: {
              en: 'The best line stays the same. But its $w$ is a tenth of what it was, and along $w$ the curvature is 100 times as large.',
              zh: '最好的直线确实不变。但 $w$ 变成原来的十分之一，$J$ 沿 $w$ 的曲率变成一百倍。',
            },
          },
          {
            text: { en: '10 times as elongated', zh: '狭长程度变成 10 倍' },
            says: {
              en: '$x$ is 10 times as large. But the curvature along $w$ is the mean of $x^2$, so it becomes $10^2$ times as large.',
              zh: '$x$ 确实变成 10 倍。但沿 $w$ 的曲率是 $x^2$ 的平均，所以变成 $10^2$ 倍。',
            },
          },
          {
            text: { en: '100 times as elongated', zh: '狭长程度变成 100 倍' },
            right: true,
            says: {
              en: 'The curvature along $w$ is the mean of $x^2$, and along $b$ it stays 1: $kappa = 100$.',
              zh: '沿 $w$ 的曲率是 $x^2$ 的平均，沿 $b$ 仍是 1，所以 $kappa = 100$。',
            },
          },
        ],
        reveal: {
          experiment: {
            objective: tenfold,
            start: [-0.2, 4],
            runs: [{ optimizer: 'gd', alpha: 0.018, name: 'α = 0.018' }],
          },
        },
        after: {
          en: 'The circles have become a ravine, and above $2/lambda_max = 0.02$ the run diverges. What took four steps now takes more than a hundred. Now switch ×10 off and “not centered” on: the mean of $x$ tilts the valley. **Before a better optimizer, normalize the inputs.**',
          zh: '圆变成了狭长谷，而且 $alpha$ 超过 $2/lambda_max = 0.02$ 就发散。原来四步的事，现在要一百多步。再关掉 ×10，打开“x 未中心化”：$x$ 的均值使谷倾斜。**换更好的优化器之前，先把输入归一化。**',
        },
      },
      teaching: {
        question: {
          en: 'We write x in other units, ten times as large: what does the valley become?',
          zh: 'x 换个单位，数值变成十倍：谷会变成什么样？',
        },
        misconception: { en: 'Units do not matter', zh: '单位无关紧要' },
        sentence: {
          en: 'Before a better optimizer, normalize the inputs.',
          zh: '换更好的优化器之前，先把输入归一化。',
        },
      },
    },
  ],
  summary: [
    {
      en: 'In a slice, $alpha lambda$ decides: below 1 the run slides in, between 1 and 2 it hops across, above 2 it diverges.',
      zh: '在一个截面上，看 $alpha lambda$：小于 1 就滑，1 到 2 之间就跳，大于 2 就发散。',
    },
    {
      en: 'A map is made of slices, and the steepest one sets the limit on $alpha$: $2/lambda_max$.',
      zh: '等高线图由截面合成，最陡的截面定下 $alpha$ 的上限：$2/lambda_max$。',
    },
    {
      en: 'Each point of the map is one setting of the parameters, here one line.',
      zh: '图上的每一点是一组参数，这里就是一条直线。',
    },
    {
      en: 'Inputs of different size make a ravine; normalized inputs make a round valley.',
      zh: '输入的大小相差悬殊，就成了狭长谷；归一化之后，谷是圆的。',
    },
  ],
}
