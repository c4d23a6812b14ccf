// Decodes base64 (RFC 4648). The engine has no atob.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function decoded(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < letters.length; i++) values[letters.charCodeAt(i)] = i
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let word = 0
    for (let k = 0; k < 4; k++) word = (word << 6) | values[text.charCodeAt(i + k)]
    bytes[at++] = word >>> 16
    bytes[at++] = word >>> 8
    bytes[at++] = word
  }
  return bytes
}
