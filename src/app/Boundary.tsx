// If a part of the page fails, the rest stays and one sentence says what can be done.

import { Component, type ReactNode } from 'react'
import { currentLanguage, words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'

export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const { failed, again, anew } = words(currentLanguage()).notices
    return (
      <main className="failed" id="main" tabIndex={-1}>
        <p role="alert">{failed}</p>
        <Button onClick={() => this.setState({ failed: false })}>{again}</Button>
        <Button
          onClick={() => {
            location.hash = '#/playground'
            location.reload()
          }}
        >
          {anew}
        </Button>
      </main>
    )
  }
}
