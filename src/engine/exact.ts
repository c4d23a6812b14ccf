// exp, log, sin, cos, tan, tanh and powers with the same bits in every browser. Math.exp and its kin differ in the last
// bits between JavaScript engines. These use only + − × ÷ √, which IEEE 754 fixes to the bit. Each is within about 1
// ulp of the true value and treats 0, −0, ±∞ and NaN as Math.* does.

export { exp } from './exact/exponential.ts'
export { tanh } from './exact/hyperbolic.ts'
export { log } from './exact/logarithm.ts'
export { power, powerWhole } from './exact/power.ts'
export { cos, sin, tan } from './exact/trigonometry.ts'
