// What the playground shows at first: gradient descent and momentum on one elongated bowl, the whole batch, no noise, no
// decay, each at about its best α there.

import { completed } from '../engine/validate.ts'
import { networkHome } from '../panels/network/networkHome.ts'
import { plainView, type Home } from '../state/experiment.ts'

export const playground: Home = {
  network: networkHome,
  experiment: completed({
    objective: { kind: 'bowl', curvature: [1, 100] },
    start: [-8, 1.5],
    steps: 200,
    runs: [
      { optimizer: 'gd', alpha: 0.018 },
      { optimizer: 'momentum', alpha: 0.05 },
    ],
  }),
  view: plainView,
}
