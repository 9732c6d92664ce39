import { citeSource } from '../../evidence/citations/citation-of';
import { findingMentions } from '../../evidence/source/finding-mentions';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { relativeBefore } from '../../facts/persons';
import type { CheckInput, FindingDraft } from '../check';

/** Who has or lacks what a mention names: a relative, told apart by the words before ("maternal grandmother"). */
function whose(sentence: SentenceFacts, fact: PolarityFact): string | undefined {
  const at = sentence.tokens.findIndex(({ start }) => start >= fact.concept.start);
  return at < 0 ? undefined : relativeBefore(sentence.tokens, at);
}

/** What is plainly said of a relative, at whatever time: what they had once, they have had. */
function saidOf(fact: PolarityFact): 'present' | 'absent' | undefined {
  const isPlain = fact.experiencer === 'family' && fact.certainty === 'certain' && !fact.narrowed;
  return isPlain && fact.polarity !== 'unknown' ? fact.polarity : undefined;
}

function check(sentence: SentenceFacts, note: PolarityFact, input: CheckInput): FindingDraft[] {
  const ours = saidOf(note);
  const relative = whose(sentence, note);
  if (ours === undefined || relative === undefined) return [];
  const { name } = note.concept;
  const mentions = findingMentions(
    name,
    input.sources.map(({ source }) => source),
  ).filter(({ fact }) => fact.experiencer === 'family');
  const theirs = mentions.filter(({ source, segment, fact }) => {
    const own = source.factsAt(segment, fact.start);
    const told = own && whose(own, fact);
    // "Any fainting in the family?" "No.": what nobody has, no relative has.
    return own !== undefined && (told === relative || (told === undefined && saidOf(fact) === 'absent'));
  });
  // "Cancer runs in the family" may be about the very relative.
  if (mentions.some(({ fact }) => saidOf(fact) === ours) || theirs.some(({ fact }) => !saidOf(fact)))
    return [];
  const [told] = theirs;
  if (!told) return [];
  const absent = ours === 'present';
  return [
    {
      start: note.cue ? Math.min(note.cue.start, note.start) : note.start,
      end: note.end,
      verdict: 'contradicted',
      message: absent
        ? `The source says that the ${relative} has no ${name}; the note says otherwise.`
        : `The source tells of ${name} in the ${relative}; the note says that there is none.`,
      expected: absent ? 'absent' : 'present',
      citations: [citeSource(told.source, told.segment, told.fact)],
      fixes: [],
    },
  ];
}

/** "Father had no brain cancer", where the source says that he had: the same relative, the same finding, all mentions opposite. */
export function checkRelatives(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  return sentence.polarities.flatMap((note) => check(sentence, note, input));
}
