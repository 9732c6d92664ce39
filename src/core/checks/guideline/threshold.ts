import { citePassage } from '../../evidence/citations/citation-of';
import { convertible, sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { formatQuantity } from '../../facts/format';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { notePatient } from './note-patient';
import { concernsPatient } from './passage-topic';
import { targetsOf, type Target } from './targets';

/** A target of some patients only: whether this one is among them is for a person to say. */
const conditional = /^(?:with|in|for|if|when|where|unless|among)$/i;
/** Blood pressure has other targets at home than in the clinic (NICE NG136, 2019). */
const atHome = /\b(?:home|ambulatory|average)\b/i;
/** At most this many passages are cited for one conflict. */
const mostCitations = 3;

/** A target is told with its bound or without: "below 7 %" is 7 %, and is not kept to by aiming below 9 %. */
function isSameTarget(ours: QuantityFact, theirs: QuantityFact): boolean {
  return sameValue({ ...ours, comparator: '=' }, { ...theirs, comparator: '=' });
}

function check(input: NoteCheckInput, at: number, { concept, fact }: Target): NoteFindingDraft[] {
  const patient = notePatient(input);
  const measuredAtHome = (words: readonly { text: string }[]): boolean =>
    words.some(({ text }) => atHome.test(text));
  const here = input.statements[at]?.facts.some((sentence) => measuredAtHome(sentence.tokens)) ?? false;
  const sameSetting = ({ tokens: words }: SentenceFacts): boolean =>
    !conditional.test(words[0]?.text ?? '') && measuredAtHome(words) === here;
  const theirs = (input.statements[at]?.passages ?? [])
    .filter(({ passage }) => concernsPatient(passage, patient, undefined, input.terminology))
    .flatMap(({ passage, sentences }) =>
      sentences.flatMap((sentence) =>
        targetsOf(passage.text, sentence)
          .filter((target) => target.concept === concept && sameSetting(sentence))
          .map((target) => ({ passage, sentence, fact: target.fact })),
      ),
    );
  const [best] = theirs;
  // What cannot be compared (another unit) may be the same target.
  const comparable = theirs.every(
    (one) =>
      one.fact.unit.dimension === 'none' || fact.unit.dimension === 'none' || convertible(fact, one.fact),
  );
  // "7 %; 8 % in frail patients": a number beside the target may be another target.
  const given = theirs.flatMap(({ sentence, fact: own }) => [
    own,
    ...sentence.quantities.filter((other) => other.concept === undefined),
  ]);
  if (!best || !comparable || given.some((other) => isSameTarget(fact, other))) return [];
  return [
    {
      at,
      start: fact.start,
      end: fact.end,
      verdict: 'contradicted',
      message: `${best.passage.title} aims for a ${concept} of ${formatQuantity(best.fact)}; the note says ${formatQuantity(fact)}.`,
      expected: formatQuantity(best.fact),
      citations: theirs
        .slice(0, mostCitations)
        .map((one) => citePassage(one.passage, one.sentence, one.fact)),
      fixes: [],
    },
  ];
}

/** A target of treatment that the library sets otherwise. */
export const guidelineThreshold: NoteCheck = {
  rule: 'guideline/threshold',
  axis: 'guideline',
  reports: 'The note aims for a value that the guideline library sets otherwise.',
  harm: 3,
  run: (input) =>
    input.statements.flatMap(({ statement, facts }, at) =>
      facts
        .flatMap((sentence) => targetsOf(statement.text, sentence))
        .flatMap((target) => check(input, at, target)),
    ),
};
