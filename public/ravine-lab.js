// <ravine-lab link="#/momentum?at=2" height="480" lang="en"></ravine-lab>: Ravine in a page, without a build step. A classic
// script and a module alike. Events: `ready` and `state`, their detail is what the frame says; methods: play(), pause(),
// seek(step), restart(). The frame is loaded when it comes near the window. It listens to nobody but its own frame.
;(function () {
  let self = (document.currentScript || {}).src
  if (!self) {
    // As a module: where this file is, by the first line of a stack.
    const found = /(?:https?|file):\/\/[^\s)]+?ravine-lab\.js/.exec(new Error().stack || '')
    self = found ? found[0] : document.baseURI
  }

  /** The frame's address, or undefined for one that is no page: `javascript:` and the like. */
  function addressOf(link, lang, post) {
    let url
    try {
      url = new URL(link || '#/', new URL('./', self))
    } catch {
      return undefined
    }
    if (!/^(https?|file):$/.test(url.protocol)) return undefined
    const hash = url.hash || '#/'
    const own = /[?&](embed|lang|post)=[^&]*/g
    let kept = hash.replace(own, function (match) {
      return match[0] === '?' ? '?' : ''
    })
    kept = kept.replace('?&', '?').replace(/\?$/, '')
    const add = ['embed=1']
    if (lang) add.push('lang=' + encodeURIComponent(lang))
    if (/^https?:\/\//.test(post)) add.push('post=' + post)
    url.hash = kept + (kept.indexOf('?') < 0 ? '?' : '&') + add.join('&')
    return url
  }

  class RavineLab extends HTMLElement {
    constructor() {
      super()
      this.hear = this.hear.bind(this)
    }
    static get observedAttributes() {
      return ['link', 'height', 'lang', 'title']
    }
    connectedCallback() {
      addEventListener('message', this.hear)
      if (this.frame) return
      if (getComputedStyle(this).display === 'inline') this.style.display = 'block'
      const frame = (this.frame = document.createElement('iframe'))
      frame.style.cssText = 'display:block;width:100%;border:0'
      frame.loading = 'lazy'
      frame.allowFullscreen = true
      this.attributeChangedCallback()
      this.attachShadow({ mode: 'open' }).append(frame)
    }
    disconnectedCallback() {
      removeEventListener('message', this.hear)
      // Put elsewhere, the frame loads anew and is ready anew.
      this.told = false
    }
    attributeChangedCallback() {
      if (!this.frame) return
      const height = parseInt(this.getAttribute('height'), 10)
      this.frame.style.height = (height > 0 ? Math.min(height, 4000) : 480) + 'px'
      this.frame.title = this.getAttribute('title') || 'Ravine'
      const url = addressOf(this.getAttribute('link'), this.getAttribute('lang'), location.origin)
      if (!url) return this.frame.removeAttribute('src')
      if (url.href === this.address) return
      this.address = url.href
      this.origin = url.origin
      this.told = false
      this.frame.src = url.href
    }
    hear(event) {
      if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return
      const data = event.data
      if (!data || data.source !== 'ravine') return
      if (data.type === 'state') {
        if (!this.told) {
          this.told = true
          this.dispatchEvent(new CustomEvent('ready', { detail: data }))
        }
        this.dispatchEvent(new CustomEvent('state', { detail: data }))
      } else if (data.type === 'key' && /^Page(Up|Down)$/.test(data.key)) {
        // A click into the frame leaves the talk its clicker.
        const code = data.key === 'PageUp' ? 33 : 34
        const press = {
          key: data.key,
          code: data.key,
          keyCode: code,
          which: code,
          bubbles: true,
          composed: true,
        }
        this.dispatchEvent(new KeyboardEvent('keydown', press))
      }
    }
    ask(command, step) {
      const to = this.frame && this.frame.contentWindow
      if (to && /^https?:/.test(this.origin))
        to.postMessage({ target: 'ravine', command: command, step: step }, this.origin)
    }
    play() {
      this.ask('play')
    }
    pause() {
      this.ask('pause')
    }
    seek(step) {
      this.ask('seek', step)
    }
    restart() {
      this.ask('restart')
    }
  }
  if (!customElements.get('ravine-lab')) customElements.define('ravine-lab', RavineLab)
})()
