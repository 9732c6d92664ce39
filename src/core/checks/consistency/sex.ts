import terms from '../../terminology/dictionaries/sex-bound-terms.json';
import type { SentenceFacts } from '../../facts/extract';
import type { SexFact } from '../../facts/fact';
import { namesOther } from '../../facts/persons/persons';
import { matchCapital } from '../../text/letter-case';
import { PhraseIndex } from '../../text/phrases';
import { isBackground } from '../../text/sections';
import type { Fix } from '../../verdicts/finding';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft, NoteStatement } from '../note-check';
import { disagreement } from './disagreement';
import {
  namesAnybody,
  patientSex,
  sexButForOne,
  sexMayDiffer,
  sexMentions,
  type Sex,
  type SexMention,
} from './patient-sex';

const bound = new PhraseIndex<Sex>();
for (const sex of ['female', 'male'] as const) for (const term of terms[sex]) bound.add(term, sex);

const other: Record<Sex, Sex> = { female: 'male', male: 'female' };

/** Somebody else may still be meant by a pronoun this many statements after being named. */
const topicReach = 2;

/** The other pronoun, where it is certain: "her" is "his" or "him". */
const turned: Record<string, string> = {
  he: 'she',
  she: 'he',
  himself: 'herself',
  herself: 'himself',
  his: 'her',
  him: 'her',
};

/** "She brought him": two people, and the sentence doesn't say who is who. */
function speaksOfTwo(facts: readonly SentenceFacts[]): boolean {
  return new Set(facts.flatMap(({ sexes }) => sexes.map(({ sex }) => sex))).size > 1;
}

/** A child comes with somebody, who is spoken of by a pronoun too, and its note tells of its mother's pregnancy. */
function isChild(statements: readonly NoteStatement[]): boolean {
  const ages = statements.flatMap(({ facts }) => facts.flatMap((sentence) => sentence.ages));
  return ages.some(({ whose, then, years }) => whose !== 'relative' && !then && years.high < 18);
}

/**
 * Nobody else is named before a word, in the statements right before it or in its own: who is named behind a pronoun is not
 * meant by it ("She was seen with her daughter").
 * @param start of the word in its statement
 */
function nobodyElseNear(input: NoteCheckInput, at: number, start: number, sex: Sex): boolean {
  const near = input.statements.slice(Math.max(0, at - topicReach), at + 1);
  return !near.some(({ facts }, index) => {
    const isOwn = index === near.length - 1;
    return facts.some(({ tokens }) =>
      namesOther(isOwn ? tokens.filter((token) => token.end <= start) : tokens, sex),
    );
  });
}

function fixOf(text: string, fact: SexFact): Fix[] {
  const word = text.slice(fact.start, fact.end);
  const by = turned[word.toLowerCase()];
  if (by === undefined) return [];
  const newText = matchCapital(by, word);
  return [{ start: fact.start, end: fact.end, title: `Write "${newText}"`, newText }];
}

/** "She" in the note of a man. */
function wrongPronouns(
  input: NoteCheckInput,
  sex: Sex,
  pronouns: readonly SexMention[],
  proof: number,
): NoteFindingDraft[] {
  const wrong = pronouns.filter(({ fact }) => fact.sex !== sex);
  return wrong.flatMap(({ at, fact }, index): NoteFindingDraft[] => {
    const { statement, section, facts = [] } = input.statements[at] ?? {};
    // The first of a statement speaks for the rest.
    if (!statement || wrong[index - 1]?.at === at || isBackground(section)) return [];
    if (speaksOfTwo(facts) || !nobodyElseNear(input, at, fact.start, other[sex])) return [];
    const word = statement.text.slice(fact.start, fact.end);
    return [
      disagreement(
        input,
        at,
        fact,
        [proof],
        `"${word}" is said of the patient, who is ${sex} elsewhere in the note.`,
        {
          fixes: fixOf(statement.text, fact),
        },
      ),
    ];
  });
}

const negation = /\b(?:no|not|denies|denied|without|negative|never|n\/a|non)\b/;

/** An enlarged prostate in the note of a woman. */
function wrongOrgans(input: NoteCheckInput, sex: Sex, proof: number): NoteFindingDraft[] {
  return input.statements.flatMap(({ facts, section, statement }, at): NoteFindingDraft[] => {
    if (/family/i.test(section?.title ?? '')) return [];
    return facts.flatMap(({ tokens }): NoteFindingDraft[] => {
      const found = bound.all(tokens).find(({ value }) => value === other[sex]);
      const first = found && tokens[found.from];
      const last = found && tokens[found.to - 1];
      if (
        !first ||
        !last ||
        namesAnybody(tokens) ||
        !nobodyElseNear(input, at, first.start, other[sex]) ||
        /\b(?:family|women|men|female|male|exposure|born|birth|delivery|delivered|newborn)\b/i.test(
          statement.text,
        )
      ) {
        return [];
      }
      // "No prostate enlargement" of a template is odd too, but no claim about the patient.
      if (negation.test(statement.text.slice(0, first.start).toLowerCase())) return [];
      const word = statement.text.slice(first.start, last.end);
      const message = `"${word}" belongs to a ${other[sex]} patient; the note says that this one is ${sex}.`;
      return [disagreement(input, at, { start: first.start, end: last.end }, [proof], message)];
    });
  });
}

/** The patient is a woman in one place and a man in another: the wrong patient's text, or a slip of dictation. */
export const consistencySex: NoteCheck = {
  rule: 'consistency/sex',
  axis: 'consistency',
  reports: 'The note gives the patient two sexes, or a condition of the other one.',
  harm: 3,
  run(input) {
    if (sexMayDiffer(input.text)) return [];
    const mentions = sexMentions(input.statements);
    const [first] = mentions.strong;
    const clash = mentions.strong.find(({ fact }) => first && fact.sex !== first.fact.sex);
    if (first && clash) {
      const { at, fact } = clash;
      const message = `The patient is ${fact.sex} here, and ${first.fact.sex} elsewhere in the note.`;
      return [disagreement(input, at, fact, [first.at], message)];
    }
    if (isChild(input.statements)) return [];
    const most = sexButForOne(mentions);
    const sex = most ?? patientSex(mentions);
    const proof = mentions.strong[0] ?? mentions.pronouns.find(({ fact }) => fact.sex === sex);
    if (sex === undefined || proof === undefined) return [];
    const pronouns = wrongPronouns(input, sex, mentions.pronouns, proof.at);
    // Who else may be meant by one pronoun is not sure where nothing but the others tells the sex.
    return most
      ? pronouns.map((one): NoteFindingDraft => ({ ...one, verdict: 'not-sure', severity: 'hint' }))
      : [...pronouns, ...wrongOrgans(input, sex, proof.at)];
  },
};
