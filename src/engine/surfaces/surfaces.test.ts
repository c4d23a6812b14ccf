import { describe, expect, test } from 'vitest'
import { stream } from '../random.ts'
import { eigenvaluesOf } from '../theory.ts'
import { expression } from './expression.ts'
import { surfaces } from './index.ts'
import { quadratic } from './quadratic.ts'
import { rotation } from './rotation.ts'
import type { Surface } from './surface.ts'

const draws = stream(7, 'surfaces.test')
const all: readonly (readonly [string, Surface])[] = [
  ...Object.entries(surfaces),
  ['quadratic', quadratic([1, 20], 0)],
  ['quadratic, turned', quadratic([0.3, 47], 33)],
  ...[
    'x^2/20 + y^2',
    '(x^2 - 1)^2 + 2*y^2 + 0.3*x',
    'exp(sin(x)*cos(y)) - tan(x*y/20)',
    'log(3 + x^2) / sqrt(1 + y^2) - tanh(x - y)',
    'abs(x - 0.123)*max(x, y) + min(x*y, 2)',
    '(1 + x^2)^(y/3) + (2 + y)^-2 - 2^x',
    '(x - y)^3 + -x^2*y^5',
  ].map((source) => [source, expression(source)] as const),
]

describe.each(all)('%s', (_name, surface) => {
  const [xFrom, xTo, yFrom, yTo] = surface.view
  const points = Array.from({ length: 12 }, () => [
    xFrom + (xTo - xFrom) * draws.uniform(),
    yFrom + (yTo - yFrom) * draws.uniform(),
  ])
  const g = new Float64Array(2)
  const H = new Float64Array(3)
  const h = 2e-5

  test('the gradient agrees with difference quotients of the value', () => {
    for (const [x, y] of points) {
      surface.gradient(x, y, g)
      const dx = (surface.value(x + h, y) - surface.value(x - h, y)) / (2 * h)
      const dy = (surface.value(x, y + h) - surface.value(x, y - h)) / (2 * h)
      // The quotient's own error: the rounding error of the value over h, plus h² times a third derivative.
      const size = Math.abs(surface.value(x, y)) + Math.abs(g[0]) + Math.abs(g[1]) + 1
      expect(Math.abs(g[0] - dx) / size).toBeLessThan(2e-6)
      expect(Math.abs(g[1] - dy) / size).toBeLessThan(2e-6)
    }
  })

  test('the Hessian agrees with difference quotients of the gradient, and is symmetric', () => {
    const ahead = new Float64Array(2)
    const behind = new Float64Array(2)
    for (const [x, y] of points) {
      surface.hessian(x, y, H)
      const size = Math.abs(H[0]) + Math.abs(H[1]) + Math.abs(H[2]) + 1
      surface.gradient(x + h, y, ahead)
      surface.gradient(x - h, y, behind)
      expect(Math.abs(H[0] - (ahead[0] - behind[0]) / (2 * h)) / size).toBeLessThan(1e-5)
      expect(Math.abs(H[1] - (ahead[1] - behind[1]) / (2 * h)) / size).toBeLessThan(1e-5)
      surface.gradient(x, y + h, ahead)
      surface.gradient(x, y - h, behind)
      expect(Math.abs(H[1] - (ahead[0] - behind[0]) / (2 * h)) / size).toBeLessThan(1e-5)
      expect(Math.abs(H[2] - (ahead[1] - behind[1]) / (2 * h)) / size).toBeLessThan(1e-5)
    }
  })

  test('listed minima are flat and curve upwards; listed saddles are flat and curve both ways', () => {
    for (const [x, y] of surface.minima) {
      surface.gradient(x, y, g)
      surface.hessian(x, y, H)
      expect(Math.max(Math.abs(g[0]), Math.abs(g[1]))).toBeLessThan(1e-8)
      expect(eigenvaluesOf(H[0], H[1], H[2])[0]).toBeGreaterThan(0)
    }
    for (const [x, y] of surface.saddles) {
      surface.gradient(x, y, g)
      surface.hessian(x, y, H)
      const [least, largest] = eigenvaluesOf(H[0], H[1], H[2])
      expect(Math.max(Math.abs(g[0]), Math.abs(g[1]))).toBeLessThan(1e-8)
      expect(least).toBeLessThan(0)
      expect(largest).toBeGreaterThan(0)
    }
  })

  test('start, minima and saddles lie in the view', () => {
    for (const [x, y] of [surface.start, ...surface.minima, ...surface.saddles]) {
      expect(x > xFrom && x < xTo && y > yFrom && y < yTo).toBe(true)
    }
  })
})

test('values as the formulas give them', () => {
  expect(quadratic([1, 4], 0).value(-4, 1)).toBe(10)
  expect(surfaces.rosenbrock.value(-1, 2)).toBe(4 + 100)
  expect(surfaces.himmelblau.value(0, 0)).toBe(170)
  expect(surfaces.beale.value(1, 2)).toBe(2.5 ** 2 + 5.25 ** 2 + 9.625 ** 2)
  expect(surfaces.saddle.value(2, 0)).toBe(2.25)
  expect(surfaces.rastrigin.value(1, 2)).toBeCloseTo(5, 12)
  expect(surfaces.plateau.value(2, 10)).toBe(11)
  expect(surfaces.plateau.value(0, 0)).toBe(0)
  for (const [x, y] of surfaces.himmelblau.minima) expect(surfaces.himmelblau.value(x, y)).toBeLessThan(1e-20)
})

test('a turned valley: the same J in its own axes, to the bit at right angles', () => {
  const straight = quadratic([1, 20], 0)
  expect(quadratic([1, 20], 90).value(-1.5, -9)).toBe(straight.value(-9, 1.5))
  expect(quadratic([1, 20], 360).value(-9, 1.5)).toBe(straight.value(-9, 1.5))
  for (const angle of [-170, 30, 45, 123.4]) {
    const [c, s] = rotation(angle)
    expect(c).toBeCloseTo(Math.cos((angle * Math.PI) / 180), 14)
    expect(s).toBeCloseTo(Math.sin((angle * Math.PI) / 180), 14)
    const turned = quadratic([1, 20], angle)
    expect(turned.value(c * -9 - s * 1.5, s * -9 + c * 1.5)).toBeCloseTo(straight.value(-9, 1.5), 11)
  }
})

test('gradient descent stays longest on the plateau, momentum leaves sooner, a normalized step first', () => {
  const g = new Float64Array(2)
  const stepsOff = (move: (w: number, dW: number) => number): number => {
    let [x] = surfaces.plateau.start
    let t = 0
    for (; Math.abs(x) > 1 && t < 10000; t++) {
      surfaces.plateau.gradient(x, 0, g)
      x = move(x, g[0])
    }
    return t
  }
  let V = 0
  const gd = stepsOff((w, dW) => w - 0.05 * dW)
  const momentum = stepsOff((w, dW) => w - 0.1 * (V = 0.9 * V + 0.1 * dW))
  const sign = stepsOff((w, dW) => w - 0.1 * Math.sign(dW))
  expect(gd).toBeGreaterThan(200)
  expect(momentum).toBeLessThan(0.6 * gd)
  expect(sign).toBeLessThan(0.5 * momentum)
})
