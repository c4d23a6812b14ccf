// The words of the curvature panels in both languages, loaded with the lesson that shows them.

import type { Words } from '../../engine/words.ts'

export const curvatureWords = {
  figure: { en: 'Cross-sections', zh: '截面' },
  along: { en: 'distance from the point', zh: '离该点的距离' },
  rise: { en: 'J above the point', zh: 'J 比该点高多少' },
  up: { en: 'up', zh: '向上' },
  down: { en: 'down', zh: '向下' },
  flat: { en: 'flat', zh: '平' },
  minimum: { en: 'a minimum: both curvatures point up', zh: '极小点：两个曲率都向上' },
  saddle: { en: 'a saddle: one curvature points up, one down', zh: '鞍点：一个曲率向上，一个向下' },
  maximum: { en: 'a summit: both curvatures point down', zh: '山顶：两个曲率都向下' },
  plateau: {
    en: 'a plateau: hardly any slope, and one curvature is flat',
    zh: '平台区：几乎没有坡度，一个曲率是平的',
  },
  slope: { en: 'a slope: the gradient is not zero', zh: '山坡：梯度不为零' },
  verdict: { en: '{run} is at {place}.', zh: '{run}在{place}。' },
  gradient: { en: 'gradient', zh: '梯度' },
  curve: { en: 'λ = {lambda}: {bend}', zh: 'λ = {lambda}：{bend}' },
  summary: {
    en: '{verdict} Gradient {gradient}. Curvatures {first} ({firstBend}) and {second} ({secondBend}).',
    zh: '{verdict}梯度 {gradient}。曲率 {first}（{firstBend}）和 {second}（{secondBend}）。',
  },
  cases: { en: 'Two directions, four cases', zh: '两个方向，四种情形' },
  oddsFigure: { en: 'All n curvatures up', zh: 'n 个曲率全部向上' },
  oddsAxis: { en: 'number of directions n', zh: '方向的个数 n' },
  oddsY: { en: 'log₁₀ of the probability', zh: '概率的 log₁₀' },
  directions: { en: 'Directions n', zh: '方向数 n' },
  share: { en: 'Probability p that one curvature is up', zh: '一个曲率向上的概率 p' },
  directionsText: { en: '{n} directions', zh: '{n} 个方向' },
  odds: { en: 'pⁿ = {p} to the power {n}: {value}', zh: 'pⁿ = {p} 的 {n} 次方：{value}' },
  semicolon: { en: '; ', zh: '；' },
  oneIn: { en: 'one zero-gradient point in {count}', zh: '每 {count} 个梯度为零的点中有一个' },
  zeros: {
    en: 'a decimal point and {zeros} zeros before the first digit',
    zh: '小数点后有 {zeros} 个零才出现第一个数字',
  },
  heuristic: {
    en: 'This is a heuristic, not a theorem: the curvatures of a network are not independent coins. Where the cost is low, most of them point up. This picture is about points where the cost is high, and there saddles win.',
    zh: '这是经验性的估算，不是定理：网络的曲率并不像硬币那样互相独立。代价低的地方多数曲率向上；这幅图说的是代价高的地方，那里鞍点占多数。',
  },
} as const satisfies Readonly<Record<string, Words>>
