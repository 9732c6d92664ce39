import type { Token } from '../../text/tokens';
import { type CueMention, finiteVerbs } from './cues';
import { light } from './beside-denied';
import { isListMark, marksOf, none } from './marks';
import type { Reading, Term } from './reach';
import { isRelative } from '../persons/persons';
import { wordAt } from '../token-reach';

/** So many words that name no finding may then stand between a negation and what it denies. */
const runOnReach = 3;

/** "No tenderness pulses are there both sides bruising on the forearms": where nothing marks a clause, a negation ends early. */
export function isRunPast({ list, terms, runsOn }: Reading, cue: CueMention, term: Term): boolean {
  // A "not" denies a verb, with all that the verb goes on to ("I don't see any evidence of any fracture").
  if (!runsOn) return false;
  if (isSaidOfAnother(list, cue, term)) return true;
  const isOfPredicate =
    /^(?:isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/.test(wordAt(list, cue.to - 1)) ||
    (wordAt(list, cue.to - 1) === 'not' && copulaOf.test(wordAt(list, cue.to - 2)));
  // "Skin's not broken tender over the end": the next word is what is denied, unless an "or" joins another to it.
  const joins = list.slice(cue.to, term.from).some(({ text }) => isListMark(text));
  const least = isOfPredicate ? Number(joins) : runOnReach;
  const isOfSense = cue.to > cue.from + 1 && sensed.test(wordAt(list, cue.to - 1));
  if (!isOfPredicate && !isOfSense && !/^(?:no|nil|without)$/.test(wordAt(list, cue.to - 1))) return false;
  const between = list.slice(cue.to, term.from).filter(({ text }, index) => {
    const at = cue.to + index;
    return (
      !isListMark(text) &&
      !(isOfPredicate && light.test(text)) &&
      !(isOfSense && (light.test(text) || /^(?:evidence|signs?|the|a|an)$/.test(text))) &&
      !terms.some(({ from, to }) => from <= at && at < to)
    );
  });
  return between.length > least;
}

/** "Can't see the bones all done he's crying": what is looked at is named next to the verb. */
const sensed = /^(?:see|hear|feel|appreciate|find|detect|palpate|identify)$/;

const copulaOf = /^(?:is|are|was|were|.+['’]s|.+['’]re)$/;
const copula = /^(?:is|are|was|were)$/;

/** "Tonsils are big but not red nose is pale": a thing with a verb of its own begins a clause. */
function isSaidOfAnother(list: readonly Token[], cue: CueMention, term: Term): boolean {
  const ofNothing = /^(?:no|nil|without)$/.test(wordAt(list, cue.to - 1));
  return list.slice(cue.to + 1, term.from).some(({ text, kind }, index) => {
    const before = wordAt(list, cue.to + index);
    // "No muscle use lungs have fine crackles", but "no relatives have asthma".
    const isVerb =
      copula.test(text) || (ofNothing && index > 0 && /^(?:have|had)$/.test(text) && !people.test(before));
    return isVerb && kind === 'word' && !noSubject.test(before);
  });
}

const noSubject = /^(?:it|there|that|this|he|she|they|you|we|which|what|who|if|whether)$/;
const people =
  /^(?:i|relatives?|family|members?|siblings?|sisters?|brothers?|parents?|children|kids|body|people|patients?|one|ever|not)$/;

/** "No rash, cough is better"; and the "no" of "fever no, cough yes" looks back. */
export function isOwnClause({ list }: Reading, cue: CueMention, term: Term): boolean {
  if (wordAt(list, cue.to) === ',' && wordAt(list, cue.from) === 'no') return true;
  if (isPointedAt(list, term)) return true;
  if (isOfOutcome(list, cue, term) || isOfRelative(list, cue, term)) return true;
  const before = wordAt(list, term.from - 1);
  if (isFoundBeside(list, cue, term)) return true;
  if (before !== ',' && !(before === 'and' && wordAt(list, term.from - 2) === ',')) return false;
  const next = wordAt(list, term.to);
  const isClause = finiteVerbs.has(wordAt(list, term.from)) || ofItself.test(wordAt(list, term.to - 1));
  return finiteVerbs.has(next) || ((isClause || predicates.test(next)) && !goesOn(list, term.to));
}

/** "No edema and that bruise is two inches": what somebody points at is there, and begins a clause. */
function isPointedAt(list: readonly Token[], { from }: Term): boolean {
  return /^(?:that|this|those|these)$/.test(wordAt(list, from - 1)) && wordAt(list, from - 2) === 'and';
}

/**
 * "No pneumothorax, effusion on the left", "no haemorrhage, old infarct": a place on one side, or a word for what is long
 * known or small, belongs to what is there. A list that "or" ends is denied whole.
 */
function isFoundBeside(list: readonly Token[], cue: CueMention, term: Term): boolean {
  if (!/^(?:no|nil|without)$/.test(wordAt(list, cue.to - 1))) return false;
  const described = ofWhatIsThere.test(wordAt(list, term.from - 1)) ? 1 : 0;
  if (wordAt(list, term.from - 1 - described) !== ',') return false;
  // "No thyroid disease, coeliac disease, known sleep apnoea": behind two items of a list "known" opens the third.
  const comma = marksOf(list).nextComma[cue.to] ?? none;
  if (wordAt(list, term.from - 1) === 'known' && comma < term.from - 2) return false;
  const article = wordAt(list, term.to + 1) === 'the' ? 1 : 0;
  const isPlaced =
    /^(?:on|at|in|over)$/.test(wordAt(list, term.to)) && side.test(wordAt(list, term.to + 1 + article));
  return (described === 1 || isPlaced) && !goesOn(list, cue.to);
}

const ofWhatIsThere = /^(?:old|known|chronic|healed|tiny|trace|incidental|stable|longstanding|scattered)$/;
const side = /^(?:left|right|l|r|lt|rt)$/;

/**
 * "No benefit, dry mouth", "no real response, ongoing pain": that a treatment did nothing begins no list of what is not there.
 * Nor does that it was not given: "propranolol never tried, asthma" tells why.
 */
function isOfOutcome(list: readonly Token[], cue: CueMention, term: Term): boolean {
  const comma = marksOf(list).nextComma[cue.to] ?? none;
  return comma > cue.to && comma < term.from && outcome.test(wordAt(list, comma - 1)) && !goesOn(list, comma);
}

/** "No low mood herself, mother had depression": a relative with a verb begins a clause. */
function isOfRelative(list: readonly Token[], cue: CueMention, term: Term): boolean {
  const { nextComma } = marksOf(list);
  for (let at = nextComma[cue.to] ?? none; at < term.from; at = nextComma[at + 1] ?? none) {
    if (isRelative(wordAt(list, at + 1)) && relativesVerb.test(wordAt(list, at + 2))) return true;
  }
  return false;
}

const relativesVerb = /^(?:has|had|have|with|is|was)$/;

const outcome =
  /^(?:benefit|effect|response|improvement|relief|help|difference|success|use|given|tried|offered|prescribed|started|used|taken|tolerated|indicated|suitable|appropriate|recommended|advised)$/;

/** "Gums bleed", "stomach aches": a name that is a clause by itself. */
const ofItself = /^(?:bleed|bleeds|hurts?|aches|itches|swells?|leaks?|runs)$/;

/** "Without nausea, itching limited to the legs": a word behind the last item says something of its own of it. */
const predicates =
  /^(?:severe|mild|moderate|constant|persistent|intermittent|ongoing|daily|aggravates?|triggers?|limited|confined|localised|localized|restricted|controlled|relieved|managed|treated|worsening|improving|worse|better|attributed|related)$/;

/** True where an "or" or "nor" ends the list later on: what stands before it is an item. */
function goesOn(list: readonly Token[], from: number): boolean {
  for (let at = from; at < list.length; at++) {
    const word = wordAt(list, at);
    if (word === 'or' || word === 'nor') return true;
    if (/^[.;:!?]$/.test(word)) return false;
  }
  return false;
}
