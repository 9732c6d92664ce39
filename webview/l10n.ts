/**
 * The panel's texts. English is the key, as in `vscode.l10n`; the host hands over the bundle of VS Code's display
 * language when the panel is created. Pure, so that view models can be tested outside a browser.
 */
let bundle: Readonly<Record<string, string>> = {};
let language = 'en';

/**
 * Sets the display language.
 * @param tag BCP 47 tag, for numbers
 * @param translations English text → translation; missing ones stay English
 */
export function setLanguage(tag: string, translations: Readonly<Record<string, string>>): void {
  bundle = translations;
  language = isSupported(tag) ? tag : 'en';
}

function isSupported(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag]).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false; // Not a language tag at all.
    throw error;
  }
}

/** The text in the display language, with `{0}`, `{1}` … replaced by the arguments. */
export function t(message: string, ...values: (string | number)[]): string {
  const text = Object.hasOwn(bundle, message) ? (bundle[message] ?? message) : message;
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? placeholder : typeof value === 'number' ? formatNumber(value) : value;
  });
}

/** `one` when the count is 1, else `many` with the count as `{0}`; further arguments follow as `{1}` … */
export function plural(count: number, one: string, many: string, ...values: (string | number)[]): string {
  return t(count === 1 ? one : many, count, ...values);
}

/** A number with the language's digits and grouping. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** A share (0…1) as a whole percentage; a share that is not quite nothing or everything is not rounded to 0 % or 100 %. */
export function formatPercent(share: number): string {
  const format = new Intl.NumberFormat(language, { style: 'percent' });
  if (share > 0 && share < 0.005) return `<${format.format(0.01)}`;
  if (share < 1 && share > 0.995) return `>${format.format(0.99)}`;
  return format.format(share);
}

/** An interval of shares as whole percentages, e.g. `54–85%`. */
export function formatInterval({ low, high }: { low: number; high: number }): string {
  const format = new Intl.NumberFormat(language, { style: 'percent' });
  return `${formatNumber(Math.round(low * 100))}–${format.format(high)}`;
}

/** A day as the language writes it, with the time. @param at milliseconds since the epoch */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
