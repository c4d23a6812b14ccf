// Limits the shrinking of a failing property to ten seconds: finding the smallest double may take hours, and nothing
// else stops a synchronous test.
import fc from 'fast-check'

fc.configureGlobal({ interruptAfterTimeLimit: 10_000 })
