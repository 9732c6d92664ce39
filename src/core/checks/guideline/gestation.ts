/** A part of pregnancy in completed weeks: from `low` up to, not including, `high`. */
export interface Gestation {
  low: number;
  high: number;
}

/** No pregnancy lasts longer. */
const end = 45;

/**
 * Completed weeks of each trimester (ACOG, How your fetus grows during pregnancy, 2020), and of term (ACOG Committee Opinion
 * 579, 2013).
 */
const named: readonly (Gestation & { name: RegExp })[] = [
  { name: /\b(?:first|1st) trimester\b/, low: 0, high: 14 },
  { name: /\b(?:second|2nd) trimester\b/, low: 14, high: 28 },
  { name: /\b(?:third|3rd|last|final) trimester\b/, low: 28, high: end },
  { name: /\b(?:at|near|towards) (?:full )?term\b/, low: 37, high: end },
];

const from =
  /\b(?:from|after|beyond|over|above|past|>|≥)\s(\d{1,2})\s?(?:\+\s?0\s?)?(?:weeks|wks)\b|\b(\d{1,2})\s(?:weeks|wks)(?: of (?:gestation|pregnancy))?\s(?:or|and)\s(?:later|more|over|above|onwards?|beyond)\b|\b(\d{1,2})\s(?:weeks|wks) onwards?\b/;
const until = /\b(?:before|until|under|below|up to|<)\s(\d{1,2})\s?(?:weeks|wks)\b/;
const about = /\b(?:pregnan(?:t|cy)|gestation|trimester|term)\b/;

/**
 * The one part of pregnancy that a text names ("in the third trimester", "at term (36 weeks or later)", "from 20 weeks");
 * undefined where it names none, or several.
 * @param words in lower case, tokens set apart by spaces
 * @param isOfPregnancy the headings speak of pregnancy, so that bare weeks are weeks of it
 */
export function gestationIn(words: string, isOfPregnancy: boolean): Gestation | undefined {
  if (/\bexcept\b/.test(words)) return undefined;
  if (isOfPregnancy || about.test(words)) {
    const [low, high] = [from.exec(words), until.exec(words)];
    if (low && high) return undefined;
    if (low) return { low: Number(low[1] ?? low[2] ?? low[3]), high: end };
    if (high) return { low: 0, high: Number(high[1]) };
  }
  const found = named.filter(({ name }) => name.test(words));
  const [only] = found;
  return only && found.length === 1 ? { low: only.low, high: only.high } : undefined;
}
