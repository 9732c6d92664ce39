import { citeFinding } from '../../../evidence/citations/citation-of';
import { isMentionAsked, type FindingMention } from '../../../evidence/source/finding-mentions';
import type { PolarityFact } from '../../../facts/fact';
import { notedAs } from '../../../facts/findings/course';
import type { SectionKind } from '../../../text/section-kind';
import type { FindingDraft } from '../../check';

/** What a note names here without a verb is its diagnosis. */
export const diagnoses: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'impression',
]);

/** What is seen, reported or planned here is no judgement of what the patient has. */
const noJudgement: ReadonlySet<SectionKind> = new Set([
  'examination',
  'results',
  'findings',
  'review-of-systems',
  'plan',
  'instructions',
  'past-history',
  'family-history',
  'technique',
]);

/** A note that itself leaves the question open, or speaks of another time. */
const leftOpen =
  /\b(?:unlikely|less likely|not|no|doubt\w*|ruled? out|r\/o|exclud\w*|negative|differential|ddx|versus|vs|or|consider\w*|query|possib\w*|probab\w*|likely|suspect\w*|suspicion|concern\w*|risk|history of|hx|h\/o|previous\w*|past|screen\w*|prophyla\w*)\b|\?/i;

/** Words by which a source thinks more likely than not what it names behind them, or holds it open after a test. */
const strongDoubt =
  /\b(?:probabl[ey]|likely|suspicious for|suspect\w*|presum\w*|i think|(?:cannot|can['’]?t|can not|couldn['’]?t|could not|unable to|not) (?:be )?(?:ruled? out|excluded?))\b/i;
/** Words by which it is one thing among others. */
const weakDoubt =
  /\b(?:might|could|may|possibl[ey]|possibility|perhaps|maybe|wonder\w*|query|not sure (?:if|whether))\b/i;

/** So much of the sentence around a mention tells how sure it is. */
function around({ source, segment, fact }: FindingMention): string {
  const { start, end } = source.sentenceAt(segment, fact.start);
  return source.text.slice(start, Math.min(end, fact.end + 40));
}

function isJudged({ source, segment, fact }: FindingMention): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  return fact.answer === undefined && speaker !== 'patient' && speaker !== 'family';
}

/** True for what a source holds possible: a clinician who only names it ("it's probably pneumonia") has said so, too. */
export function isHeldPossible(mention: FindingMention): boolean {
  const { polarity, certainty, experiencer } = mention.fact;
  if (certainty !== 'uncertain' || experiencer !== 'patient' || isMentionAsked(mention)) return false;
  return polarity === 'present' || (polarity === 'unknown' && isJudged(mention));
}

/** What nobody has before it is proven. */
const malignant =
  /\b(?:cancer|carcinoma|malignan\w+|metasta\w+|lymphoma|leuk(?:a)?emia|melanoma|myeloma|sarcoma)\b/;

/** True for the name of a cancer. */
export function isMalignant(name: string): boolean {
  return malignant.test(name);
}

/**
 * "Malignancy on CT", where a source that speaks of it in doubt alone calls what is seen suspicious: a likely pneumonia is written
 * down as one, and a cancer is not.
 */
export function isUnprovenCancer(
  { concept, certainty, time }: PolarityFact,
  text: string,
  kind: SectionKind,
  said: readonly FindingMention[],
): boolean {
  if (!isMalignant(concept.name) || certainty !== 'certain' || time !== 'current') return false;
  if (unsettled.has(kind) || leftOpen.test(text)) return false;
  return said.every((one) => one.fact.certainty === 'uncertain' && isJudged(one));
}

/** What is planned here, or is of another person or time, says no cancer to be proven. */
const unsettled: ReadonlySet<SectionKind> = new Set([
  'plan',
  'instructions',
  'past-history',
  'family-history',
  'chief-complaint',
]);

/** True when every mention is a doubt of the kind that leaves other diagnoses as likely. */
export function isOneOfSeveralDoubts(mentions: readonly FindingMention[]): boolean {
  return mentions.every((one) => weakDoubt.test(around(one)) && !strongDoubt.test(around(one)));
}

function draft(
  fact: PolarityFact,
  { source, segment, fact: theirs }: FindingMention,
  verdict: FindingDraft['verdict'],
  says: string,
  expected: string,
): FindingDraft {
  return {
    start: fact.cue ? Math.min(fact.cue.start, fact.start) : fact.start,
    end: fact.end,
    verdict,
    message: says,
    expected,
    citations: citeFinding(source, segment, theirs),
    fixes: [],
  };
}

/** "DVT confirmed", where the source calls it unlikely and never says otherwise. */
export function confirmsUnlikely(
  fact: PolarityFact,
  mentions: readonly FindingMention[],
  text: string,
  kind: SectionKind,
  isConfirmed: boolean,
): FindingDraft[] {
  const { polarity, certainty, time } = fact;
  const { name } = fact.concept;
  if (polarity !== 'present' || certainty !== 'certain' || time !== 'current') return [];
  if (noJudgement.has(kind) || leftOpen.test(text)) return [];
  const told = mentions.filter((one) => !isMentionAsked(one));
  const found = told.find(({ fact: { certainty: sure } }) => sure === 'uncertain') ?? told[0];
  const isAll = told.every(
    (one) => one.fact.polarity === 'absent' && one.fact.experiencer === 'patient' && isJudged(one),
  );
  if (!found || !isAll) return [];
  const isSaid = isConfirmed || diagnoses.has(kind) || notedAs(text, fact) !== undefined;
  const says =
    found.fact.certainty === 'uncertain'
      ? `The source calls ${name} unlikely; the note says that it is present.`
      : `The source says that there is no ${name}; the note says that it is present.`;
  return [draft(fact, found, isSaid ? 'contradicted' : 'not-sure', says, 'unlikely')];
}

/** What settles a suspicion later on need not name it. */
const settling =
  /\b(?:clear|normal|negative|fine|nothing|came back|comes back|is back|ruled (?:it|that) out|all good|no sign)\b/i;

/** "No pneumonia", where all that the source says of it is that it is probable, or can't be ruled out. */
export function deniesProbable(
  fact: PolarityFact,
  mentions: readonly FindingMention[],
  kind: SectionKind,
): FindingDraft[] {
  if (fact.polarity !== 'absent' || fact.certainty !== 'certain' || fact.time !== 'current') return [];
  if (fact.narrowed || noJudgement.has(kind)) return [];
  const told = mentions.filter((one) => !isMentionAsked(one));
  const [found] = told;
  if (!found || !told.every((one) => isHeldPossible(one) && isJudged(one))) return [];
  const later = told.at(-1) ?? found;
  const behind = later.source.text.slice(later.source.sentenceAt(later.segment, later.fact.start).end);
  const isSure = told.every((one) => strongDoubt.test(around(one))) && !settling.test(behind);
  return [
    draft(
      fact,
      found,
      isSure ? 'contradicted' : 'not-sure',
      `The source holds ${fact.concept.name} possible; the note says that there is none.`,
      'possible',
    ),
  ];
}
