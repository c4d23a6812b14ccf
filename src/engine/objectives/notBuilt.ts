// A kind of objective that the experiment file allows but this version cannot compute yet: the command line exits 3.

export class NotBuilt extends Error {
  override readonly name = 'NotBuilt'
}
