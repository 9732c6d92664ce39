import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { isInLaw, isRelative, oneName } from './persons';
import people from '../terms/people.json';
import { wordAt } from '../token-reach';

/** The word for a relative, also before its verb: "my dad's had a stroke", "my brother's got stones". */
function nameOf(list: readonly Token[], at: number): string {
  const isVerb =
    /^(?:had|got|been|having|a|an|always|also|just|now|fine|well|healthy|okay|ok|good|dead|alive|not|very|quite)$/.test(
      wordAt(list, at + 1),
    );
  return isVerb ? wordAt(list, at).replace(/['’]s$/, '') : wordAt(list, at);
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

/** A relative as a sentence names one. */
export interface RelativeWord {
  /** By one name with the words that tell it apart: "older brother", "maternal grandmother". */
  name: string;
  /** The word before, which may say whose relative it is: "my", "her", "dad's"; empty at the beginning. */
  owner: string;
  /** Index of the token that names it. */
  at: number;
}

function relativeAt(list: readonly Token[], at: number): RelativeWord | undefined {
  const word = nameOf(list, at);
  // "Her twin brother" is one.
  if (!isRelative(word) || (word === 'twin' && isRelative(wordAt(list, at + 1)))) return undefined;
  const single = isRelative(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word;
  const words = [`${oneName(single)}${isInLaw(list, at) ? '-in-law' : ''}`];
  for (let back = at - 1; lineage.test(wordAt(list, back)); back--) words.unshift(wordAt(list, back));
  return { name: words.join(' '), owner: wordAt(list, at - words.length), at };
}

/** Every relative that a sentence names, whose it is left open. */
export function relativeWords(list: readonly Token[]): RelativeWord[] {
  return list.flatMap((_, at) => relativeAt(list, at) ?? []);
}

/** The relative named last before a token in the same sentence, whose it is left open. */
export function relativeWordBefore(list: readonly Token[], before: number): RelativeWord | undefined {
  for (let at = before - 1; at >= 0; at--) {
    const found = relativeAt(list, at);
    if (found) return found;
  }
  return undefined;
}

/** What somebody of a parent is to the child, by the parent's side: "mother", "brother" of the mother; undefined for others. */
export function ofParentOf(parent: string, relative: string): string | undefined {
  const side = sides[parent];
  const name = ofParent[relative];
  return side === undefined || name === undefined ? undefined : `${side} ${name}`;
}

/** The relative whose somebody is: "mother" of "mum's". */
export function ownerRelative(owner: string): string | undefined {
  const name = owner.replace(/['’]s$/, '');
  return name !== owner && isRelative(name) ? oneName(name) : undefined;
}

/**
 * The relative named last before a token in the same sentence, by one name with the words that tell them apart ("maternal
 * grandmother", also for "my mom's mother" and "my grandma on my mom's side"); undefined where there is none, or where "my
 * sister's child" leaves open how a note would call them.
 */
export function relativeBefore(list: readonly Token[], before: number): string | undefined {
  const found = relativeWordBefore(list, before);
  if (!found) return undefined;
  const { name, owner, at } = found;
  const ofOwner = ofParentOf(ownerRelative(owner) ?? '', name);
  if (ofOwner !== undefined) return ofOwner;
  if (isRelative(owner.replace(/['’]?s$/, ''))) return undefined;
  const behind = wordAt(list, at + 1) === 'on' && wordAt(list, at + 4) === 'side' ? wordAt(list, at + 3) : '';
  const side = sides[ownerRelative(behind) ?? ''];
  return side === undefined ? name : `${side} ${name}`;
}

const irregular = wordTable({ children: 'child', grandchildren: 'grandchild', grandkids: 'grandchild' });
const singular = (word = ''): string => irregular[word] ?? oneName(word).replace(/s$/, '');

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

const sexes = [
  ['female', new Set(people.relatives.female)],
  ['male', new Set(people.relatives.male)],
] as const;

/** The sex of a relative by the name: "older sister" is female; undefined for "cousin". */
export function sexOfRelative(name: string): 'female' | 'male' | undefined {
  const word = (name.split(' ').at(-1) ?? '').replace(/-in-law$/, '');
  return sexes.find(([, names]) => names.has(word))?.[0];
}

const parents =
  /^(?:mother|mom|mum|mama|mummy|mommy|mam|father|dad|daddy|papa|gran|grandma|granny|nan|nana|grandpa|grandad|granddad)(?:['’]s)?$/;

/** "Mum's been off her food": a word for one's own parent or grandparent like a name. @param at index of its token */
export function isParentByName(list: readonly Token[], at: number): boolean {
  return (
    parents.test(wordAt(list, at)) &&
    !/^(?:a|an|the|your|his|her|their|this|that|as)$/.test(wordAt(list, at - 1))
  );
}
