import { citeFinding } from '../../evidence/citations/citation-of';
import { findingMentions } from '../../evidence/source/finding-mentions';
import { relatedMentions } from '../../evidence/source/related-findings';
import type { PolarityFact } from '../../facts/fact';
import type { CheckInput, FindingDraft } from '../check';

/** What takes a part of a denial back, behind what is denied: "no vomiting except after meals". */
const exception =
  /^[^.;:!?\n,]{0,30},? ?\b(?:except(?:ing)?(?: for)?|apart from|aside from|other than|unless)\b/i;

const exceptionReach = 60;
/** "No vomiting between meals" denies it of the rest itself. */
const bounded =
  /^[\s,]*(?:between|at|during|in|on|after|before|when|with|while|today|now|currently|since|overnight|otherwise|for|other)\b/i;

function isExcepted(fact: PolarityFact, text: string): boolean {
  const { end } = fact.answer ?? fact;
  return fact.polarity === 'absent' && exception.test(text.slice(end, end + exceptionReach));
}

/**
 * A denial that loses its exception in the note, or gains one: "no vomiting" for "no vomiting except after meals". A hint,
 * since the exception may be told in words of its own elsewhere.
 */
export function lostException(note: PolarityFact, input: CheckInput): FindingDraft[] {
  const { text } = input.statement;
  const isOurs = isExcepted(note, text);
  const isPlain =
    note.polarity === 'absent' && note.certainty === 'certain' && note.experiencer === 'patient';
  if (!isPlain || note.time !== 'current' || (!isOurs && (note.narrowed || note.site !== undefined)))
    return [];
  const { name } = note.concept;
  const ours = input.facts
    .flatMap(({ polarities }) => polarities)
    .filter((fact) => fact.concept.name === name);
  if (ours.length > 1 || (!isOurs && bounded.test(text.slice(note.end)))) return [];
  const sources = input.sources.map(({ source }) => source);
  const told = findingMentions(name, sources);
  const [first] = told;
  const isOther = told.every(
    ({ source, fact }) =>
      fact.polarity === 'absent' &&
      fact.experiencer === 'patient' &&
      isExcepted(fact, source.text) !== isOurs &&
      (!isOurs || !fact.narrowed),
  );
  if (!first || !isOther || relatedMentions(note, sources).some(({ fact }) => fact.polarity !== 'absent'))
    return [];
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'not-sure',
      message: isOurs
        ? `The source denies ${name} without an exception.`
        : `The source denies ${name} with an exception that the note leaves out.`,
      expected: isOurs ? 'absent' : 'absent with an exception',
      citations: citeFinding(first.source, first.segment, first.fact),
      fixes: [],
    },
  ];
}
