// The course's terms in both languages, and the words to avoid. The lint of the texts reads this table: interface
// dictionaries here, and lessons by `misused`. 轮 is an epoch, never an iteration. 偏差 is not 偏置.

export interface Term {
  readonly en: string
  readonly zh: string
  /** Wrong in any Chinese text, each with its replacement. */
  readonly forbidden?: readonly string[]
}

export const glossary: readonly Term[] = [
  { en: 'batch gradient descent', zh: '批量梯度下降', forbidden: ['批梯度下降', '批次梯度下降'] },
  { en: 'mini-batch', zh: '小批量', forbidden: ['迷你批', '小批次', '微批'] },
  { en: 'batch size', zh: '小批量大小', forbidden: ['批大小', '批尺寸', '批次大小'] },
  { en: 'stochastic gradient descent', zh: '随机梯度下降' },
  { en: 'iteration', zh: '迭代', forbidden: ['轮迭代', '迭代轮'] },
  { en: 'epoch', zh: '轮', forbidden: ['历元', '时代', '纪元', '周期数'] },
  { en: 'step', zh: '步' },
  { en: 'update', zh: '更新' },
  { en: 'cost function J', zh: '代价函数 J', forbidden: ['成本函数', '花费函数', '价值函数'] },
  { en: 'loss function L', zh: '损失函数 L' },
  { en: 'example', zh: '样本', forbidden: ['样例', '例子数'] },
  { en: 'converge', zh: '收敛', forbidden: ['趋同'] },
  { en: 'diverge', zh: '发散' },
  { en: 'oscillation', zh: '振荡', forbidden: ['震荡', '震动', '摆荡'] },
  { en: 'vectorization', zh: '向量化', forbidden: ['矢量化'] },
  {
    en: 'exponentially weighted average',
    zh: '指数加权移动平均',
    forbidden: ['指数加权平均数', '指数衰减平均'],
  },
  { en: 'moving average', zh: '滑动平均' },
  { en: 'bias correction', zh: '偏差修正', forbidden: ['偏置修正', '偏置校正', '偏见修正', '偏差纠正'] },
  { en: 'momentum', zh: '动量', forbidden: ['栋梁', '冲量'] },
  { en: 'overshoot', zh: '越过', forbidden: ['过冲'] },
  { en: 'plateau', zh: '平台区', forbidden: ['高原', '停滞区'] },
  { en: 'ravine', zh: '狭长谷', forbidden: ['峡谷', '沟壑'] },
  { en: 'limit', zh: '上限', forbidden: ['极限', '界限'] },
  { en: 'run, path', zh: '轨迹', forbidden: ['两个运行', '三个运行', '四个运行', '每个运行', '这个运行'] },
  { en: 'slice, cross-section', zh: '截面', forbidden: ['切面', '切片'] },
  { en: 'contour', zh: '等高线', forbidden: ['等值线', '轮廓线', '等高曲线'] },
  { en: 'curvature', zh: '曲率', forbidden: ['弯曲率'] },
  { en: 'velocity V', zh: '速度 V' },
  { en: 'plain mean', zh: '简单平均', forbidden: ['普通平均'] },
  { en: 'sum of the weights', zh: '权重之和', forbidden: ['给出的权重'] },
  { en: 'n times as large', zh: '倍数', forbidden: ['大了一倍', '小了一倍', '轻了八倍'] },
  { en: 'condition number κ', zh: '条件数 κ' },
  { en: 'elongation κ', zh: '狭长程度 κ' },
  { en: 'RMSprop', zh: 'RMSprop（均方根传播）' },
  { en: 'learning rate', zh: '学习率', forbidden: ['学习速率', '学习步长', '学习比率'] },
  { en: 'learning-rate decay', zh: '学习率衰减', forbidden: ['学习率下降', '学习率退火'] },
  { en: 'weight decay', zh: '权重衰减', forbidden: ['权值衰减', '重量衰减'] },
  { en: 'mislabelled', zh: '标签错误', forbidden: ['误标', '错标', '标错'] },
  { en: 'saddle point', zh: '鞍点', forbidden: ['马鞍点'] },
  { en: 'local optimum', zh: '局部最优', forbidden: ['局部优化', '本地最优'] },
  { en: 'hyperparameter', zh: '超参数', forbidden: ['超级参数', '超参量'] },
  { en: 'gradient', zh: '梯度', forbidden: ['斜度'] },
  { en: 'Hessian', zh: '海森矩阵', forbidden: ['黑塞', '黑森', 'Hessian 矩阵'] },
  { en: 'regularization', zh: '正则化', forbidden: ['规范化项', '正规化'] },
  { en: 'training set', zh: '训练集' },
  { en: 'optimizer', zh: '优化器', forbidden: ['最优化器', '优化程序'] },
]

/** Returns the forbidden words in a Chinese text, each with the term to use. */
export const misused = (text: string): readonly string[] =>
  glossary.flatMap(({ zh, forbidden = [] }) =>
    forbidden.filter((wrong) => text.includes(wrong)).map((wrong) => `${wrong} → ${zh}`),
  )
