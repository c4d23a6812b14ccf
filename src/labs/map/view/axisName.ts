// The name of a map axis: the interface's word, or the letter or name of a parameter.

import type { MapAxis } from '../../../engine/experiment.ts'
import { shownName } from '../../../engine/language/typeset.ts'

export const axisName = (names: Readonly<Record<string, string>>, parameter: MapAxis['parameter']): string =>
  names[parameter] ?? shownName(parameter.replace('parameters.', ''))
