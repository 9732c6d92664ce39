// Words that English has and that no neighbour spells alike; a note in telegram style has few, prose has many.
const englishWords = new Set(
  'the and with has have this that his she been from which denies reports without your you what were'.split(
    ' ',
  ),
);
const fewestEnglishWords = 3;
const englishShare = 0.05;

/** Fewer words than this, short forms aside, are too few to tell a language from: "Noncontributory." passes for Italian. */
const fewestWords = 6;
/** How far the best language must be above English. MTS-Dialog's sections of 6 words and more stay below 0.1, whole notes in other languages are above 0.15. */
const margin = 0.1;

/** True when the text is English beyond doubt; false says nothing. Needs no language data. */
export function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}[\p{L}']*/gu) ?? [];
  const found = words.filter((word) => englishWords.has(word)).length;
  return found >= fewestEnglishWords && found / words.length >= englishShare;
}

/**
 * The language of a text that is not in English.
 * @returns ISO 639-1 code; undefined for English, and where the text is too short or too mixed to tell
 */
export async function foreignLanguage(text: string): Promise<string | undefined> {
  if (isPlainlyEnglish(text)) return undefined;
  const words = (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter(isWord);
  const otherScript = words.filter((word) => !/\p{Script=Latin}/u.test(word)).length > words.length / 2;
  if (words.length < fewestWords && !otherScript) return undefined;
  // Two megabytes of data that an English note never needs.
  const { eld } = await import('eld/small');
  const result = eld.detect(text);
  const scores = result.getScores();
  const ahead = (scores[result.language] ?? 0) - (scores['en'] ?? 0);
  if (result.language === '' || result.language === 'en' || !result.isReliable()) return undefined;
  return ahead >= margin ? result.language : undefined;
}

/** "BP", "SpO2", "HbA1c" and "Na" stand in notes of every language, and look like words of some. */
function isWord(token: string): boolean {
  return /^\p{L}+$/u.test(token) && !shortForm.test(token);
}

const shortForm = /^(?:\p{Lu}{2,5}|\p{Lu}\p{Ll}|\p{L}*\p{Ll}\p{Lu}\p{L}*)$/u;

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/**
 * Why a text in another language is not scored.
 * @param what names the text, e.g. `the note`
 * @param code ISO 639-1
 */
export function languageReason(what: string, code: string): string {
  return `Language: ${what} seems to be in ${names.of(code) ?? code}, and Attest reads English only.`;
}
