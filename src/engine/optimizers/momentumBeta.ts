// Momentum's default β. A separate file, because the page reads it before the registry loads.

export const momentumBeta = 0.9
