import { citeSource } from '../../evidence/citations/citation-of';
import { socialTold, statesOf } from '../../evidence/source/social-facts';
import type { SentenceFacts } from '../../facts/extract';
import { isPastOrDenied, socialTopics, type SocialTopic } from '../../facts/persons/social-topics';
import type { SectionKind } from '../../text/section-kind';
import type { CheckInput, FindingDraft } from '../check';

/** What these hold is of others, or shall be. */
const left: ReadonlySet<SectionKind> = new Set(['family-history', 'instructions', 'allergies']);

/**
 * "Current smoker" of who quit, "denies alcohol" of who drinks, "lives alone" of who lives with a wife: what the note says of a
 * social fact is nothing that the source leaves possible.
 */
export function checkSocialStates(
  sentence: SentenceFacts,
  input: CheckInput,
  kind: SectionKind,
): FindingDraft[] {
  const words = input.statement.text.slice(sentence.start, sentence.end);
  if (left.has(kind) || isForbidden(words.replace(label, ''), kind)) return [];
  return socialTopics.flatMap((topic) => check(sentence, input, topic));
}

/** "Plan: …" */
const label = /^[\p{L}/& ]{1,20}:/u;
/** What shall be done stands here: "no alcohol" forbids it, and says nothing of what somebody drinks. */
const ordering: ReadonlySet<SectionKind> = new Set(['plan', 'assessment-and-plan']);
const forbids = /^\W*(?:\d+\W+)?(?:strictly )?(?:no|nil|avoid)\b/i;
const forbidsMore =
  /\b(?:no|nil|avoid) (?:more )?(?:nsaids?|anti-?inflammatories|driving|flying|swimming|sports?|gym|lifting|heavy lifting|sex|intercourse|work|fish oil|grapefruit)\b/i;

/** "No alcohol, no NSAIDs", and "no smoking" under the plan. */
function isForbidden(text: string, kind: SectionKind): boolean {
  return forbids.test(text) && (ordering.has(kind) || forbidsMore.test(text));
}

function check(sentence: SentenceFacts, input: CheckInput, topic: SocialTopic): FindingDraft[] {
  const text = input.statement.text.slice(sentence.start, sentence.end);
  const mentions = statesOf(text, sentence, topic, topic.note).filter(
    (mention) => !isPastOrDenied(text, mention),
  );
  const [ours] = mentions;
  if (!ours) return [];
  // "Former smoker, smokes again" says two things.
  if (!mentions.every(({ means }) => means.some((one) => ours.means.includes(one)))) return [];
  const told = input.sources.flatMap(({ source }) => {
    const said = socialTold(source, topic);
    return said ? [{ source, ...said }] : [];
  });
  const [first] = told;
  const isOpen = told.some(({ possible }) => possible.some((one) => ours.means.includes(one)));
  if (!first || isOpen) return [];
  const { source, by } = first;
  return [
    {
      start: sentence.start + ours.start,
      end: sentence.start + ours.end,
      verdict: 'contradicted',
      message: `The source tells otherwise of the ${topic.label}: “${source.text.slice(by.start, by.end)}”.`,
      expected: first.possible.join(' or '),
      citations: [citeSource(source, by.segment, by)],
      fixes: [],
    },
  ];
}
