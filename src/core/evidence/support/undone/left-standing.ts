import { stemmer } from 'stemmer';
import { affirmsByClause } from '../../../facts/answers/affirming';
import type { SentenceFacts } from '../../../facts/extract';
import { contains } from '../../../text/span';
import type { Token } from '../../../text/tokens';
import { saidIn } from '../said-sequence';
import { isDenying, type Subject } from './denied-subject';
import { classes, examined, phrasesOf, startsWith } from './undone-words';

/** A loose exception takes something only so near behind what is told, another one as far as this. */
const looseReach = 3;
const reach = 8;

/**
 * True for a sentence behind a plain "no" that leaves it standing: another denial, in words of the question or of none, or
 * nothing but thanks.
 * @param known stems of the words of the question and of the claim
 */
export function isNeutral({ tokens, polarities }: SentenceFacts, known: ReadonlySet<string>): boolean {
  const list = withoutFillers(tokens);
  const isDenial = list.some(({ text }) => isDenying(text));
  if (isDenial && phrasesOf('exceptions', list).length + phrasesOf('softExceptions', list).length > 0)
    return false;
  const absent = polarities.filter(({ polarity }) => polarity === 'absent').map(({ concept }) => concept);
  return list.every((token) => {
    if (token.kind === 'mark' || classes.friendly.has(token.text)) return true;
    if (!isDenial) return false;
    return (
      classes.neutral.has(token.text) ||
      isDenying(token.text) ||
      known.has(stemmer(token.text)) ||
      absent.some((concept) => contains(concept, token))
    );
  });
}

/** True for a sentence of nothing but agreement and thanks. */
export function isFriendly({ tokens }: SentenceFacts): boolean {
  return tokens.every(({ text, kind }) => kind === 'mark' || classes.friendly.has(text) || text === 'no');
}

/** True when what stands behind a denial in its own sentence takes a part of it. */
export function isExcepted({ words, names }: Subject, sentence: SentenceFacts, from: number): boolean {
  const rest = sentence.tokens.slice(from, from + reach);
  const isOwn = (value: string): boolean => value.split(' ').every((word) => words.has(word));
  if (
    phrasesOf('exceptions', rest).some(
      (one) => !isOwn(one.value) && (!classes.loose.has(one.value) || one.from <= looseReach),
    )
  )
    return true;
  return phrasesOf('softExceptions', rest).some(
    (one) => !isOwn(one.value) && !namesElse(sentence, from + one.to, names, words),
  );
}

/** True when behind token `from` another finding is named, in none of the claim's words: "no fever, just a cough". */
function namesElse(
  { tokens, polarities }: SentenceFacts,
  from: number,
  names: ReadonlySet<string>,
  words: ReadonlySet<string>,
): boolean {
  const start = tokens[from]?.start ?? Infinity;
  return polarities.some(
    ({ concept }) =>
      concept.start >= start &&
      !names.has(`#${concept.name}`) &&
      !tokens.some((token) => contains(concept, token) && words.has(token.text)),
  );
}

const oneOfSeveral =
  /\b(?:other|left|right|top|bottom|upper|lower|inner|outer|middle|big|bigger|small|smaller|first|second|third|last) ones?\b/;

/** True when a sentence tells of one of several: "the bottom one's red". */
export function picksOne(text: string): boolean {
  return oneOfSeveral.test(text.toLowerCase());
}

/** True for a sentence, next to a denial that was told, which takes something of it back. */
export function takesBack(subject: Subject, sentence: SentenceFacts, text: string): boolean {
  const list = withoutFillers(sentence.tokens);
  if (picksOne(text) || affirmsByClause(text)) return true;
  const isDenial = list.some(({ text: word }) => isDenying(word));
  if (isDenial && /\b(?:not (?:now|today|since|yet)|more than)\b/.test(text.toLowerCase())) return true;
  if (isDenial) return false;
  if (startsWith('openers', list) && !namesElse(sentence, 0, subject.names, subject.words)) return true;
  return sharesName(subject, sentence) && !text.trimEnd().endsWith('?');
}

/** True when a sentence names what the claim is about, or asks for it where it is touched. */
export function sharesName({ names, words }: Subject, sentence: SentenceFacts): boolean {
  if (saidIn(sentence).some(({ name }) => names.has(name))) return true;
  const groups = new Set([...words].flatMap((word) => examined.get(word) ?? []));
  const list = sentence.tokens.map(({ text }) => text);
  return (
    list.some((word) => groups.has(examined.get(word) ?? '')) &&
    list.some((word) => classes.touching.has(word))
  );
}

/** A sentence without what only opens it: "um", "okay", "well, no". */
function withoutFillers(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ text, kind }) => kind !== 'mark' && !fillers.test(text));
  // "Well, no" denies; "well, once" takes back.
  const isOpening = isDenying(tokens[from]?.text ?? '') || !/^(?:well|oh)$/.test(tokens[0]?.text ?? '');
  return from > 0 && isOpening ? tokens.slice(from) : tokens;
}

const fillers = /^(?:um+|uh+|er+m*|mm+|hm+|ah|oh|well|so|and|okay|ok|alright|right)$/;
