// What the cost's chart draws on demand: means of epochs, marks of a batch. Loaded when one of them is asked for.

export { epochMeansLayer } from './epochMeans.ts'
export { spikeLayer } from './spikeLayer.ts'
