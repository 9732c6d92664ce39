import { stemmer } from 'stemmer';
import type { Token } from '../text/tokens';
import { isStopWord } from '../text/words';
import { words } from './firm-words';
import data from './firm-words.json';

const norms = new Set(data.general.norms);
const effects = new Set(data.general.effects);
const personal = new Set(data.general.personal);
const denials = new Set(['not', 'nor', 'never', 'without', 'neither', 'cannot']);
const narrowing = new Set(data.general.narrowing);

/**
 * True for a claim that says what is so, or is to be done, in general: "adults need three doses", "steroids cause
 * osteoporosis". It is of no person and of no day.
 */
function isGeneral(list: readonly Token[]): boolean {
  const isPersonal = list.some(
    ({ text }, at) =>
      personal.has(text) || (/...ed$/.test(text) && !/^(?:is|are|be)$/.test(list[at - 1]?.text ?? '')),
  );
  const isNorm = ({ text }: Token, at: number): boolean =>
    norms.has(text) || effects.has(text) || (text === 'line' && list[at - 1]?.text === 'first');
  return !isPersonal && list.some(isNorm);
}

/**
 * True when a claim is general and its sentence bounds it by a word that the claim leaves out: "pregnant women should take
 * folic acid" does not say it of women. Behind what somebody is allergic to or avoids, fewer words say more of anybody.
 * @param ours tokens of the claim
 * @param theirs tokens of the sentence that holds its words
 * @param isLeftOutTail tells whether a token stands behind "and" in what the claim leaves out as a whole
 */
export function widens(
  ours: readonly Token[],
  theirs: readonly Token[],
  isLeftOutTail: (at: number) => boolean,
): boolean {
  const held = new Set(ours.map(({ text }) => stemmer(text)));
  const isKept = ({ text }: Token): boolean => held.has(stemmer(text));
  const from = isGeneral(ours) ? 0 : theirs.findIndex((token) => narrowing.has(token.text) && isKept(token));
  if (from < 0) return false;
  const to = isGeneral(ours) ? theirs.length : theirs.findLastIndex(isKept);
  return theirs.some(
    (token, at) =>
      from <= at &&
      at < to &&
      token.kind === 'word' &&
      !isKept(token) &&
      !isStopWord(token.text) &&
      !words.idle.has(token.text) &&
      !isLeftOutTail(at),
  );
}

/**
 * True when a word of the claim stands behind a denial that the claim leaves out, in one clause: "not to aspirin and codeine"
 * does not say that she is allergic to codeine.
 */
export function leavesOutDenial(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const held = new Set(ours.map(({ text }) => stemmer(text)));
  let isDenied = false;
  return theirs.some(({ text, kind }) => {
    if (kind === 'mark' || text === 'but') isDenied = false;
    const isKept = held.has(stemmer(text));
    if (denials.has(text) && !isKept) isDenied = true;
    return isDenied && isKept && kind === 'word' && !isStopWord(text);
  });
}

/**
 * True when what stands before and behind a word of the sentence stand the other way round in the claim: "asthma worsens
 * ibuprofen" of "ibuprofen worsens asthma". What is joined, or with something, may stand either way.
 */
export function swapsRoles(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const places = new Map<string, number[]>();
  for (const [at, { text }] of theirs.entries()) {
    const stem = stemmer(text);
    places.set(stem, [...(places.get(stem) ?? []), at]);
  }
  const common = ours.flatMap(({ text, kind }) => {
    const [place, ...more] = places.get(stemmer(text)) ?? [];
    const isThing = kind === 'word' && !isStopWord(text);
    return place === undefined || more.length > 0 || kind !== 'word' ? [] : [{ place, isThing, text }];
  });
  let last = -1;
  const before = common.map(({ place, isThing }) => {
    const highest = last;
    if (isThing) last = Math.max(last, place);
    return highest;
  });
  let first = Infinity;
  return common
    .map((one, at) => ({ ...one, highest: before[at] ?? -1 }))
    .reverse()
    .some(({ place, isThing, text, highest }) => {
      const lowest = first;
      if (isThing) first = Math.min(first, place);
      const isHinge =
        !words.joins.has(text) && text !== 'with' && !/^(?:is|are|was|were|the|a|an)$/.test(text);
      return isHinge && highest > place && lowest < place;
    });
}
