// A property that fails is shrunk for ten seconds at most: among doubles the smallest example may take hours to find,
// and nothing else stops a test that never waits.
import fc from 'fast-check'

fc.configureGlobal({ interruptAfterTimeLimit: 10_000 })
