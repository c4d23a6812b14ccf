// The picture drawn by a script: with two parameters the app's initial map with contour lines and all paths from their
// start, otherwise the cost of each run. Drawn by matplotlib, if installed, into a file next to the script.

import type { DescentExperiment } from '../experiment.ts'
import { createObjective } from '../objectives/create.ts'
import { optimizerOf } from '../optimizers/index.ts'

/** The app's run colors on white. */
const inks = ['#1543ab', '#b44200', '#640f49', '#007a58', '#970a36', '#404400', '#9a4f98']

const map = ([left, right, bottom, top]: readonly number[], names: readonly string[]): string[] => [
  `    view = ${left}, ${right}, ${bottom}, ${top}`,
  '    x, y = np.linspace(view[0], view[1], 240), np.linspace(view[2], view[3], 160)',
  '    J = np.array([[float(cost(np.array([a, b]), None)[0]) for a in x] for b in y])',
  '    low, high = np.nanmin(J), np.nanmax(J)',
  '    # Levels at squared distances: even rings in a bowl.',
  '    levels = low + (high - low) * np.linspace(0, 1, 20)[1:-1]**2',
  '    if high > low:',
  '        ax.contour(x, y, J, levels=levels, colors="#999999", linewidths=0.6)',
  '    for run, path in paths.items():',
  '        ax.plot(*zip(*path), color=inks[run], linewidth=1.6, label=names[run])',
  '        ax.plot(*path[-1], "o", color=inks[run])',
  '    ax.plot(*start, "s", color="black", label="start")',
  `    ax.set(xlim=view[:2], ylim=view[2:], xlabel="${names[0]}", ylabel="${names[1]}", aspect="equal")`,
]

const curves = [
  '    for run, line in costs.items():',
  '        ax.plot(*zip(*line), color=inks[run], linewidth=1.6, label=names[run])',
  '    ax.set(xlabel="step", ylabel="J")',
]

/** Python code that defines and calls `picture()`. It reads `start`, `cost`, `paths` and `costs`. */
export function pythonPicture({ objective, seed, runs }: DescentExperiment): string[] {
  const landscape = createObjective(objective, seed).landscape
  const isWeights = ['bowl', 'leastSquares', 'quadratic'].includes(objective.kind)
  return [
    'def picture(file):',
    '    try:',
    '        import matplotlib',
    '        matplotlib.use("Agg")',
    '        import matplotlib.pyplot as plt',
    '    except ImportError:',
    '        return',
    `    inks = ${JSON.stringify(runs.map((_, i) => inks[i % inks.length]))}`,
    `    names = ${JSON.stringify(runs.map((run) => `${optimizerOf(run).label.en}, α = ${run.alpha}`))}`,
    '    fig, ax = plt.subplots(figsize=(9.6, 5.4), dpi=200)',
    ...(landscape ? map(landscape.view, isWeights ? ['w', 'b'] : ['x', 'y']) : curves),
    '    ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1), fontsize=8)',
    '    fig.savefig(file, bbox_inches="tight")',
    '',
  ]
}
