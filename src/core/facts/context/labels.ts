import { oncePer } from '../../once';
import type { Token } from '../../text/tokens';
import type { Term } from './reach';
import type { FindingContext } from '../fact';
import { wordAt } from '../token-reach';

/** Tokens. A longer beginning is no label. */
const longestLabel = 7;

/**
 * What a label says of the findings that it names: "SI/HI: denies." denies each, "Psychosis: denies hallucinations" leaves it open.
 * Undefined where no denial stands right behind the label.
 */
export function labelledPolarity(list: readonly Token[], term: Term): FindingContext['polarity'] | undefined {
  const colon = colonOf(list);
  if (colon < term.to || colon > longestLabel) return undefined;
  // "Falls: patient denied; daughter reports one": where two tell it otherwise, neither is what it is.
  const who = whoTells.test(wordAt(list, colon + 1)) ? 1 : 0;
  if (!/^denie[sd]$/.test(wordAt(list, colon + 1 + who))) return undefined;
  if (!list.slice(0, colon).every(({ kind, text }) => kind === 'word' || /^[/,&]$/.test(text)))
    return undefined;
  if (who === 1 && list.slice(colon).some(({ text }) => tellsOtherwise.test(text))) return 'unknown';
  return /^[.;,]?$/.test(wordAt(list, colon + 2 + who)) ? 'absent' : 'unknown';
}

const whoTells = /^(?:patient|pt|he|she|client|resident|self)$/;
const tellsOtherwise =
  /^(?:reports?|reported|states?|stated|says|said|notes?|noted|describes?|described|witnessed|recalls?)$/;

const colonOf = oncePer((list: readonly Token[]): number => list.findIndex(({ text }) => text === ':'));

/** "Tobacco: former, quit 2010": true for a label whose finding is over. */
export function isLabelledPast(list: readonly Token[], term: Term): boolean {
  return (
    wordAt(list, term.to) === ':' &&
    /^(?:former|formerly|quit|ex|past|previous|previously|remote|stopped)$/.test(wordAt(list, term.to + 1))
  );
}

/** True for a sentence whose items have signs: "…, - palpitations, + cough". */
const isSigned = oncePer((list: readonly Token[]): boolean =>
  list.some(({ text }, at) => text === ',' && /^[-−+]$/.test(wordAt(list, at + 1))),
);

/**
 * What the sign before the first item of such a list says of it: "- chest pain, - palpitations". Open where the sign may have been
 * taken for the mark of a line. Undefined for any other item.
 */
export function signedPolarity(list: readonly Token[], term: Term): FindingContext['polarity'] | undefined {
  if (!isSigned(list)) return undefined;
  if (term.from === 0) return /^[-−]$/.test(wordAt(list, term.to + 1)) ? 'unknown' : undefined;
  const isFirst = term.from === 1 || wordAt(list, term.from - 2) === ':';
  return isFirst && /^[-−]$/.test(wordAt(list, term.from - 1)) ? 'absent' : undefined;
}
