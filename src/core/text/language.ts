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
  const byScript = languageOfScript(words.join(' '));
  if (words.length < (hasForeignWord(text) ? fewestBesideForeign : fewestWords) && !byScript)
    return undefined;
  if (!byScript && isNamesAlone(text, words)) return undefined;
  // Two megabytes of data that an English note never needs.
  const { eld } = await import('eld/small');
  const result = eld.detect(text);
  const scores = result.getScores();
  const ahead = (scores[result.language] ?? 0) - (scores['en'] ?? 0);
  if (result.language === '' || result.language === 'en' || !result.isReliable()) return byScript;
  return ahead >= margin ? result.language : byScript;
}

/** Scripts that are of one language, or that one language is by far the most written in. */
const scripts: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

/** The language of a text most of whose letters are not Latin; no model is sure of it where the text is short. */
function languageOfScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0 || latin > letters / 2) return undefined;
  return scripts.find(([script]) => text.match(script))?.[1];
}

/** Small words of the languages that Latin letters are most written in, which stand in no English note by themselves. */
const foreignWords = new Set(
  'le les une du avec sans pour est el los las una por está der das und mit ohne nicht ist il gli della senza com sem não het een met zonder och med utan wird werden sind kein keine keinen está são'.split(
    ' ',
  ),
);
/** So many words are enough where one of them is such a small word. */
const fewestBesideForeign = 3;

function hasForeignWord(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => foreignWords.has(word));
}

/** So many words of another language hold a small one, or a letter that English has not. */
const mostNames = 12;
const linkingWords = new Set(
  (
    'de del da di do dos das du des con com sin por para en al y e o ou et si cu din la il lo gli non nel su se ha ' +
    'von im am seit kein keine keinen bei nach auch nur sehr van voor naar niet geen bij op av om att til fra ikke pa ' +
    'ja ei na w z od bez do nie je se pro ve ile bir var yok'
  ).split(' '),
);

/** "Cor pulmonale, tinea pedis": a short list of names alone, which are Latin in notes of every language. */
function isNamesAlone(text: string, words: readonly string[]): boolean {
  if (words.length >= mostNames || /[^\p{ASCII}]/u.test(text.replace(/[–—’“”°µ²³≥≤×]/gu, ''))) return false;
  return (
    !hasForeignWord(text) &&
    !(text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => linkingWords.has(word))
  );
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
