import type { SentenceFacts } from '../../facts/extract';
import { relativesIn } from '../../facts/persons/persons';
import type { Token } from '../../text/tokens';
import { classes, populationsIn } from './words';

/** Verbs of the past by which a patient got something, where no auxiliary says so. */
const told = /^(?:took|received|got|underwent|tolerated)$/;

/** True for what a guideline cannot say: what somebody has or takes, or what was done. */
export function isOfOnePatient(claim: readonly SentenceFacts[]): boolean {
  return claim.some(({ tokens }) => {
    const words = tokens.map(({ text }) => text);
    const isTold =
      !words.some((word) => classes.auxiliaries.has(word)) && words.some((word) => told.test(word));
    return (
      isTold ||
      words.some((word) => classes.past.has(word) || classes.persons.has(word)) ||
      namesRelative(tokens)
    );
  });
}

/** True where a relative is named; "children" are whom a guideline is for. */
export function namesRelative(list: readonly Token[]): boolean {
  return relativesIn(list).some((name) => populationsIn(new Set([name])).length === 0);
}
