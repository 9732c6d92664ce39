import type { Token } from '../text/tokens';
import { wordTable } from '../text/word-table';
import type { SexFact } from './fact';
import people from './terms/people.json';
import { wordAt } from './token-reach';

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

/** The word for a relative, also before its verb: "my dad's had a stroke", "my brother's got stones". */
function nameOf(list: readonly Token[], at: number): string {
  const isVerb = /^(?:had|got|been|having|a|an|always|also|just|now)$/.test(wordAt(list, at + 1));
  return isVerb ? wordAt(list, at).replace(/['’]s$/, '') : wordAt(list, at);
}

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

/** True for a word that names a relative: "husband", "grandma". */
export function isRelative(word: string): boolean {
  return relatives.has(word);
}

/** Words that tell one relative from another of the same name. */
const lineage =
  /^(?:maternal|paternal|older|oldest|younger|youngest|elder|eldest|half|twin|step|great|other|late)$/;

/** What a parent's relatives are to the patient: "my dad's mom", "my mother's brother". */
const ofParent = wordTable({
  mother: 'grandmother',
  father: 'grandfather',
  sister: 'aunt',
  brother: 'uncle',
});
const sides = wordTable({ mother: 'maternal', father: 'paternal' });

/** The side of the family that an owner stands for ("dad's", "mother's"). */
function sideOf(owner: string): string | undefined {
  const name = owner.replace(/['’]s$/, '');
  return name === owner ? undefined : sides[canonical.get(name) ?? name];
}

/**
 * The relative named last before a token in the same sentence, by one name with the words that tell them apart ("maternal
 * grandmother", also for "my mom's mother" and "my grandma on my mom's side"); undefined where there is none, or where "my
 * sister's child" leaves open how a note would call them.
 */
export function relativeBefore(list: readonly Token[], before: number): string | undefined {
  for (let at = before - 1; at >= 0; at--) {
    const word = nameOf(list, at);
    if (!relatives.has(word)) continue;
    const single = relatives.has(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word;
    const name = `${canonical.get(single) ?? single}${isInLaw(list, at) ? inLaw : ''}`;
    const words = [name];
    for (let back = at - 1; lineage.test(wordAt(list, back)); back--) words.unshift(wordAt(list, back));
    const owner = wordAt(list, at - words.length);
    const side = sideOf(owner);
    if (side !== undefined && words.length === 1 && ofParent[name]) return `${side} ${ofParent[name]}`;
    if (relatives.has(owner.replace(/['’]?s$/, ''))) return undefined;
    const behind =
      wordAt(list, at + 1) === 'on' && wordAt(list, at + 4) === 'side' ? wordAt(list, at + 3) : '';
    return [...(sideOf(behind) !== undefined ? [sideOf(behind)] : []), ...words].join(' ');
  }
  return undefined;
}

const irregular = wordTable({ children: 'child', grandchildren: 'grandchild', grandkids: 'grandchild' });
const singular = (word = ''): string => irregular[word] ?? canonical.get(word) ?? word.replace(/s$/, '');

const anyOf = new Map(Object.entries(people.anyOf));

/**
 * True when two relatives, as `relativeBefore` names them, may be one person: "grandmother" may be the paternal one, and a
 * parent the mother; the maternal grandmother is not the paternal one.
 */
export function mayBeSame(a: string, b: string): boolean {
  const [ours, theirs] = [a.split(' '), b.split(' ')];
  const [one, other] = [singular(ours.at(-1)), singular(theirs.at(-1))];
  const isEither = anyOf.get(one)?.includes(other) === true || anyOf.get(other)?.includes(one) === true;
  if (one !== other && !isEither) return false;
  return !(
    (ours.includes('maternal') && theirs.includes('paternal')) ||
    (ours.includes('paternal') && theirs.includes('maternal'))
  );
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
 */
export function findSexes(list: readonly Token[]): SexFact[] {
  if (!list.some(({ text }) => forms.has(text))) return [];
  const other = { female: namesOther(list, 'female'), male: namesOther(list, 'male') };
  return list.flatMap((token, at): SexFact[] => {
    const form = forms.get(token.text);
    if (!form || isNoSex(list, at)) return [];
    const whose = form.by === 'noun' ? nounOf(list, at) : other[form.sex] ? 'unknown' : 'patient';
    return [{ kind: 'sex', ...form, whose, start: token.start, end: token.end }];
  });
}

const imaging =
  /^(?:arthrogra\w+|angiogra\w+|venogra\w+|urogra\w+|enterogra\w+|cholangi\w+|imaging|images?|scans?|spectroscopy|elastography|spine|brain|of|with|without|and)$/;

const valveGrades =
  /^(?:trace|trivial|mild|moderate|severe|significant|functional|residual|ischaemic|ischemic|rheumatic|eccentric)$/;

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
