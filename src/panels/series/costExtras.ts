// Optional parts of the cost's chart: means of epochs, marks of a batch. Loaded on demand.

export { epochMeansLayer } from './epochMeans.ts'
export { spikeLayer } from './spikeLayer.ts'
