import { citeFinding } from '../../evidence/citations/citation-of';
import { findingMentions, isMentionAsked, type FindingMention } from '../../evidence/source/finding-mentions';
import { relatedMentions } from '../../evidence/source/related-findings';
import { toldCourse, type ToldCourse } from '../../evidence/source/told-course';
import type { PolarityFact } from '../../facts/fact';
import { notedAs, saysLongAgo, saysOver } from '../../facts/findings/course';
import { type SectionKind, statementKind } from '../../text/section-kind';
import type { Check, CheckInput, FindingDraft } from '../check';
import { isOfOtherSide } from './polarity/narrowed';
import { isLifelong } from './polarity/opposition';

/** What these hold is of another time or person, or not yet so. */
const elsewhere: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'past-history',
  'plan',
  'instructions',
  'allergies',
  'medications',
  'technique',
  'immunizations',
]);
/** What these name without a verb is the patient's, now. */
const bareIsNow: ReadonlySet<SectionKind> = new Set([
  'chief-complaint',
  'history-of-present-illness',
  'review-of-systems',
]);

/** A note that itself speaks of what may come, or of an earlier time. */
const aside =
  /\b(?:return|if|in case|risk|red flags?|warn\w*|counsel\w*|advised?|precautions?|screen\w*|side effects?|monitor\w*|watch|educat\w*|discuss\w*|prevent\w*|fear\w*|worr\w*|concern\w*|safety|rule out|r\/o|history of|hx|h\/o|previous\w*|former\w*|past|childhood|prior|since|resolved|recover\w*|ago)\b/i;

type Told = { mention: FindingMention; course: ToldCourse };

const expectedOf: Partial<Record<ToldCourse, string>> = {
  over: 'over',
  'long-ago': 'long ago',
  contingent: 'only what may come',
  screened: 'only looked for',
  current: 'still present',
};

function draft(
  note: PolarityFact,
  { mention: { source, segment, fact }, course }: Told,
  verdict: 'contradicted' | 'not-sure',
): FindingDraft {
  const { name } = note.concept;
  const says: Partial<Record<ToldCourse, string>> = {
    over: `The source says that ${name} is over; the note says that it is present.`,
    'long-ago': `The source tells of ${name} years ago; the note says that it is present.`,
    contingent: `The source names ${name} only as what may come; the note says that it is present.`,
    screened: `In the source ${name} is only looked for; the note says that it is present.`,
    current: `The source says that ${name} is still present; the note says that it is over.`,
  };
  return {
    start: note.start,
    end: note.end,
    verdict,
    message: says[course] ?? '',
    expected: expectedOf[course] ?? '',
    citations: citeFinding(source, segment, fact),
    fixes: [],
  };
}

/** What is told of a finding, without what says nothing of it. */
function toldOf(note: PolarityFact, input: CheckInput): Told[] {
  const sources = input.sources.map(({ source }) => source);
  return [...findingMentions(note.concept.name, sources), ...relatedMentions(note, sources)]
    .map((mention) => ({ mention, course: toldCourse(mention) }))
    .filter(({ course, mention }) => course !== 'open' && !isOfOtherSide(note, mention.fact));
}

/** "Acute stroke", "presents with fever": there now, where the source tells that it is over, or may come. */
function checkCurrent(note: PolarityFact, input: CheckInput, kind: SectionKind): FindingDraft[] {
  const { text } = input.statement;
  const own = /[^.!?\n]*$/.exec(text.slice(0, note.start))?.[0] ?? '';
  const clause = own + (/^[^.!?\n]*/.exec(text.slice(note.start))?.[0] ?? '');
  if (aside.test(clause) || saysLongAgo(clause) || saysOver(clause)) return [];
  const noted = notedAs(text, note) ?? (bareIsNow.has(kind) ? 'bare' : undefined);
  if (noted === undefined) return [];
  const told = toldOf(note, input);
  const all = (...courses: ToldCourse[]): boolean =>
    told.length > 0 && told.every(({ course }) => courses.includes(course));
  const first = (course: ToldCourse): Told | undefined => told.find((one) => one.course === course);
  const sure = noted === 'current' && kind !== 'assessment' && kind !== 'assessment-and-plan';
  if (all('over', 'long-ago')) {
    const found = first('over');
    if (found && noted !== 'bare')
      return [draft(note, found, noted === 'current' ? 'contradicted' : 'not-sure')];
    const [once] = told;
    const isHint = isLifelong(note.concept.name) || noted !== 'current';
    return once && !isHint ? [draft(note, once, sure ? 'contradicted' : 'not-sure')] : [];
  }
  if (all('contingent', 'screened')) {
    const found = noted === 'current' ? first('contingent') : (first('screened') ?? first('contingent'));
    const isOpen =
      found === undefined || found.mention.fact.concept.name !== note.concept.name || isAskedFor(note, input);
    return !isOpen ? [draft(note, found, noted === 'bare' ? 'not-sure' : 'contradicted')] : [];
  }
  return [];
}

/** "Heartburn, resolved", where the patient has it every day. */
function checkOver(note: PolarityFact, input: CheckInput): FindingDraft[] {
  const { text } = input.statement;
  const behind = /^[^.;!?\n]{0,40}/.exec(text.slice(note.end))?.[0] ?? '';
  const before = /[^.;!?\n]{0,20}$/.exec(text.slice(0, note.start))?.[0] ?? '';
  if (
    !/^[\s,(]*(?:(?:has|have|is|are|now|all|completely|fully|since|which)\s+)*(?:resolved|gone|cleared|subsided|over|settled)\b/i.test(
      behind,
    ) &&
    !/\b(?:former|resolved)\s+$/i.test(before)
  )
    return [];
  if (isGoneByPart(note, input)) return [];
  const told = toldOf(note, input);
  const [found] = told.filter(({ course }) => course === 'current');
  const agree = told.every(
    ({ course, mention: { fact } }) =>
      course === 'current' ||
      (course === 'other' && fact.polarity === 'present' && fact.time === 'current' && !fact.narrowed),
  );
  return found && agree ? [draft(note, found, 'contradicted')] : [];
}

/** "Throat's gone" of a sore throat: what was wrong with a part is told as over by the part's name. */
function isGoneByPart({ concept: { name } }: PolarityFact, { sources }: CheckInput): boolean {
  const parts = name.split(/[^\p{L}]+/u).filter((word) => word.length > 3);
  const over = new RegExp(
    String.raw`\b(?:${parts.join('|')})(?:['’]s| is| has| got)? (?:all |now |completely )?(?:gone|cleared|resolved|settled|better|went away|fine)\b`,
    'i',
  );
  return parts.length > 1 && sources.some(({ source }) => over.test(source.text));
}

/** "Have you had any fevers?" – "Just the one night.": an answer in other words may say that it is there. */
function isAskedFor({ concept }: PolarityFact, { sources }: CheckInput): boolean {
  return findingMentions(
    concept.name,
    sources.map(({ source }) => source),
  ).some(isMentionAsked);
}

function check(note: PolarityFact, input: CheckInput, kind: SectionKind): FindingDraft[] {
  if (note.experiencer !== 'patient') return [];
  const isNow = note.polarity === 'present' && note.time === 'current' && note.certainty === 'certain';
  return isNow ? checkCurrent(note, input, kind) : checkOver(note, input);
}

/** A finding that is over, may come or is looked for given for one that is there, or one that is there given for one that is over. */
export const faithfulnessTemporality: Check = {
  rule: 'faithfulness/temporality',
  axis: 'faithfulness',
  reports:
    'A finding is there now in the note, and over or only to be watched for in the source, or the other way round.',
  harm: 3,
  yieldsTo: ['faithfulness/polarity', 'faithfulness/experiencer'],
  run(input) {
    const kind = statementKind(input.statement, input.section);
    if (elsewhere.has(kind) || input.sources.length === 0) return [];
    return input.facts.flatMap(({ polarities }) => polarities).flatMap((note) => check(note, input, kind));
  },
};
