import type { Token } from '../../text/tokens';
import type { SexFact } from '../fact';
import people from '../terms/people.json';
import { wordAt } from '../token-reach';
import type { Term } from '../context/reach';

type Form = Pick<SexFact, 'sex' | 'by'>;

const forms = new Map<string, Form>();
for (const sex of ['female', 'male'] as const) {
  for (const by of ['noun', 'title', 'address', 'pronoun'] as const) {
    for (const word of people[sex][by]) forms.set(word, { sex, by });
  }
}
const relatives = new Set(Object.values(people.relatives).flat());
const others = {
  female: new Set([...people.relatives.female, ...people.relatives.either, ...people.otherPeople]),
  male: new Set([...people.relatives.male, ...people.relatives.either, ...people.otherPeople]),
};

const canonical = new Map(people.sameRelative.flatMap((words) => words.map((word) => [word, words[0]])));

/** True for "mother-in-law", "father in law", where `at` is the word for the relative: a relative by marriage. */
export function isInLaw(list: readonly Token[], at: number): boolean {
  const behind = wordAt(list, at + 1) === '-' ? at + 2 : at + 1;
  return (
    wordAt(list, behind) === 'in' &&
    /^laws?$/.test(wordAt(list, wordAt(list, behind + 1) === '-' ? behind + 2 : behind + 1))
  );
}

const inLaw = '-in-law';

/** True for the name of a relative who is none by blood, whose illnesses no family history tells. */
export function isByMarriage(relative: string): boolean {
  return (
    relative.endsWith(inLaw) ||
    /^(?:wife|husband|spouse|partner|girlfriend|boyfriend|fiancee?|ex|step\w+)$/.test(relative)
  );
}

/** The relatives that a sentence names, each by one name: "mom" is "mother"; "mother-in-law" is a name of its own. */
export function relativesIn(list: readonly Token[]): string[] {
  return list.flatMap(({ text }, at) =>
    relatives.has(text) ? [`${canonical.get(text) ?? text}${isInLaw(list, at) ? inLaw : ''}`] : [],
  );
}

/** The same, with those whose something is ("his son's temperature"), of which nothing is said of the patient. */
export function relativesOrTheirs(list: readonly Token[]): string[] {
  return relativesIn(list.map((token) => ({ ...token, text: token.text.replace(/'s?$/, '') })));
}

/** The one name of a relative: "mother" for "mum"; other words as they are. */
export function oneName(word: string): string {
  return canonical.get(word) ?? word;
}

/** True for a word that names a relative: "husband", "grandma". */
export function isRelative(word: string): boolean {
  return relatives.has(word);
}

/** How many tokens before or behind an age a relative may be named to be so old. */
const relativeReach = 6;

/**
 * The relative that an age in tokens `from`…`to` is said of: "my mother is 80", "her 9-year-old brother". Undefined where
 * none is named nearby in the same clause.
 */
export function relativeNear(list: readonly Token[], from: number, to: number): string | undefined {
  for (let at = to; at < Math.min(list.length, to + 3); at++) {
    const word = wordAt(list, at);
    if (/^[.,;?!]$/.test(word)) break;
    if (relatives.has(word)) return word;
    if (/^(?:male|female|man|woman|who|with|and|patient|here|today)$/.test(word)) break;
  }
  for (let at = from - 1; at >= Math.max(0, from - relativeReach); at--) {
    const word = wordAt(list, at);
    if (/^[.;?!]$/.test(word) || word === 'patient') break;
    if (relatives.has(word)) return word;
  }
  return undefined;
}

/** True when a sentence names a person who is not the patient: a relative, a colleague, a doctor. */
export function namesOthers(list: readonly Token[]): boolean {
  return list.some(({ text: word }, at) => {
    const text = word.replace(/['’]s$/, '');
    // "Ex-smoker": a patient of former times.
    if (text === 'ex' && wordAt(list, at + 1) === '-') return false;
    return relatives.has(text) || others.female.has(text) || others.male.has(text);
  });
}

/** True when a sentence names somebody else than the patient whom "he" or "she" may mean: a relative of that sex, a doctor. */
export function namesOther(list: readonly Token[], sex: SexFact['sex']): boolean {
  // "Mother's tremor was of both hands, and she …".
  return list.some(({ text }) => others[sex].has(text.replace(/['’]s$/, '')));
}

/**
 * Reads the words of one sentence that tell a person's sex. "Male" and its like are of the patient beside an age or
 * behind "is a"; titles and pronouns are of whoever is spoken of, unless the sentence names somebody else.
 * @param medicines those that the sentence names: "MR" beside one is how it is released
 */
export function findSexes(list: readonly Token[], medicines: readonly Term[] = []): SexFact[] {
  if (!list.some(({ text }) => forms.has(text))) return [];
  const other = { female: namesOther(list, 'female'), male: namesOther(list, 'male') };
  return list.flatMap((token, at): SexFact[] => {
    const form = forms.get(token.text);
    if (!form || isNoSex(list, at) || medicines.some(({ from, to }) => from === at + 1 || to === at))
      return [];
    const whose = form.by === 'noun' ? nounOf(list, at) : other[form.sex] ? 'unknown' : 'patient';
    return [{ kind: 'sex', ...form, whose, start: token.start, end: token.end }];
  });
}

const imaging =
  /^(?:arthrogra\w+|angiogra\w+|venogra\w+|urogra\w+|enterogra\w+|cholangi\w+|imaging|images?|scans?|spectroscopy|elastography|spine|brain|of|with|without|and)$/;

const valveGrades =
  /^(?:trace|trivial|mild|mod|moderate|sev|severe|significant|functional|residual|ischaemic|ischemic|rheumatic|eccentric|primary|secondary|central|no|\+|\d\+?)$/;

/** "Her2", "Miss a dose", "no man's land", "male pattern baldness", "yes sir" of a song: words that name no person. */
function isNoSex(list: readonly Token[], at: number): boolean {
  const word = wordAt(list, at);
  const next = wordAt(list, at + 1);
  if (word === 'her' && /^(?:-|2)$/.test(next)) return true;
  if (
    /^(?:male|female)$/.test(word) &&
    /^(?:pattern|genitalia|catheter|condom|hormone|partners?|sex|to)$/.test(next)
  )
    return true;
  // "Miss": a name stands behind the title; else it is the verb. "Oh man": nobody is meant.
  if (
    word === 'miss' &&
    (wordAt(list, at - 1) === '-' ||
      !/^\p{L}/u.test(next === '.' ? wordAt(list, at + 2) : next) ||
      /^(?:a|an|any|the|my|your|his|her|it|out|that|you|work|doses?|i|me|him)$/.test(next) ||
      /^(?:i|not|n't|to|never|ever|might|will|would|did|do|don't|didn't|and|really|you|we)$/.test(
        wordAt(list, at - 1),
      ))
  )
    return true;
  // "MR arthrogram", "MR imaging of the brain".
  if (word === 'mr' && imaging.test(next)) return true;
  // "Moderate MR. TFTs normal": the valve leaks.
  if (/^(?:ms|mr)$/.test(word) && valveGrades.test(wordAt(list, at - 1))) return true;
  // "Mrs…?", asked of somebody: no name, and nobody is called so.
  if (/^(?:ms|mrs|mr)$/.test(word) && !/^\p{L}/u.test(next === '.' ? wordAt(list, at + 2) : next))
    return true;
  if (word === 'ms' && /^(?:and|or|is|was|with|contin|exam|normal)$/.test(next)) return true;
  return word === 'man' && /^(?:oh|hey|,)$/.test(wordAt(list, at - 1));
}

/** Whom a noun such as "female" is about. */
function nounOf(list: readonly Token[], at: number): SexFact['whose'] {
  const before = list.slice(Math.max(0, at - 14), at).map(({ text }) => text);
  if (before.some((word) => relatives.has(word))) return 'other';
  const text = before.join(' ');
  const aged = /(?:\bold|\byo|\by \/ o|\bold -)(?: [\p{L}-]+){0,6}$/u.test(text);
  const described =
    /\b(?:is|was|i'm|she's|he's|am|this|pleasant|patient)(?: an?)?(?: (?:very|pleasant|lovely|nice|young|elderly|older|healthy|otherwise|well|appearing|developed|nourished|-|white|black|caucasian|hispanic|asian|african|american))*$/.test(
      text,
    );
  return aged || described ? 'patient' : 'unknown';
}
