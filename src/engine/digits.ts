// Digits as texts have them: raised, or grouped by thousands.

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')
