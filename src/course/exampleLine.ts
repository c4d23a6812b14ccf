// The engine's forty points near a line, with x normalized and with x ten times as large.

import { exampleLine } from '../engine/objectives/exampleLine.ts'
import { withInputs } from '../panels/line.ts'

export const normalized = withInputs(exampleLine(), false, false)
export const tenfold = withInputs(exampleLine(), true, false)
