// What the worker is busy with when it takes long: a plain object that frames read, like the cursor.

import { page } from './page.ts'

export const { computing } = page
