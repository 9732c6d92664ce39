import type { NamedAllergen } from '../../facts/allergies/allergens';
import type { Span } from '../../text/span';
import type { SourceIndex } from './source-index';

/** "Latex? No, that's my wife.": a name that is only asked back is what the next sentence says of it. */
export function isAskedBack(text: string, sentences: readonly Span[], at: number): boolean {
  const [own, next] = [sentences[at], sentences[at + 1]];
  return (
    own !== undefined &&
    next !== undefined &&
    /^[^.?!]{1,40}\?\s*$/.test(text.slice(own.start, own.end)) &&
    /^\W*(?:(?:oh|uh|um|well)\W+)*(?:no|nope|nah|never|not)\b/i.test(text.slice(next.start, next.end))
  );
}

/** "She's got an EpiPen": what is carried against a reaction is none that one reacts to. */
export function isCarriedAgainst({ written }: NamedAllergen): boolean {
  return /\b(?:epi ?-?pens?|jext|auvi-?q|emerade|auto-?injectors?)\b/i.test(written);
}

const takenOff = [
  /\b(?:take|taking|took|taken|remove|removing|removed|strike|delete|cross) (?:\p{L}+ ){1,4}?off (?:of )?(?:the|his|her|your|their) (?:\p{L}+ )?(?:chart|list|record|file|allerg\p{L}+)\b/iu,
  /\b(?:not|n['’]t|never|no) (?:really |actually |truly )?(?:an? )?(?:true |real |proper |actual )?allerg(?:y|ic)(?: reaction| rash)?(?=\W*(?:[.,;]|$|to (?:it|that|this)\b))/i,
  /\bnon-?allergic\b/i,
];

/** True where a clinician says of an allergy that it is none, and takes it off the list. */
export function isTakenOff({ text, segments }: SourceIndex): boolean {
  return segments.some(
    ({ turn, sentences }) =>
      turn?.speaker === 'clinician' &&
      sentences.some(({ start, end }) => {
        const words = text.slice(start, end);
        return !words.includes('?') && takenOff.some((pattern) => pattern.test(words));
      }),
  );
}
