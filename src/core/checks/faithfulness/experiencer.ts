import { citeFinding } from '../../evidence/citations/citation-of';
import { isOwnOfRelative } from '../../evidence/source/own-state';
import { type FindingMention, findingMentions } from '../../evidence/source/finding-mentions';
import { isCompanionsRelative } from '../../evidence/source/relatives-spoken-of';
import { toldRelatives } from '../../evidence/source/told-relatives';
import type { PolarityFact } from '../../facts/fact';
import { thePatient } from '../../facts/persons/kinship';
import { relativesIn } from '../../facts/persons/persons';
import { statementKind } from '../../text/section-kind';
import { isOfExaminer } from './polarity/mention';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft, NoteStatement } from '../note-check';

/** "The patient has …", "She had …", "Personal history of …": whose it is, wherever it stands. */
const ofPatient =
  /^\W*(?:(?:the )?(?:patient|he|she)(?: also| too)? (?:has|had|suffers|suffered|was|is|takes|took|underwent|reports|developed)\b|(?:the )?patient ?:|personal (?:medical )?history\b)/i;

/** "The patient": no pronoun, which may be a relative's. */
const byNoun = /^\W*(?:(?:the )?patient\b|personal\b)/i;

/** A relative who has something; not one who tells of it, or has noticed it. */
const hasIt =
  /\b(?:mother|father|mom|mum|dad|brother|sister|son|daughter|aunt|uncle|cousin|grand(?:mother|father|ma|pa))s?(?: also)? (?:has|had|have|with|was diagnosed|were diagnosed|is diagnosed|suffers|suffered|died)(?! (?:noticed|noted|been (?:giving|using|suction\w*)|seen|observed))\b/i;

const symptomWords = /\b(?:mood|down|tearful\w*|anxious|worr\w+|nervous\w*|sad\w*|stress\w*)\b/i;

/** Words for a family as a whole; a source that speaks of it may mean any relative. */
const wholeFamily = /\b(?:family|families|parents?|siblings?|relatives?|grandparents?)\b/i;

/** Who has what a statement names: `unknown` where a pronoun may be that of a relative named before it. */
function whose(input: NoteCheckInput, at: number, fact: PolarityFact): 'patient' | 'family' | 'unknown' {
  const own = input.statements[at];
  if (!own || fact.experiencer === 'other') return 'unknown';
  if (fact.experiencer === 'family') return hasIt.test(own.statement.text) ? 'family' : 'unknown';
  const kind = statementKind(own.statement, own.section);
  if (kind === 'social-history') return 'unknown';
  if (kind !== 'family-history') {
    return namesRelative(own) ? 'unknown' : 'patient';
  }
  if (!ofPatient.test(own.statement.text)) return 'family';
  if (byNoun.test(own.statement.text)) return 'patient';
  const before = input.statements.slice(0, at).filter(({ section }) => section === own.section);
  return before.some(namesRelative) ? 'unknown' : 'patient';
}

function namesRelative({ facts }: NoteStatement): boolean {
  return facts.some(({ tokens }) => relativesIn(tokens).length > 0);
}

/** True for what is plainly said to be so, of whomever and at whatever time. */
function isTold({ fact }: FindingMention): boolean {
  return fact.polarity === 'present' && fact.certainty === 'certain';
}

/** "My mother is hard of hearing", said by who came with her: the mother is the patient, and "I have asthma" is not of her. */
function isByFamily({ source, segment, fact }: FindingMention): boolean {
  if (source.segments[segment]?.turn?.speaker !== 'family') return false;
  const sentence = source.factsAt(segment, fact.start);
  if (!sentence || isOwnOfRelative(source, segment, sentence, fact)) return !sentence;
  const told = toldRelatives(source, segment, sentence, fact) ?? [];
  return told.length === 0 || told.includes(thePatient);
}

/** The source tells it of somebody else, and at most denies it of the patient. */
function ofSomebodyElse(mentions: readonly FindingMention[]): FindingMention | undefined {
  if (ofPatientIn(mentions).some(({ fact }) => fact.polarity !== 'absent')) return undefined;
  return mentions.find(
    (mention) => mention.fact.experiencer === 'family' && isTold(mention) && !isByFamily(mention),
  );
}

function ofPatientIn(mentions: readonly FindingMention[]): FindingMention[] {
  return mentions.filter(({ fact }) => fact.experiencer === 'patient');
}

/** The source tells it of the patient, and never speaks of the relative whom the note names. */
function ofThePatient(
  mentions: readonly FindingMention[],
  { facts }: NoteStatement,
  { sources }: NoteCheckInput,
): FindingMention | undefined {
  const named = facts.flatMap(({ tokens }) => relativesIn(tokens));
  if (named.length === 0 || mentions.some(({ fact }) => fact.experiencer !== 'patient')) return undefined;
  const spoken = sources.some(
    (source) =>
      wholeFamily.test(source.text) ||
      named.some((relative) => isCompanionsRelative(source, relative)) ||
      source.segments.some(({ sentences }) =>
        sentences.some(({ tokens }) => relativesIn(tokens).some((relative) => named.includes(relative))),
      ),
  );
  return spoken || mentions.some(({ fact }) => fact.polarity === 'absent')
    ? undefined
    : mentions.find(isTold);
}

function check(
  input: NoteCheckInput,
  at: number,
  own: NoteStatement,
  fact: PolarityFact,
): NoteFindingDraft[] {
  if (fact.polarity !== 'present' || fact.certainty === 'hypothetical') return [];
  const { name } = fact.concept;
  const mentions = findingMentions(name, input.sources);
  const who = whose(input, at, fact);
  if (mentions.length === 0 || who === 'unknown') return [];
  const told = who === 'patient' ? ofSomebodyElse(mentions) : ofThePatient(mentions, own, input);
  if (!told) return [];
  const { source, segment } = told;
  // The mother's disease may be the patient's, too: where nothing denies that, nothing contradicts it.
  // "Low mood" is a symptom, which a mother's depression is not told of.
  if (who === 'patient' && symptomWords.test(own.statement.text.slice(fact.start, fact.end))) return [];
  const isOpen = who === 'patient' && (ofPatientIn(mentions).length === 0 || isToldOfFamily(input, at, name));
  return [
    {
      at,
      start: fact.start,
      end: fact.end,
      verdict: isOpen ? 'not-addressed' : 'contradicted',
      message:
        who === 'patient'
          ? `The source tells of ${name} in somebody else${isOpen ? ' only' : ''}; the note says that the patient has it.`
          : `The source tells of ${name} in the patient; the note says that somebody else has it.`,
      expected: who === 'patient' ? 'somebody else' : 'the patient',
      citations: citeFinding(source, segment, told.fact),
      fixes: [],
    },
  ];
}

/** Another statement of the note tells it of a relative: the source's words are in the note, and nothing has changed hands. */
function isToldOfFamily({ statements }: NoteCheckInput, at: number, name: string): boolean {
  return statements.some(
    ({ facts, section, statement }, other) =>
      other !== at &&
      facts.some(({ polarities }) =>
        polarities.some(
          ({ concept, experiencer, polarity }) =>
            concept.name === name &&
            polarity === 'present' &&
            (experiencer === 'family' || statementKind(statement, section) === 'family-history'),
        ),
      ),
  );
}

/** A relative's disease given to the patient, or the patient's to a relative. */
export const faithfulnessExperiencer: NoteCheck = {
  rule: 'faithfulness/experiencer',
  axis: 'faithfulness',
  reports: 'The source tells this finding of another person.',
  harm: 2,
  run: (input) =>
    input.statements.flatMap((own, at) =>
      // What an examination finds is of who is examined, whoever else has it.
      isOfExaminer(statementKind(own.statement, own.section), own.statement.text)
        ? []
        : own.facts.flatMap(({ polarities }) => polarities).flatMap((fact) => check(input, at, own, fact)),
    ),
};
