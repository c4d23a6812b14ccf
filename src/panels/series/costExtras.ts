// Optional parts of the cost's chart: means of epochs, marks of a batch, noise as a band. Loaded on demand.

export { epochMeansLayer } from './epochMeans.ts'
export { noiseBand } from '../../plot/noiseBand.ts'
export { spikeLayer } from './spikeLayer.ts'
export { epochLayer, highestSpike } from './spikes.ts'
