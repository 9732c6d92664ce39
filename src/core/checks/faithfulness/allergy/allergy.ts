import { citeSource } from '../../../evidence/citations/citation-of';
import { type SourceAllergies, sourceAllergies } from '../../../evidence/source/source-allergies';
import { namesMedicine } from '../../../evidence/source/source-medicines';
import { deniedAllergens, deniesAllergies } from '../../../facts/allergies/allergens';
import { isInScope } from '../../../facts/allergies/scope';
import { isIntolerance } from '../../../facts/allergies/intolerances';
import { contentStems } from '../../../facts/findings/noun-phrases';
import { editDistance } from '../../../terminology/edit-distance';
import { statementKind } from '../../../text/section-kind';
import { tokens } from '../../../text/tokens';
import { namesAnybody } from '../../consistency/patient-sex';
import { isAllergyList } from '../../consistency/places';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../../note-check';
import { type NotedAllergy, notedAllergies } from '../../noted-allergies';
import { wrongReaction } from './reaction';

type SourceAllergy = SourceAllergies['named'][number];

/** True when two names stand for one thing, or one for a class that holds the other ("penicillin", "amoxicillin"). */
function isSame(a: { name: string }, b: { name: string }, { terminology }: NoteCheckInput): boolean {
  const classes = new Set(terminology.classesOf(b.name));
  return a.name === b.name || terminology.classesOf(a.name).some((one) => classes.has(one));
}

/** A word of a transcript may be a slip for a name that differs in so many letters ("regulin" for Reglan). */
const slip = 2;
const shortestSlip = 6;

function mayBe(word: string, name: string): boolean {
  return name.length >= shortestSlip && word[0] === name[0] && editDistance(word, name, slip) <= slip;
}

/** True when a source has the allergen's name, or a word of it: what it says of it is for a person to read. */
function isSpokenOf(allergy: NotedAllergy, input: NoteCheckInput): boolean {
  const name = allergy.written.toLowerCase();
  const words = new Set(contentStems(tokens(allergy.written)).map(({ stem }) => stem));
  return input.sources.some(
    (source) =>
      namesMedicine(source, allergy.name, input.terminology) ||
      source.segments.some(({ sentences }) =>
        sentences.some(
          ({ tokens: list }) =>
            contentStems(list).some(({ stem }) => words.has(stem)) ||
            list.some(({ text }) => mayBe(text, name)),
        ),
      ),
  );
}

/** An allergen that no source names: they say that there are none, or name another one. */
function invented(allergy: NotedAllergy, input: NoteCheckInput, theirs: SourceAllergies): NoteFindingDraft[] {
  if (theirs.named.some((other) => isSame(allergy, other, input))) return [];
  const denied = theirs.deniedByName.find(({ name }) => name === allergy.name);
  if (denied) return isToleratedBadly(allergy, input) ? [] : [deniedByName(allergy, denied)];
  if (isSpokenOf(allergy, input)) return [];
  const denial = theirs.denied.find(({ what }) => isInScope(what, allergy, input.terminology));
  const [other] = theirs.named;
  const { at, start, end, written } = allergy;
  const evidence = other ?? denial;
  const draft = { at, start, end, fixes: [] };
  if (!evidence) {
    const message = `The source never names ${written}, nor an allergy.`;
    return [{ ...draft, verdict: 'not-addressed', message, citations: [] }];
  }
  return [
    {
      ...draft,
      verdict: 'contradicted',
      message: other
        ? `The source names an allergy to ${other.written}, and never ${written}.`
        : `The source says that there is no allergy; the note names one to ${written}.`,
      expected: other ? other.written : 'none',
      citations: [citeSource(evidence.source, evidence.segment, evidence.span)],
    },
  ];
}

/** "Allergies: penicillin (upset stomach)": a list of allergies may hold what is none, if it says so. */
function isToleratedBadly({ at }: NotedAllergy, { statements }: NoteCheckInput): boolean {
  const noted = statements[at];
  const listed = /intoleran|sensitiv|adverse/i.test(
    `${noted?.section?.title ?? ''} ${noted?.statement.text ?? ''}`,
  );
  return listed || (noted?.facts.some(({ tokens: list }) => isIntolerance(list)) ?? false);
}

/** "Allergic to latex?" "Not that I know of." */
function deniedByName(
  { at, start, end, written }: NotedAllergy,
  { source, segment, span }: SourceAllergies['deniedByName'][number],
): NoteFindingDraft {
  return {
    at,
    start,
    end,
    verdict: 'contradicted',
    message: `The source says that there is no allergy to ${written}.`,
    expected: 'none',
    citations: [citeSource(source, segment, span)],
    fixes: [],
  };
}

/** Under the heading or the label of the family history the allergies are those of relatives. */
function isOfFamily(
  statement: NoteCheckInput['statements'][number]['statement'],
  section: NoteCheckInput['statements'][number]['section'],
): boolean {
  return /family/i.test(section?.title ?? '') || statementKind(statement) === 'family-history';
}

/** "NKDA. Morphine: itch (intolerance)": what is told beside as no allergy. */
function isToldAsIntolerance(
  { statement: { text }, facts }: NoteCheckInput['statements'][number],
  { name }: SourceAllergy,
): boolean {
  const own = facts.filter(({ medications }) => medications.some((one) => one.name === name));
  return own.some(
    (sentence) =>
      calledIntolerance.test(text.slice(sentence.start, sentence.end)) || isIntolerance(sentence.tokens),
  );
}

const calledIntolerance =
  /\b(?:intoleran\w*|side[- ]?effects?|s\/e|sensitivit(?:y|ies)|adverse|not (?:an )?allerg\w*)/i;

const none = /^\W*(?:none|none known|no known|nil|nil known)\W*$/i;

/** The note says that there are none, and a source names one. */
function denied(input: NoteCheckInput, at: number, theirs: SourceAllergies): NoteFindingDraft[] {
  const { statement, section } = input.statements[at] ?? {};
  if (!statement || isOfFamily(statement, section)) return [];
  const listed = isAllergyList(section) && none.test(statement.text);
  const what = deniesAllergies(statement.text) ?? (listed ? 'all' : undefined);
  if (!what) return [];
  const found = theirs.named.find(
    (one: SourceAllergy) => !one.intolerance && isInScope(what, one, input.terminology),
  );
  const isBoth = theirs.denied.length > 0;
  if (!found || isBoth) return [];
  // "Plasters make her itch; nil allergies": a note that names it has weighed it.
  if (statement.text.toLowerCase().includes(found.written.toLowerCase())) return [];
  if (input.statements.some((one) => isToldAsIntolerance(one, found))) return [];
  return [
    {
      at,
      start: 0,
      end: statement.text.length,
      verdict: 'contradicted',
      message: `The source names an allergy to ${found.written}; the note says that there is none.`,
      expected: found.written,
      citations: [citeSource(found.source, found.segment, found.span)],
      fixes: [],
    },
  ];
}

/** "No allergy to latex", where the source names that very one as an allergy. */
function deniedOne(input: NoteCheckInput, at: number, theirs: SourceAllergies): NoteFindingDraft[] {
  const { statement, section, facts } = input.statements[at] ?? {};
  if (!statement || !facts || isOfFamily(statement, section)) return [];
  return facts
    .filter(({ tokens: list }) => !namesAnybody(list))
    .flatMap(({ tokens: list }) => deniedAllergens(statement.text, list, input.terminology))
    .flatMap(({ name, start, end }) => {
      const told = theirs.named.find((other) => other.name === name);
      if (!told || theirs.deniedByName.some((other) => other.name === name)) return [];
      return [
        {
          at,
          start,
          end,
          verdict: 'contradicted' as const,
          message: `The source names an allergy to ${told.written}; the note says that there is none.`,
          expected: told.written,
          citations: [citeSource(told.source, told.segment, told.span)],
          fixes: [],
        },
      ];
    });
}

/** An allergy that the source does not name, or one that it names where the note says that there is none. */
export const faithfulnessAllergy: NoteCheck = {
  rule: 'faithfulness/allergy',
  axis: 'faithfulness',
  reports: 'The source names another allergy or reaction, or none, or one that the note denies.',
  harm: 1,
  run(input) {
    if (input.sources.length === 0 || !/allerg|\bnkd?a\b|anaphyla/i.test(input.text)) return [];
    const theirs = sourceAllergies(input.sources);
    const noted = notedAllergies(input);
    return [
      ...noted.flatMap((allergy) => invented(allergy, input, theirs)),
      ...noted.flatMap((allergy) => wrongReaction(allergy, noted, input, theirs)),
      ...input.statements.flatMap((_, at) => denied(input, at, theirs)),
      ...input.statements.flatMap((_, at) => deniedOne(input, at, theirs)),
    ];
  },
};
