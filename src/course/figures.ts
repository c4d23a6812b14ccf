// The figures of lessons, by name. Each lab draws its own: src/labs/<lab>/lesson/figures.tsx.

export type DescentFigure =
  | 'map'
  | 'cost'
  | 'alpha'
  | 'memory'
  | 'memoryAlong'
  | 'memoryAcross'
  | 'line'
  | 'batches'
  | 'curve'
  | 'curvatureMap'
  | 'curvature'
  | 'odds'
  | 'schedules'
  | 'ownSchedules'
  | 'cloud'
  | 'slice'
  | 'sliceAcross'
  | 'network'
  | 'microscope'
  | 'choosing'
  | 'stepRace'
  | 'effective'
  | 'arrows'
  | 'alphas'
  | 'agreement'
  | 'tank'
export type AveragesFigure =
  'averages' | 'weights' | 'warmUp' | 'purpleLine' | 'averageErrors' | 'dayEquations' | 'windows'
export type FigureName = DescentFigure | AveragesFigure

/** Figures that ask a question of their own: something is drawn before the answer is shown. */
export const askingFigures: readonly FigureName[] = ['purpleLine']
