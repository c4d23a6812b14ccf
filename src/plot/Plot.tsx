import type { PlotProps } from './plotProps.ts'
export declare function Plot(props: PlotProps): React.ReactNode
