// The contents.
import { lessons } from '../lessons/index.ts'
export function Contents() {
  return (
    <main id="main">
      {lessons.map((l) => (
        <a key={l.id} href={`#/${l.id}`}>
          {l.id}
        </a>
      ))}
    </main>
  )
}
