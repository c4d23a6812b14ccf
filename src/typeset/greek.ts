// Greek letters by name. They are loaded with the formulas, after the first picture.

export const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  xi: 'ξ',
  phi: 'φ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  Delta: 'Δ',
  Sigma: 'Σ',
}
