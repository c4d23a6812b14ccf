// What the console adds to the controls of a step on descent: another seed.

import { TrainingControls } from '../../../panels/controls/TrainingControls.tsx'

export const ConsoleControls = () => <TrainingControls only={['seed']} />
