import { small, tensOf } from './years';

/** As a year's last digit is said: "twenty oh six". */
const units = ['oh', ...small.slice(1, 10)];
const tens = [...tensOf.keys()];

/** "Twenty one", "thirteen", "oh four": the last two digits of a year. */
function lastDigits(value: number): string {
  if (value < 10) return value === 0 ? 'hundred' : `(?:oh|o)[ -]${units[value] ?? ''}`;
  if (value < 20) return small[value] ?? '';
  const unit = value % 10 === 0 ? '' : `[ -]${units[value % 10] ?? ''}`;
  return `${tens[Math.floor(value / 10) - 2] ?? ''}${unit}`;
}

/** True where a text says a year in words: "twenty twenty one", "two thousand and three", "nineteen ninety eight". */
export function saysYear(text: string, year: number): boolean {
  const rest = year % 100;
  const plain = rest < 10 ? (rest === 0 ? '' : (units[rest] ?? '')) : lastDigits(rest);
  const forms =
    year >= 2000
      ? [`twenty[ -]${lastDigits(rest)}`, plain === '' ? 'two thousand' : `two thousand (?:and )?${plain}`]
      : [`nineteen[ -](?:hundred and )?${lastDigits(rest)}`];
  return new RegExp(
    String.raw`\b(?:${forms.join('|')})(?![ -](?:and )?(?:${[...units, 'thousand', 'hundred'].join('|')})\b)\b`,
    'i',
  ).test(text);
}
