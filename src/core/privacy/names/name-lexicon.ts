import { builtInDictionaries } from '../../terminology/built-in';
import medicine from '../clinical-words.json';
import labels from '../fields/field-labels.json';
import cues from './name-cues.json';
import words from './name-words.json';

/** How likely a word is to be a person's name, as far as the word alone tells. */
export type NameStrength =
  /** A name and nothing else. */
  | 'name'
  /** A name that is an ordinary word too: Bishop, Grace, Short. */
  | 'either'
  /** Neither a name that is known nor a word of any list. */
  | 'unknown'
  /** A clinical term, an ordinary word, a month, a country, an eponym. */
  | 'word';

const letters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }; // prettier-ignore

/** A word as the lists hold it: lower case, without accents. */
export function plainWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'");
}

const given = new Set(words.given.split(' '));
const family = new Set(words.family.split(' '));
const ordinary = new Set([words.ordinary, medicine.words, cues.clipped].join(' ').split(' '));
/** What fields are called is nobody's name; some of these words are names as well. */
const labelWords = (plainWord(Object.values(labels).join(' ')).match(/[a-z]{4,}/g) ?? []).filter(
  (word) => !given.has(word) && !family.has(word),
);
const notNames = new Set([...cues.notNames.split(' '), ...cues.places.split(' '), ...labelWords]);
const eponyms = new Set(cues.eponyms.split(' '));
const particles = new Set(cues.particles.split(' '));
const clinical = clinicalWords();

/** Endings of medicines' international names, and of terms. */
const clinicalEnding =
  /(?:pril|sartan|statin|azole|cillin|mycin|olol|dipine|prazole|gliptin|gliflozin|glutide|parin|xaban|tidine|setron|triptan|mab|nib|oxacin|cycline|barbital|azepam|azolam|osis|itis|emia|aemia|uria|ectomy|ostomy|otomy|oscopy|plasty|gram|graphy|pathy|ology|ologist|iasis|algia|itis|penia|plegia|rrhoea|rrhea|megaly|philia|phobia|trophy|opathy)$/;

/** Beginnings and endings that long words of medicine have and names have not. */
const clinicalForm =
  /^(?:(?:haem[ao]|hemo|hyper|hypo|endo|intra|neuro|cardio|gastro|hepat|nephro|osteo|thrombo|electro|immuno|pseudo|chemo|radio|oesoph|laparo|angio|bronch|cyto|dermato|histo|encephal|arthro|ureter|retro|supra|infra|lympho|myelo|dys).{5,}|.{4,}(?:ations?|[iy][sz]ations?|ically|scopic|graphic|a?emic|genic|trophic|tropic|lytic|lysis|otomies|ectomies|plasia|metric|uretic))$/;

/** Every word of the names of the dictionaries: "left bundle branch block" gives four. */
function clinicalWords(): ReadonlySet<string> {
  // Makers of devices, devices and medicines by their brand.
  const found = new Set<string>(cues.brands.split(' '));
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const word of plainWord(value).match(/[a-z]{2,}/g) ?? []) found.add(word);
    } else if (Array.isArray(value)) {
      value.forEach(collect);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        if (!/^(?:source|note|quote|origin|licence|url)$/.test(key)) collect(inner);
    }
  };
  for (const { title, description, version, licence, origin, ...sections } of builtInDictionaries)
    collect(sections);
  return found;
}

/** A word of the list, or its plural. */
function isOrdinary(word: string): boolean {
  return ordinary.has(word) || ordinary.has(word.replace(/(?:'s|e?s)$/, ''));
}

/** True for a first name of the lists. */
export function isGivenName(text: string): boolean {
  return partsOf(text).some((part) => given.has(part));
}

/** True for any name of the lists: first names are last names too. */
export function isFamilyName(text: string): boolean {
  return partsOf(text).some((part) => family.has(part) || given.has(part) || eponyms.has(part));
}

/** What a word alone says; of a word with hyphens, what its most name-like part says. */
export function nameStrength(text: string): NameStrength {
  const all = partsOf(text);
  const parts = all.filter((part) => !particles.has(part));
  const strengths = (parts.length > 0 ? parts : all).map(strengthOfPart);
  if (strengths.length > 1 && strengths.includes('word') && !strengths.includes('name')) return 'word';
  return (['name', 'unknown', 'either', 'word'] as const).find((one) => strengths.includes(one)) ?? 'word';
}

function strengthOfPart(part: string): NameStrength {
  if (part.length < 2 || notNames.has(part)) return 'word';
  const isName = given.has(part) || family.has(part) || eponyms.has(part);
  if (clinical.has(part) || eponyms.has(part) || isOrdinary(part)) return isName ? 'either' : 'word';
  if (isName) return 'name';
  return clinicalEnding.test(part) || clinicalForm.test(part) ? 'word' : 'unknown';
}

/** True for a clinical term and for a name that stands for one (Parkinson): no name of a person but for its neighbours. */
export function isClinicalWord(text: string): boolean {
  return partsOf(text).every((part) => clinical.has(part) || eponyms.has(part));
}

function partsOf(text: string): string[] {
  return plainWord(text)
    .split(/[-'.]/)
    .filter((part) => part !== '');
}
