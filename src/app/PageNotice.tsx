// The page's notice. Workers that kept dying come first, because parts of the page do not work without them.

import { useWords } from '../i18n/index.ts'
import { tryAgain, useFailures } from '../state/failures.ts'
import { notify, useNotice } from '../state/notice.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useVersion } from './version.ts'

/** A sandbox without `allow-same-origin` gives the page an opaque origin, which may not start the page's workers. */
const isSandboxed = globalThis.origin === 'null'

export function PageNotice() {
  const { common, controls, notices } = useWords()
  const text = useNotice((state) => state.text)
  const hasFailed = useFailures(({ retries }) => retries.length > 0)
  const isReplaced = useVersion((state) => state.isReplaced)
  if (!hasFailed && isReplaced)
    return (
      <Notice
        name={controls.status.notice}
        text={notices.replaced}
        dismiss={common.close}
        action={<Button onClick={() => location.reload()}>{notices.reload}</Button>}
      />
    )
  if (!hasFailed)
    return (
      <Notice
        name={controls.status.notice}
        text={text}
        dismiss={common.close}
        onDismiss={() => notify(null)}
      />
    )
  return (
    <Notice
      name={controls.status.notice}
      text={isSandboxed ? notices.sandboxed : notices.stopped}
      dismiss={common.close}
      action={
        isSandboxed ? (
          <a href={location.href} target="_blank" rel="noopener">
            {notices.newTab}
          </a>
        ) : (
          <Button onClick={tryAgain}>{notices.again}</Button>
        )
      }
    />
  )
}
