// Handles a worker's requests. If a request throws, the reply is its fault, and the worker lives on.

export function answering<Request extends { readonly id: number }>(
  answer: (request: Request) => void | Promise<void>,
): void {
  addEventListener('message', ({ data }: MessageEvent<Request>) => {
    const refuse = (error: unknown): void =>
      postMessage({ id: data.id, fault: error instanceof Error ? error.message : String(error) })
    try {
      answer(data)?.catch(refuse)
    } catch (error) {
      refuse(error)
    }
  })
}
