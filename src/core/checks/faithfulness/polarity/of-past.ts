import type { PolarityFact } from '../../../facts/fact';

const noPrevious = /^(?:no|nil|never any|without|denies) (?:any )?(?:previous|prior|past)\b/i;

/** "No previous skin cancer" denies one of the past, and none of today's. Any other finding is given back as it is. */
export function asDeniedOfPast(fact: PolarityFact, text: string): PolarityFact {
  const cue = fact.cue ? text.slice(fact.cue.start, fact.concept.start) : '';
  const { narrowed, ...bare } = fact;
  return fact.polarity === 'absent' && narrowed && noPrevious.test(cue) ? { ...bare, time: 'past' } : fact;
}

const wholeTime = /^[^.;]{0,40}?\b(?:throughout|at any (?:point|stage|time)|at all times)\b/i;

/** "Afebrile throughout", "no pain at any stage": what is denied of the whole time, by the words behind it. */
export function isOfWholeTime({ concept, polarity }: PolarityFact, text: string): boolean {
  return polarity === 'absent' && wholeTime.test(text.slice(concept.end));
}
