// What the worker that writes files gives back.

export type ExportReply = { readonly csv: Blob } | { readonly fault: string }
