import { citeFinding } from '../../../evidence/citations/citation-of';
import { findingMentions, type FindingMention } from '../../../evidence/source/finding-mentions';
import { relatedMentions } from '../../../evidence/source/related-findings';
import { sidesOf } from '../../../evidence/source/source-sides';
import { sameRegion } from '../../../facts/findings/body-regions';
import type { PolarityFact } from '../../../facts/fact';
import { plainPolarity } from '../../../facts/findings/polarity';
import { sideMentions } from '../../../facts/sides/mentions';
import { type SectionKind, statementKind } from '../../../text/section-kind';
import type { CheckInput, FindingDraft } from '../../check';

/** What these tell of one side may be told of the other in the next line. */
const bySide: ReadonlySet<SectionKind> = new Set([
  'examination',
  'findings',
  'results',
  'plan',
  'instructions',
  'past-history',
  'family-history',
]);

/** A statement that tells the sides apart, or names one as an example. */
const tellsApart =
  /\b(?:worse|more|greater|predominant\w*|mainly|mostly|especially|particularly|initially|first|than)\b|[<>]/i;

/**
 * "Bilateral ear pain" for the left ear, or "left knee pain" for both knees: only where all that the sources say of the finding has
 * the one side, or both, and they speak of no other side of that part of the body.
 */
export function oneOrBothSides(input: CheckInput): FindingDraft[] {
  const kind = statementKind(input.statement, input.section);
  const facts = input.facts.flatMap(({ polarities }) => polarities);
  const written = new Set([...input.facts.flatMap(sideMentions), ...facts].flatMap(({ side }) => side ?? []));
  if (written.size !== 1 || tellsApart.test(input.statement.text)) return [];
  return facts.flatMap((fact): FindingDraft[] => {
    if (fact.side === undefined || plainPolarity(fact) !== 'present') return [];
    const isBoth = fact.side === 'bilateral';
    if (!isBoth && bySide.has(kind)) return [];
    const sources = input.sources.map(({ source }) => source);
    const all = [...findingMentions(fact.concept.name, sources), ...relatedMentions(fact, sources)];
    const told = all.filter(isOfPatient);
    const sided = told.filter((mention) => mention.fact.side !== undefined);
    const [first] = sided;
    const theirs = first?.fact.side;
    if (!first || theirs === undefined || (theirs === 'bilateral') === isBoth) return [];
    if (sided.some((mention) => mention.fact.side !== theirs) || namesOtherSide(fact, first, theirs))
      return [];
    const says = theirs === 'bilateral' ? 'both sides' : `the ${theirs}`;
    return [
      {
        start: fact.start,
        end: fact.end,
        // Of what is on both sides, a note may tell one side at a time.
        verdict: isBoth ? 'contradicted' : 'not-sure',
        message: `The source says ${says} for ${fact.concept.name}, not ${isBoth ? 'both sides' : `the ${fact.side}`}.`,
        expected: says,
        citations: citeFinding(first.source, first.segment, first.fact),
        fixes: [],
      },
    ];
  });
}

function isOfPatient({ fact }: FindingMention): boolean {
  return fact.polarity !== 'absent' && fact.experiencer === 'patient';
}

/** True where the source of a mention speaks of another side of the same part, or of a part that it leaves out. */
function namesOtherSide(
  note: PolarityFact,
  { source, segment, fact }: FindingMention,
  theirs: PolarityFact['side'],
): boolean {
  const own = sidesOf(source).find(
    (place) => place.segment === segment && place.mention.side === theirs && isNear(place.mention, fact),
  );
  const part = own?.mention.part ?? own?.carried ?? fact.site ?? note.site;
  return sidesOf(source).some(({ mention, carried }) => {
    if (mention.side === theirs) return false;
    const other = mention.part ?? carried;
    return part === undefined || other === undefined || other === part || sameRegion(other, part);
  });
}

/** Characters. */
const nearby = 60;

function isNear(mention: { start: number; end: number }, fact: PolarityFact): boolean {
  return mention.start - fact.end < nearby && fact.start - mention.end < nearby;
}
