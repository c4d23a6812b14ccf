// What an axis of the map is called: the interface's word, or the name of an own rule's parameter.

import type { MapAxis } from '../../engine/experiment.ts'

export const axisName = (names: Readonly<Record<string, string>>, parameter: MapAxis['parameter']): string =>
  names[parameter] ?? parameter.replace('parameters.', '')
