// The language as the page uses it: parse a rule, run it, compare it with a built-in one, check an exercise.
// doc/rule.md describes the syntax. Code inside the engine imports the parts instead.

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
