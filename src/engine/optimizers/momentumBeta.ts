// β of momentum where a run does not state it. In a file of its own: the page reads it before the registry comes.

export const momentumBeta = 0.9
