import type { SentenceFacts } from '../../../facts/extract';
import { contains } from '../../../text/span';
import type { Subject } from './denied-subject';
import { classes } from './undone-words';

/**
 * "Reflexes normal in the arms, absent in the legs": a sentence tells where, when or how something is well, which the claim leaves
 * out.
 * @param from the token behind the name of what is well
 */
export function goesOn({ words }: Subject, { tokens, polarities }: SentenceFacts, from: number): boolean {
  const well = polarities.filter(({ polarity }) => polarity === 'absent');
  return tokens
    .slice(from)
    .some(
      (token) =>
        token.kind !== 'mark' &&
        !words.has(token.text) &&
        !classes.friendly.has(token.text) &&
        !ofWhole.test(token.text) &&
        !well.some((fact) => contains(fact, token)),
    );
}

const ofWhole =
  /^(?:and|no|now|today|too|also|well|both|sides|bilaterally|throughout|is|are|looks?|feels?|the|your)$/;
