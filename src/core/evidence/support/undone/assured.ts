import type { SentenceFacts } from '../../../facts/extract';
import { isRelative } from '../../../facts/persons/persons';
import { isDenying } from './denied-subject';

const who = "(?:i|we|they|he|she|you|the (?:doctor|nurse|gp|clinic|hospital))(?:'ve| have|'s| has)?";
const lately = '(?: (?:just|already|even|always|all))*';
/** "I've checked, with the glass and everything", "I did look": it was looked for. */
const looked = new RegExp(
  `^(?:i|we)(?:'ve| have)?${lately} (?:checked|looked|did (?:look|check)|had a (?:good )?look)(?: (?:everywhere|all over|carefully|myself|for (?:it|that|them)))?(?:,? with the \\w+)?(?: and everything)?$`,
);
/** "They tested my sugar and it was fine", "they check it every year": somebody else has looked for it. */
const tested = new RegExp(
  `^${who}${lately} (?:check|checks|checked|test|tests|tested|done|did)\\b.* (?:was|were|is|came back|all) (?:all )?(?:fine|clear|normal|negative|okay|ok|good)$|^${who}${lately} (?:check|test)(?: (?:it|me|that|for it))? every (?:year|time|visit|month)$`,
);
/** "I'd have noticed", "I do her washing so I'd know". */
const wouldKnow =
  /^(?:i \w+(?: \w+){0,4},? so )?(?:i'd|i would|we'd)(?: have)? (?:know|noticed|notice|seen|felt|remember)(?: (?:it|that|them|one))?$/;
const openly = /\b(?:but|if|not|except|because|until|once|only|just the|yet|though|wouldn't|\w+n't)\b/;

/**
 * True for a sentence behind a "no", or one with it, that says how it is known: "I've checked", "they tested it and it was fine",
 * "I'd have noticed".
 */
export function isAssured({ tokens }: SentenceFacts): boolean {
  const words = tokens.map(({ text }) => text);
  while (words.length > 0 && (isDenying(words[0] ?? '') || /^[,.]$/.test(words[0] ?? ''))) words.shift();
  while (/^[.,!]$/.test(words.at(-1) ?? '')) words.pop();
  const said = words.join(' ').replace(/ ,/g, ',');
  return !openly.test(said) && [looked, tested, wouldKnow].some((one) => one.test(said));
}

const ofSpeaker =
  /^(?:i|me|my|mine|us|we|to|i'\p{L}+|we'\p{L}+|that|says?|said|thinks?|reckons?|tells?|told|notices?|noticed)$/u;

/** "My sister does", "my father had two", "my husband is": who has it is told, and of the patient nothing. */
export function isOfRelative({ tokens }: SentenceFacts): boolean {
  const [my, kin, verb, ...rest] = tokens.map(({ text }) => text);
  if (my !== 'my' || !isRelative(kin ?? '') || rest.some((word) => ofSpeaker.test(word))) return false;
  if (/^(?:had|has|got|gets)$/.test(verb ?? '')) return true;
  return (
    /^(?:does|did|do|is|was)$/.test(verb ?? '') && rest.every((word) => /^(?:[.,!]|too|though)$/.test(word))
  );
}

/** "He had one on his calf. He's all right.", behind such a sentence. */
export function isMoreOfRelative({ tokens }: SentenceFacts): boolean {
  const [first, ...rest] = tokens.map(({ text }) => text);
  return /^s?he(?:'s|'d)?$/.test(first ?? '') && !rest.some((word) => ofSpeaker.test(word));
}
