// The per-component part of a rule's step as a module: shared values are read from memory, the rest is computed for one
// component after the other. For networks. Two parameters have their own loop (trajectory.ts).

import type { Program } from '../language/machine.ts'
import type { Operation } from '../language/operations.ts'
import { scalarArithmetic } from './arithmetic.ts'
import { Body, moduleBytes, type Local } from './assembler.ts'
import { Emission } from './emission.ts'
import { importsOf } from './trajectory.ts'

/**
 * Returns the bytes of a module that exports `move(count, values, arrays, stride)`: the results of all nodes are at
 * `values`, w, dW and the memories at `arrays`, each `stride` bytes after the previous one. Updates w and the memories
 * in place.
 */
export function stepModule({ graph, levels, perComponent, outputs, rule }: Program): Uint8Array {
  const imports = importsOf(perComponent.map((node) => graph.nodes[node].operation))
  const callOf = (operation: Operation): number => imports.findIndex(({ name }) => name === operation)
  const body = new Body(['i32', 'i32', 'i32', 'i32'], [])
  const [count, values, arrays, stride] = [0, 1, 2, 3].map((i) => body.parameter(i))
  const emission = new Emission(body, scalarArithmetic(body, callOf), graph, new Set(), 1)

  for (const node of graph.needed(outputs)) {
    if (levels[node] === 2 || graph.constant(node) !== undefined) continue
    const local = body.local('f64')
    body
      .get(values)
      .access('f64.load', 8 * node)
      .set(local)
    emission.put(node, local)
  }
  const names = ['w', 'dW', ...rule.memories.map(({ name }) => name)]
  const places = names.map(() => body.local('i32'))
  places.forEach((place, k) => {
    if (k === 0) body.get(arrays).set(place)
    else
      body
        .get(places[k - 1])
        .get(stride)
        .do('i32.add')
        .set(place)
  })
  const end = body.local('i32')
  body.get(arrays).get(count).i32(3).do('i32.shl', 'i32.add').set(end)
  const now = names.map((): Local => body.local('f64'))
  body.block('loop', () => {
    now.forEach((local, k) => body.get(places[k]).access('f64.load', 0).set(local))
    names.forEach((name, k) => emission.give(name, now[k]))
    emission.compute(perComponent, false)
    outputs.forEach((node, k) => {
      const result = emission.value(node)
      body.get(places[k === 0 ? 0 : k + 1])
      if (typeof result === 'number') body.f64(result)
      else body.get(result)
      body.access('f64.store', 0)
    })
    for (const place of places) body.get(place).i32(8).do('i32.add').set(place)
    body.get(places[0]).get(end).do('i32.lt_u').branchIf(0)
  })
  return moduleBytes(imports, [{ name: 'move', body }])
}
