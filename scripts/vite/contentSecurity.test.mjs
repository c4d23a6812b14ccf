// The policy lists the hash of every inline script and style of a page, and no other.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashesOf, withPolicy } from './contentSecurity.ts'

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = `<head><meta charset="utf-8" /><script>let a = "<style>no</style>"</script><style>
p { margin: 0 }
</style><script type="module" crossorigin src="./a.js"></script><script type="module">b()</script></head>`

test('inline scripts are hashed as they are written; scripts with an address are not', () => {
  expect(hashesOf(page, 'script')).toBe(`${hash('let a = "<style>no</style>"')} ${hash('b()')}`)
})

test('a style mentioned in a script is not a style', () => {
  expect(hashesOf(page, 'style')).toBe(hash('\np { margin: 0 }\n'))
})

test('the policy comes before everything it covers', () => {
  const html = withPolicy(page, "default-src 'none'")
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'))
  expect(() => withPolicy('<head></head>', '')).toThrow('charset')
})
