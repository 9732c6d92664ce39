import { citeFinding } from '../../../evidence/citations/citation-of';
import { findingMentions } from '../../../evidence/source/finding-mentions';
import { normalMentions, ruledOutIn } from '../../../evidence/source/normal-findings';
import type { SentenceFacts } from '../../../facts/extract';
import type { CheckInput, FindingDraft } from '../../check';
import { said, type Mention } from './mention';

/** Who examines has found it: told, in no answer of a patient. */
function isFound({ source, segment, fact }: Mention): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  return (
    said(fact) === 'present' && fact.answer === undefined && speaker !== 'patient' && speaker !== 'family'
  );
}

/**
 * "Lungs are clear", where the source finds crackles. Not where the statement names the finding itself, where the source
 * also denies it or leaves it open, or calls the part as it should be.
 */
export function checkNormals(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  const sources = input.sources.map(({ source }) => source);
  const ours = input.facts.flatMap(({ polarities }) => polarities);
  const found = ruledOutIn(sentence).flatMap((note) => {
    const { name } = note.concept;
    if (ours.some(({ concept }) => concept.name === name)) return [];
    const mentions = findingMentions(name, sources);
    if (!mentions.every(isFound) || normalMentions(name, sources).length > 0) return [];
    return mentions.slice(0, 1).map((mention) => ({ note, name, mention }));
  });
  const [first] = found;
  if (!first) return [];
  const { note, name, mention } = first;
  const words = input.statement.text.slice(note.start, note.end);
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `The source says that ${name} is present; the note says “${words}”.`,
      expected: 'present',
      citations: citeFinding(mention.source, mention.segment, mention.fact),
      fixes: [],
    },
  ];
}
