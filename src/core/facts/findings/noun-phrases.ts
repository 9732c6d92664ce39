import { stemmer } from 'stemmer';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import { findCues } from '../context/cues';
import { endsNegative } from '../context/tested';
import data from '../terms/phrase-words.json';

/** A noun phrase that a sentence affirms or denies, known by its words alone: what no dictionary holds. */
export interface Phrase {
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
  /** Stems of its content words, joined by a space. */
  key: string;
}

/** A content word of a sentence by its stem. */
export interface StemAt {
  stem: string;
  /** Token index. */
  at: number;
}

const lightWords = new Set(data.lightWords);
const endWords = new Set(data.endWords);
const generalStems = new Set(data.generalWords.map((word) => stemmer(word)));
const affirming = data.affirming.map((phrase) => phrase.split(' '));

/** Longer phrases are clauses. */
const longestPhrase = 4;

/** The content words of a sentence, in order. */
export function contentStems(list: readonly Token[]): StemAt[] {
  return list.flatMap((token, at) =>
    token.kind === 'word' && !isStopWord(token.text) ? [{ stem: stemmer(token.text), at }] : [],
  );
}

/** True for a word that may be part of a name: no function word, verb of having or seeing, or general word. */
export function isNaming(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    !isStopWord(token.text) &&
    !lightWords.has(token.text) &&
    !endWords.has(token.text) &&
    !generalStems.has(stemmer(token.text))
  );
}

/** The phrases that stand behind a negation ("no instability or crepitation", "I don't see any discolouration"). */
export function deniedPhrases(list: readonly Token[]): Phrase[] {
  const cues = findCues(list);
  return cues
    .filter(({ says, looks }) => (says === 'absent' || says === 'absent-narrowed') && looks === 'ahead')
    .flatMap(({ to, reach }) => {
      const verbal = /^(?:not|.*n't|.*nt|cannot|never)$/.test(list[to - 1]?.text ?? '');
      // "Not" denies a verb; only one that has an object is of use ("don't have", "didn't notice").
      if (verbal && !lightWords.has(list[to]?.text ?? '')) return [];
      return items(list, to, reach);
    });
}

/** The phrases that are asked for: "any floaters or flashes?", "Mould or damp?" */
export function askedPhrases(list: readonly Token[]): Phrase[] {
  const behindAny = list.flatMap((token, at) =>
    token.text === 'any' ? items(list, at + 1, longestPhrase) : [],
  );
  return [...behindAny, ...(list.at(-1)?.text === '?' ? namedAlone(list) : [])];
}

/** The phrases of a sentence that is nothing but a list of them. */
function namedAlone(list: readonly Token[]): Phrase[] {
  const isList = list
    .slice(0, -1)
    .every(
      (token) => isNaming(token) || /^(?:,|or|and|\/|the|a)$/.test(token.text) || lightWords.has(token.text),
    );
  return isList ? items(list, 0, longestPhrase) : [];
}

/** The phrases that a sentence affirms: behind "reports", "with", "positive for", or at its start. */
export function affirmedPhrases(list: readonly Token[]): Phrase[] {
  // "BRCA1/2, PALB2 neg".
  if (endsNegative(list)) return [];
  const starts = new Set<number>();
  list.forEach((token, at) => {
    if (token.text === ':') starts.add(at + 1);
    for (const words of affirming) {
      if (words.every((word, offset) => list[at + offset]?.text === word)) starts.add(at + words.length);
    }
  });
  // A single word at the start says too little: "Divorced, two children".
  const opening = items(list, 0, longestPhrase).filter(({ key }) => key.includes(' '));
  return [...opening, ...[...starts].flatMap((at) => items(list, at, longestPhrase))];
}

const possessive = /^(?:your|his|her|my|their)$/;

/** How far behind a comma the last item of a list is looked for. */
const listReach = 12;

function listGoesOn(list: readonly Token[], from: number): boolean {
  for (const token of list.slice(from, from + listReach)) {
    if (token.text === 'or' || token.text === 'and' || token.text === 'nor') return true;
    if (token.kind !== 'word' && token.text !== ',') return false;
  }
  return false;
}

/** The items of a list that begins at a token: up to where the phrase ends; none of general words alone. */
function items(list: readonly Token[], start: number, reach: number): Phrase[] {
  const found: Phrase[] = [];
  let words: StemAt[] = [];
  const close = (): boolean => {
    const [first] = words;
    const last = words.at(-1);
    const telling = words.some(({ stem }) => !generalStems.has(stem));
    if (first && last && telling && words.length <= longestPhrase) {
      found.push({ from: first.at, to: last.at + 1, key: words.map(({ stem }) => stem).join(' ') });
    }
    const any = words.length > 0;
    words = [];
    return any;
  };
  let gap = 0;
  for (let at = start; at < list.length; at++) {
    const token = list[at];
    if (!token) break;
    // A label: "Allergies: none".
    if (token.text === ':') return [];
    if (/^(?:,|or|and|nor|\/)$/.test(token.text)) {
      // "No bony abnormality, joint congruency throughout": a comma goes on with a list only where an "or" ends it.
      if (token.text === ',' && !listGoesOn(list, at + 1)) break;
      if (possessive.test(list[at + 1]?.text ?? '')) break;
      close();
      gap = 0;
      continue;
    }
    if (token.kind !== 'word' || endWords.has(token.text)) break;
    if (words.length === 0 && lightWords.has(token.text)) continue;
    if (++gap > reach) break;
    if (!isStopWord(token.text)) words.push({ stem: stemmer(token.text), at });
    else if (words.length > 0 && token.text !== 'of') break;
  }
  close();
  return found;
}

/** A clause that somebody is said to deny. */
export interface DeniedClause {
  /** Token indices from the verb on, `to` exclusive. */
  from: number;
  to: number;
  stems: string[];
}

/** Fewer words say too little to be found again. */
const fewestStems = 3;

/** Clauses behind "denies that", and behind "denies" with a verb ("denies taking ibuprofen every day"). */
export function deniedClauses(list: readonly Token[]): DeniedClause[] {
  return list.flatMap((token, from) => {
    if (token.text !== 'denies' && token.text !== 'denied') return [];
    const next = list[from + 1]?.text ?? '';
    if (next !== 'that' && !/^\p{L}{2,}ing$/u.test(next)) return [];
    let to = from + 1;
    while (to < list.length && !clauseMark.test(list[to]?.text ?? '')) to++;
    const stems = contentStems(list.slice(from + 1, to))
      .map(({ stem }) => stem)
      .filter((stem) => !generalStems.has(stem));
    return new Set(stems).size < fewestStems ? [] : [{ from, to, stems: [...new Set(stems)] }];
  });
}

const clauseMark = /^(?:[;:.?!]|but|however|although|though|or)$/;
