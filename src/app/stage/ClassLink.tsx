// The class's short link on the projector. On two lines it breaks after the host and never within a word.

import { classLink } from './way.ts'

export function ClassLink({ hash }: { readonly hash: string }) {
  const [host, rest = ''] = classLink(hash).split(/(?=#)/)
  return (
    <span className="scene-link">
      {host}
      <wbr />
      {rest}
    </span>
  )
}
