// The content security policy, as a <meta> in every built page: nothing from elsewhere, no inline code except the
// page's own (by hash), and no text turned into code except through the single Trusted Types policy `ravine`. The
// development server uses the same policy, relaxed for the inline code and the socket that hot reloading needs.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

function policy({ script, style, connect }: { script: string; style: string; connect: string }): string {
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    `style-src ${style}`,
    "worker-src 'self' blob:",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    // The preview of a frame shows the app itself.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types ravine',
  ].join('; ')
}

/** Returns the sources `'sha256-…'` of the contents of each `<tag>` in a page, in page order. */
export function hashesOf(html: string, tag: 'script' | 'style'): string {
  // A script's text may contain <style>, so remove scripts before searching for styles.
  const page = tag === 'style' ? html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '') : html
  const found = page.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))
  return [...found]
    .map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`)
    .join(' ')
}

/**
 * Inserts the policy directly after the character set, before anything it must govern. Throws if there is no place for
 * it.
 */
export function withPolicy(html: string, content: string): string {
  const place = /<meta charset="utf-8"\s*\/?>/i
  if (!place.test(html))
    throw new Error('index.html has no <meta charset="utf-8" />, after which the policy stands.')
  return html.replace(
    place,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${content}">`,
  )
}

export function contentSecurity({ single }: { single: boolean }): Plugin {
  let serving = false
  return {
    name: 'ravine:content-security',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    transformIndexHtml(html) {
      if (!serving) return html
      const open = "'self' 'unsafe-inline'"
      return withPolicy(html, policy({ script: open, style: open, connect: "'self' ws: wss:" }))
    },
    // Read the written file, because only then is everything inlined.
    async writeBundle({ dir }) {
      for (const name of await readdir(dir!)) {
        if (!name.endsWith('.html')) continue
        const file = join(dir!, name)
        const html = await readFile(file, 'utf8')
        // A page opened from a file has no 'self'. Everything there is inline and listed by hash.
        const own = single ? '' : "'self' "
        const script = own + hashesOf(html, 'script')
        const style = own + hashesOf(html, 'style')
        await writeFile(file, withPolicy(html, policy({ script, style, connect: "'self'" })))
      }
    },
  }
}
