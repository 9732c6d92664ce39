const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[i] ?? digit])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
};

/**
 * Raised digits as Unicode superscripts: `10` and a raised `9` must read 10⁹, never 109.
 * Text that holds anything else is given back as it is.
 */
export function toSuperscript(text: string): string {
  return /^[\d+−–-]+$/.test(text) ? [...text].map((ch) => raised[ch] ?? ch).join('') : text;
}
