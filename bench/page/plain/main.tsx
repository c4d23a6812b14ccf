// A plain React page of the size of a lab: words, a form of twelve sliders, two canvases with two hundred lines each. It
// computes nothing. The benchmark `load` builds it with Vite and compares the app with it.
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Picture() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const pen = canvas.current!.getContext('2d')!
    for (let i = 0; i < 200; i++) {
      pen.beginPath()
      pen.ellipse(170, 120, i, i / 2, 0, 0, 7)
      pen.stroke()
    }
  }, [])
  return <canvas ref={canvas} width={340} height={240} />
}

function Slider({ name }: { readonly name: string }) {
  const [value, setValue] = useState('50')
  return (
    <label>
      {name} {value}
      <input type="range" value={value} onChange={(event) => setValue(event.target.value)} />
    </label>
  )
}

const numbers = Array.from({ length: 12 }, (_, i) => i + 1)

createRoot(document.getElementById('root')!).render(
  <main>
    <h1>A plain React page</h1>
    <p>It has a heading, some sentences, a form and two pictures, and it computes nothing at all.</p>
    <Picture />
    <Picture />
    {numbers.map((number) => (
      <section key={number}>
        <h2>Section {number}</h2>
        <p>
          Each section has a sentence that says what its slider would change if there were something to
          change.
        </p>
        <Slider name={`Slider ${number}`} />
        <button type="button">Button {number}</button>
      </section>
    ))}
  </main>,
)
