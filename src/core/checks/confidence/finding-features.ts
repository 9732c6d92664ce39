import { findingMentions } from '../../evidence/source/finding-mentions';
import type { SourceIndex } from '../../evidence/source/source-index';
import { extractFacts, type SentenceFacts } from '../../facts/extract';
import { overlaps } from '../../text/span';
import type { Statement } from '../../text/statements';
import type { Finding } from '../../verdicts/finding';
import { statementWords } from '../statement-words';
import { numbersIn, saidNumbers } from './said-numbers';
import { toldWhere } from './told-where';

/** What speaks for or against a finding, whatever its rule; yes is 1 and no is 0. */
export const featureNames = [
  'shared', 'margin', 'ownMargin', 'isBest', 'isAsked', 'isToldByOthers', 'heard', 'isToldHere', 'isToldElsewhere', 'isLeftOpen',
] as const; // prettier-ignore

/** The features of one finding by name. */
export type FindingFeatures = Record<(typeof featureNames)[number], number>;

/** A statement of the note with its facts, which point into its own text. */
export interface WeighedStatement {
  statement: Statement;
  facts: readonly SentenceFacts[];
}

/**
 * What general comparison says of a finding that a source contradicts. None of it is about words: it asks whether statement and
 * evidence are of the same thing, and whether note and source hold the same two facts, each in a place of its own.
 * @param finding its spans point into the statement
 * @param at index of its statement
 * @returns undefined where the finding cites no source
 */
export function findingFeatures(
  finding: Finding,
  at: number,
  statements: readonly WeighedStatement[],
  sources: readonly SourceIndex[],
): FindingFeatures | undefined {
  const own = statements[at];
  const citation = finding.citations.find(({ kind }) => kind === 'source');
  const source = sources.find(({ document }) => document === citation?.document);
  if (!own || !citation || !source) return undefined;
  const segment = source.segments.findIndex(
    ({ start, end }) => start <= citation.start && citation.start < end,
  );
  const { text } = own.statement;
  const rest = `${text.slice(0, finding.start)} ${text.slice(finding.end)}`;
  const others = statements.filter((_, index) => index !== at);
  const where = toldWhere(
    told(own),
    rest.trim() === '' ? text : rest,
    others.map(told),
    citation.quote,
    segment,
    source,
  );
  const read = (words: string): number[] => numbersIn(extractFacts(words, undefined, source.terminology));
  const numbers = saidNumbers(
    read(finding.text),
    read(finding.expected ?? ''),
    numbersIn(own.facts, finding),
    others.flatMap(({ facts }) => numbersIn(facts)),
    source,
  );
  const yes = (value: boolean): number => (value ? 1 : 0);
  return {
    shared: where.shared,
    margin: where.margin,
    ownMargin: where.ownMargin,
    isBest: yes(where.isBest),
    isAsked: yes(/\?\s*$/.test(citation.quote)),
    isToldByOthers: yes(finding.also.length > 0),
    heard: numbers.heard,
    isToldHere: yes(numbers.isToldHere),
    isToldElsewhere: yes(numbers.isToldElsewhere),
    isLeftOpen: leftOpen(finding, own, source),
  };
}

function told({ statement: { text }, facts }: WeighedStatement): Parameters<typeof toldWhere>[0] {
  return { text, words: statementWords(text, facts) };
}

/** How often the source leaves a finding open that is there or not: natural logarithm of one more. */
function leftOpen(finding: Finding, own: WeighedStatement, source: SourceIndex): number {
  if (finding.expected !== 'absent' && finding.expected !== 'present') return 0;
  const names = own.facts
    .flatMap(({ polarities }) => polarities)
    .filter((fact) => overlaps(fact, finding))
    .map(({ concept }) => concept.name);
  const open = [...new Set(names)]
    .flatMap((name) => findingMentions(name, [source]))
    .filter(({ fact }) => fact.polarity === 'unknown' || fact.certainty === 'hypothetical');
  return Math.log(1 + open.length);
}
