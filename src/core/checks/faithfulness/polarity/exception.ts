import { citeFinding } from '../../../evidence/citations/citation-of';
import { type FindingMention, findingMentions } from '../../../evidence/source/finding-mentions';
import { relatedMentions } from '../../../evidence/source/related-findings';
import type { PolarityFact } from '../../../facts/fact';
import { contentStems } from '../../../facts/findings/noun-phrases';
import { tokens } from '../../../text/tokens';
import type { CheckInput, FindingDraft } from '../../check';

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

/** The stems of what a denial leaves out: "an occasional cigar". */
function exceptedWords({ end }: PolarityFact, text: string): Set<string> {
  const rest = text.slice(end, end + exceptionReach);
  const words = /^[^.;\n]*/.exec(rest.slice(exception.exec(rest)?.[0].length ?? 0))?.[0] ?? '';
  return new Set(contentStems(tokens(words)).map(({ stem }) => stem));
}

/** So many segments around a denial may tell of its exception in words of their own. */
const saidReach = 3;

function isSaidNear(stems: ReadonlySet<string>, { source, segment }: FindingMention): boolean {
  return source
    .around(segment, saidReach)
    .some(({ sentences }) =>
      sentences.some(({ tokens: list }) => contentStems(list).some(({ stem }) => stems.has(stem))),
    );
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
  if (isOurs && told.some((mention) => isSaidNear(exceptedWords(note, text), mention))) return [];
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
