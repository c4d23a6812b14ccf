// The language as the page uses it: read a rule, run it, hold it to a built-in one, check an exercise. doc/rule.md says what
// may be written. Within the engine import the parts.

export { compareRuns, type Comparison } from './compare.ts'
export {
  checkExercise,
  exerciseKeys,
  exerciseSolution,
  exerciseStart,
  type ExerciseKey,
  type ExerciseResult,
  type Mistake,
} from './exercises.ts'
export type { LanguageFault } from './fault.ts'
export { knownNames, limits, parseRule, parseSurface, type Parsed } from './parse.ts'
export type { Parameter, Rule } from './tree.ts'
export { shownName, typesetRule } from './typeset.ts'
export { compileRule, namesIn, type CompiledRule } from './compile.ts'
