// The weights that generated the labels of the bowl's examples: its minimum, for every angle.

export const trueWeights = [2, 0.5] as const
