import { citeFinding } from '../../../evidence/citations/citation-of';
import { findingMentions } from '../../../evidence/source/finding-mentions';
import { isSign, normalMentions } from '../../../evidence/source/normal-findings';
import { isAffirmed, isDenied, phraseFact, phraseMentions } from '../../../evidence/source/phrase-mentions';
import { relatedMentions } from '../../../evidence/source/related-findings';
import type { SentenceFacts } from '../../../facts/extract';
import type { PolarityFact } from '../../../facts/fact';
import { affirmedPhrases, deniedPhrases } from '../../../facts/findings/noun-phrases';
import { vaccinated } from '../../../facts/findings/polarity';
import { inSection } from '../../../facts/context/section-context';
import { excludes } from '../../../facts/findings/subtypes';
import { type SectionKind, statementKind } from '../../../text/section-kind';
import { overlaps } from '../../../text/span';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { checkDeniedClauses } from './denied-clauses';
import { asDeniedOfPast } from './of-past';
import { isOfOtherEnd } from './directions';
import { isOthersOpinion } from './others-opinion';
import { checkRelatives } from './of-relatives';
import { lostException } from './exception';
import { checkResults } from './of-results';
import { isOfOtherOccasion, isToldAsOver } from './occasion';
import { isFoundByPressing, isOfExaminer, isUnfelt, said, type Mention, type OfNote } from './mention';
import { checkNormals } from './normal';
import { isOfOtherKind, toldWithTheSame } from './narrowed';
import { isAtOtherTime, isMeasuredAlone, isQualified, qualifierReach } from './qualified';
import { noteFinding } from './note-finding';
import { isOfReaction, opposed } from './opposition';
import { cancersOfRelatives } from '../relatives-details';
import { checkSocialStates } from '../social-state';

// What these hold is not about the patient as they are now.
const notThePatientNow: ReadonlySet<SectionKind> = new Set(['family-history', 'allergies']);
// What is planned is not yet so; its phrases are compared by no dictionary.
const wordless: ReadonlySet<SectionKind> = new Set(['plan', 'instructions']);

function draft(note: PolarityFact, name: string, { source, segment, fact }: Mention): FindingDraft {
  const absent = said(fact) === 'absent';
  return {
    start: note.cue ? Math.min(note.cue.start, note.start) : note.start,
    end: note.end,
    verdict: 'contradicted',
    message: absent
      ? `The source says that there is no ${name}; the note says that it is present.`
      : `The source says that ${name} is present; the note says that it is absent.`,
    expected: absent ? 'absent' : 'present',
    citations: citeFinding(source, segment, fact),
    fixes: [],
  };
}

/** What an examination finds may differ from what the patient reports: "not breathless on examination". */
function isExamined(input: CheckInput, kind: SectionKind): boolean {
  return kind === 'examination' || /\b(?:seen|visible|on inspection)\b/i.test(input.statement.text);
}

/** What the patient says, or the clinician says back to them ("you said you're breathless"). */
function isReported({ source, segment, fact }: Mention): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (fact.polarity !== 'present' || speaker === undefined) return false;
  // "Mouth sores?" – "One, gone in four days."
  if (fact.answer !== undefined) return true;
  const before = source.text.slice(Math.max(0, fact.start - saidBackReach), fact.start);
  return speaker === 'patient' || speaker === 'family' || saidBack.test(before);
}

const saidBackReach = 80;
const saidBack =
  /\byou(?:'re| are| have|'ve| were)? (?:said|mention|told|tell|report|feel|felt|been|having|get|got|a bit|notic)/i;

/** "No acute fracture" denies all of what a note calls an acute fracture. */
function asQualified(note: PolarityFact, input: CheckInput, mention: Mention): Mention {
  const { cue, narrowed, ...bare } = mention.fact;
  const word = cue && mention.source.text.slice(cue.start, cue.end).toLowerCase().split(/\s+/).at(-1);
  if (!narrowed || !cue || !word || mention.fact.polarity !== 'absent') return mention;
  const before = input.statement.text
    .slice(Math.max(0, note.start - qualifierReach), note.start)
    .toLowerCase();
  return before.split(/\s+/).includes(word) ? { ...mention, fact: { ...bare, cue } } : mention;
}

function checkFinding(
  sentence: SentenceFacts,
  read: PolarityFact,
  input: CheckInput,
  kind: SectionKind,
): FindingDraft[] {
  const fact = asDeniedOfPast(read, input.statement.text);
  const { name } = fact.concept;
  const note = noteFinding(sentence, fact, input);
  // "No headache now, some headaches before": a note that tells the cases apart has not mixed them up.
  const ours = input.facts.flatMap((sentence) => sentence.polarities);
  const ourWord = said(note);
  if (ours.some((fact) => fact.concept.name === name && said(fact) !== ourWord)) return [];
  const isExam = isExamined(input, kind);
  const isQualifiedHere = isQualified(fact, input.statement.text);
  const isOnlySeen = note.polarity === 'present' && isOfExaminer(kind, input.statement.text);
  const mayBeSeen = (isExam || isSign(name)) && isMeasuredAlone(fact, input.statement.text);
  if (isQualifiedHere && !mayBeSeen) return [];
  const sources = input.sources.map(({ source }) => source);
  if (
    note.polarity === 'present' &&
    isOthersOpinion(input.statement.text.slice(0, fact.start), name, sources)
  )
    return [];
  const noted = input.statement.text.slice(fact.concept.start, fact.concept.end);
  const mentions = [
    ...findingMentions(name, sources),
    ...relatedMentions(note, sources),
    ...((isExam || isSign(name)) && note.polarity === 'present' ? normalMentions(name, sources) : []),
  ]
    .filter(
      (mention) => !isOtherKind(note, mention) && !isOfReaction(mention) && (!isExam || !isReported(mention)),
    )
    .filter((mention) => !(isOnlySeen && isUnfelt(mention)))
    .filter((mention) => isExam || !isAtOtherTime(fact, input.statement.text, mention))
    .filter(
      (mention) =>
        !(note.polarity === 'absent' && !note.ever && (isOfOtherOccasion(mention) || isToldAsOver(mention))),
    )
    .filter((mention) => !isOfOtherKind(sentence, note, mention))
    .filter(({ source, segment, fact: theirs }) => {
      const told = source.factsAt(segment, theirs.start);
      return !told || !isOfOtherEnd([sentence, fact], [told, theirs]);
    })
    .filter((mention) => !(note.polarity === 'present' && isFoundByPressing(noted, mention)))
    .map((mention) => asQualified(note, input, mention));
  const found = opposed(note, mentions) ?? toldWithTheSame(sentence, note, mentions);
  if (isQualifiedHere && !(found && isSeenAbsent(found, mentions))) return [];
  return found ? [draft(note, name, found)] : lostException(note, input);
}

/** "Not jaundiced, well, maybe a tinge": so many letters behind a denial may take some of it back. */
const hedgeReach = 60;
const hedges =
  /\b(?:well|but|maybe|perhaps|only|just|bit|little|tinge|slight\w*|touch|trace|mild\w*|minimal\w*|some|hint|almost|really|though|except)\b/i;

/** "No tremor." of who examines, where nobody speaks of any: even a little of it was looked for. */
function isSeenAbsent({ source, segment, fact }: Mention, mentions: readonly Mention[]): boolean {
  const isTold = fact.cue !== undefined && fact.answer === undefined;
  const behind = source.text.slice(fact.end, fact.end + hedgeReach);
  return (
    isTold &&
    !hedges.test(behind) &&
    source.segments[segment]?.turn?.speaker === 'clinician' &&
    mentions.every(({ fact: { polarity } }) => polarity === 'absent')
  );
}

/** "No HFpEF" of a patient with HFrEF, "T2DM" in a note beside "no type 1 diabetes": what is denied is another kind. */
function isOtherKind(note: OfNote, { fact }: Mention): boolean {
  const differ = fact.concept.name === note.concept.name && said(fact) !== said(note);
  return differ && said(fact) !== 'unknown' && !excludes(note, fact);
}

/** "Combined pill to be avoided": what is named is what shall not be. */
function isPutOff({ statement: { text } }: CheckInput): boolean {
  return /\b(?:to be|should be|is|are) (?:avoided|withheld|stopped|omitted)\b/i.test(text);
}

/** Findings that no dictionary holds are compared by their words: what is denied on one side, and affirmed on the other. */
function checkPhrases(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  const sources = input.sources.map(({ source }) => source);
  const known = sentence.polarities.map(({ concept }) => concept);
  const affirmed = isPutOff(input)
    ? []
    : affirmedPhrases(sentence.tokens).filter(({ key }) => sources.some((source) => isDenied(source, key)));
  const denied = deniedPhrases(sentence.tokens).filter(({ key }) =>
    sources.some((source) => isAffirmed(source, key)),
  );
  return [...affirmed, ...denied].flatMap((phrase) => {
    const note = phraseFact(sentence, phrase);
    if (known.some((concept) => overlaps(concept, note))) return [];
    const mentions = sources.flatMap((source) =>
      phraseMentions(source, phrase.key).map((mention) => ({ source, ...mention })),
    );
    // What words alone make the same needs every place to say so.
    const opposite = said(note) === 'present' ? 'absent' : 'present';
    if (mentions.some(({ fact }) => said(fact) !== opposite)) return [];
    const found = opposed(note, mentions);
    return found ? [draft(note, `"${input.statement.text.slice(note.start, note.end)}"`, found)] : [];
  });
}

/** A symptom or finding that is present in the note and only ever absent in the source, or the other way round. */
export const faithfulnessPolarity: Check = {
  rule: 'faithfulness/polarity',
  axis: 'faithfulness',
  reports: 'The source says the opposite: present for absent, or absent for present.',
  harm: 2,
  yieldsTo: ['faithfulness/experiencer', 'faithfulness/allergy'],
  run: (input) => {
    const kind = statementKind(input.statement, input.section);
    const facts = input.facts.map((sentence) => ({
      ...sentence,
      polarities: sentence.polarities
        .filter(({ concept }) => kind !== 'immunizations' || !vaccinated.has(concept.name))
        .map((fact) => inSection(fact, kind)),
    }));
    const ofRelatives = facts.flatMap((sentence) => [
      ...checkRelatives(sentence, input, kind),
      ...cancersOfRelatives(sentence, input),
    ]);
    if (notThePatientNow.has(kind)) return ofRelatives;
    const read = { ...input, facts };
    const found = [
      ...ofRelatives,
      ...checkResults(input),
      ...facts.flatMap((sentence) =>
        sentence.polarities.flatMap((note) => checkFinding(sentence, note, read, kind)),
      ),
      ...(kind === 'plan' ? [] : facts.flatMap((sentence) => checkNormals(sentence, read))),
      ...(wordless.has(kind) ? [] : facts.flatMap((sentence) => checkPhrases(sentence, read))),
      ...facts.flatMap((sentence) => checkDeniedClauses(sentence, read)),
    ];
    // "Active smoker" is a finding, too: it is told once.
    const states = facts.flatMap((sentence) => checkSocialStates(sentence, read, kind));
    return [...found, ...states.filter((state) => !found.some((one) => overlaps(one, state)))];
  },
};
