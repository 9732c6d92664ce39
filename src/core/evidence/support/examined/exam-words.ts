import { PhraseIndex } from '../../../text/phrases';
import type { Token } from '../../../text/tokens';
import { isNegation } from '../sequence';
import data from './exam-words.json';

interface PartWords {
  says: readonly string[];
  accepts?: readonly string[];
  within?: string;
}

interface QualityWords {
  says: readonly string[];
  home?: string;
  accepts?: readonly string[];
  absentBy?: readonly string[];
  against: readonly string[];
}

const parts = new Map<string, PartWords>(Object.entries(data.parts));
const qualities = new Map<string, QualityWords>(Object.entries(data.qualities));

/** What a word is in a clause that says what an examination found. */
export type ExamWord =
  | { kind: 'part' | 'quality' | 'degree'; name: string }
  | { kind: 'side'; name: 'left' | 'right' | 'bilateral' }
  | { kind: 'idle' | 'no' | 'or' | 'and' | 'unknown' };

const index = new PhraseIndex<ExamWord>();

function addAll(words: readonly string[], value: ExamWord): void {
  for (const word of words) index.add(word, value);
}

for (const [name, { says }] of parts) addAll(says, { kind: 'part', name });
for (const [name, { says }] of qualities) addAll(says, { kind: 'quality', name });
for (const [name, says] of Object.entries(data.degrees)) addAll(says, { kind: 'degree', name });
addAll(data.sides.left, { kind: 'side', name: 'left' });
addAll(data.sides.right, { kind: 'side', name: 'right' });
addAll(data.sides.bilateral, { kind: 'side', name: 'bilateral' });
addAll(data.or, { kind: 'or' });
addAll(data.and, { kind: 'and' });
const idle = new PhraseIndex<true>();
for (const word of data.idle) idle.add(word, true);

/** The words of a clause by what they are; `to` is exclusive, "the lung's" is read as "the lung". */
export function examWords(list: readonly Token[]): (ExamWord & { from: number; to: number })[] {
  const bare = list.map((token) => ({ ...token, text: token.text.replace(/'s$/, '') }));
  const found: (ExamWord & { from: number; to: number })[] = [];
  for (let at = 0; at < list.length;) {
    const named = index.at(list, at) ?? index.at(bare, at);
    const still = idle.at(list, at);
    const to = Math.max(named?.to ?? 0, still?.to ?? 0, at + 1);
    if (named && named.to === to) found.push({ ...named.value, from: at, to });
    else found.push({ kind: still ? 'idle' : loneWord(list[at]), from: at, to });
    at = to;
  }
  return found;
}

function loneWord(token: Token | undefined): 'idle' | 'no' | 'unknown' {
  const text = token?.text ?? '';
  if (text === '-') return 'idle';
  return isNegation(text) || text === 'non' ? 'no' : 'unknown';
}

/** The part that a finding is of where none is named ("no murmur"). */
export function homeOf(quality: string): string | undefined {
  return qualities.get(quality)?.home;
}

/** True when what is said of `theirs` holds for `ours`: the ankles of legs. */
export function isOfPart(ours: string, theirs: string): boolean {
  return ours === theirs || (parts.get(ours)?.accepts?.includes(theirs) ?? false);
}

/** True when one of two parts is the other, or lies within it. */
export function areNear(one: string, other: string): boolean {
  return reaches(one, other) || reaches(other, one) || isOfPart(one, other) || isOfPart(other, one);
}

function reaches(inner: string, outer: string): boolean {
  for (let at: string | undefined = inner; at !== undefined; at = parts.get(at)?.within) {
    if (at === outer) return true;
  }
  return false;
}

/** True when one says that a finding is there or not, and the other word says the same. */
export function isSameQuality(ours: string, theirs: string, polarity: 'present' | 'absent'): boolean {
  const known = qualities.get(ours);
  return (
    ours === theirs ||
    (known?.accepts?.includes(theirs) ?? false) ||
    (polarity === 'absent' && (known?.absentBy?.includes(theirs) ?? false))
  );
}

/** True when both cannot be found in one place. */
export function areOpposed(one: string, other: string): boolean {
  const isAgainst = (a: string, b: string): boolean => qualities.get(a)?.against.includes(b) ?? false;
  return isAgainst(one, other) || isAgainst(other, one);
}

/** Single words of exam-words.json that keep a sentence from telling what is found now. */
export const classes = {
  elsewhere: new Set(data.elsewhere),
  framing: new Set(data.framing),
  turned: new Set(data.turned),
  places: new Set(data.places),
  hurting: new Set(data.hurting),
};
