import type { CueMention } from './cues';
import type { Reading, Term } from './reach';
import { wordAt } from '../token-reach';

const determiners = /^(?:the|an?|his|her|my|your|our|their|this|that|these|those|any|each|every)$/;
const owning = /^(?:the|his|her|my|your|our|their|this|these)$/;
const which = /^(?:first|second|third|last|previous|earlier|early|late|current|recent|whole)$/;
const leading = /^(?:with|for|in|during|on|when|while|after|before|from|despite)$/;

/** Words that say no more than that something is there, is felt or is told of: what stands behind them is what is denied. */
export const light =
  /^(?:has|have|had|having|been|be|being|is|are|was|were|am|do|does|did|get|gets|got|getting|feel|feels|felt|feeling|notic\w*|experienc\w*|report\w*|see|seen|hear|heard|complain\w*|mention\w*|describ\w*|suffer\w*|bothered|develop\w*|really|actually|even|ever|yet|any|much|all|so|as|of|from|with|by|to|currently|recently|today|now)$/;
/** What is looked for, or feared: "no concern for infection". */
const lookedFor =
  /^(?:look\w*|positive|negative|evidence|signs?|concern\w*|suspicio\w*|suggest\w*|indicat\w*|support|significant|remarkable|notable|worry\w*|search\w*|criteria)$/;

/** What is named by a finding and is none: "cough remedies", "migraine aura". */
const heads =
  /^(?:auras?|remed(?:y|ies)|medicines?|medications?|meds|tablets|syrups?|treatments?|therapy|therapies|relief|killers?|screen(?:ing|s)?|tests?|testing|surgery|prophylaxis|triggers?)$/;

/**
 * True where a negation says nothing of a finding behind it, since it denies something else that goes with it: "no palpitations
 * with the flushes", "no phototherapy for jaundice", "no cough remedies", "does not trigger her asthma"; or where a list of what is
 * not there has ended before: "no itch or rash, fatigue by noon".
 */
export function isBesideDenied(reading: Reading, cue: CueMention, term: Term): boolean {
  return (
    heads.test(wordAt(reading.list, term.to)) ||
    isLedTo(reading, cue, term) ||
    isOfVerb(reading, cue, term) ||
    isBehindList(reading, cue, term)
  );
}

/** "Palpitations with flushes", "screened for diabetes in the first pregnancy". */
function isLedTo({ list, terms }: Reading, cue: CueMention, term: Term): boolean {
  let at = term.from - 1;
  while (at > cue.to && (determiners.test(wordAt(list, at)) || which.test(wordAt(list, at)))) at--;
  const word = wordAt(list, at);
  if (at <= cue.to || !leading.test(word)) return false;
  if (terms.some(({ from, to }) => from >= cue.to && to === at)) return true;
  if (!/^(?:for|in|during)$/.test(word)) return false;
  const between = list.slice(cue.to, at).filter(({ kind }) => kind === 'word');
  return (
    between.some(({ text }) => !light.test(text) && !determiners.test(text)) &&
    !between.some(({ text }) => lookedFor.test(text))
  );
}

/** "Does not trigger her asthma", "has not taken iron this pregnancy": what a "not" denies is the verb. */
function isOfVerb({ list }: Reading, cue: CueMention, term: Term): boolean {
  if (!owning.test(wordAt(list, term.from - 1))) return false;
  if (!/^(?:not|never|.*n['’]t)$/.test(wordAt(list, cue.to - 1))) return false;
  return list.slice(cue.to, term.from - 1).some(({ text, kind }) => kind === 'word' && !light.test(text));
}

/** "No nausea or itch, tired by noon"; "not intentional, poor appetite": the item behind the comma need be no part of the list. */
function isBehindList({ list, terms }: Reading, cue: CueMention, term: Term): boolean {
  if (wordAt(list, term.from - 1) !== ',' || joinsOn(list, term.to)) return false;
  const last = wordAt(list, cue.to - 1);
  if (/^(?:since|by|x)$/.test(wordAt(list, term.to))) return true;
  if (/^(?:not|.*n['’]t)$/.test(last)) {
    const isTerm = terms.some(({ from }) => from === cue.to);
    return !isTerm && !light.test(wordAt(list, cue.to)) && cue.to + 1 === term.from - 1;
  }
  const between = list.slice(cue.to, term.from - 1).map(({ text }) => text);
  const or = Math.max(between.lastIndexOf('or'), between.lastIndexOf('nor'));
  return /^(?:no|nil|without)$/.test(last) && or > between.lastIndexOf(',');
}

/** True where the list goes on behind: then what stands before is one of its items. */
function joinsOn(list: Reading['list'], from: number): boolean {
  const end = list.findIndex(({ text }, at) => at >= from && /^[.;:!?]$/.test(text));
  return list.slice(from, end < 0 ? list.length : end).some(({ text }) => /^(?:or|nor|,)$/.test(text));
}
