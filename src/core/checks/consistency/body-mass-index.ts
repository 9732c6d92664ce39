import { formatNumber } from '../../facts/format';
import { convert, type Dimension } from '../../facts/quantities/units';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';

interface Measured {
  at: number;
  /** In kilograms or metres. */
  value: number;
}

const index = /\b(?:BMI|body mass index)\b[^\d\n]{0,16}(\d{1,2}(?:\.\d{1,2})?)(?![\d/])/gi;

/** Weight and height are rounded as they are written, and so is the index. */
const slack = 0.05;
const leastSlack = 1;

/** The one value that a note gives for a measurement; undefined where it gives none, several or one without unit. */
function only(
  { statements }: NoteCheckInput,
  name: string,
  code: string,
  dimension: Dimension,
): Measured | undefined {
  const found = statements.flatMap(({ facts }, at) =>
    facts.flatMap(({ quantities }) =>
      quantities
        .filter(({ concept, high }) => concept?.name === name && high === undefined)
        .map(({ value, unit }) => ({ at, value: convert(value, unit, { code, dimension }) })),
    ),
  );
  const [first] = found;
  const agree = found.every(
    ({ value }) => value !== undefined && Math.abs(value - (first?.value ?? 0)) < 0.005,
  );
  return first?.value !== undefined && agree ? { at: first.at, value: first.value } : undefined;
}

/** A body mass index (kilograms over square metres) that the note's own weight and height don't give. */
export function wrongBodyMassIndex(input: NoteCheckInput): NoteFindingDraft[] {
  const stated = input.statements.flatMap(({ statement: { text } }, at) =>
    [...text.matchAll(index)].map((match) => ({
      at,
      number: match[1] ?? '',
      end: match.index + match[0].length,
    })),
  );
  const [first] = stated;
  if (!first || new Set(stated.map(({ number }) => Number(number))).size > 1) return [];
  const weight = only(input, 'body weight', 'kg', 'mass');
  const height = only(input, 'body height', 'm', 'length');
  if (!weight || !height || height.value < 0.5) return [];
  const computed = weight.value / height.value ** 2;
  if (Math.abs(computed - Number(first.number)) <= Math.max(leastSlack, computed * slack)) return [];
  const expected = formatNumber(computed, 1);
  const others = [...new Set([weight.at, height.at])].filter((at) => at !== first.at);
  const message =
    `${formatNumber(weight.value, 1)} kg and ${formatNumber(height.value, 2)} m make a body mass index of ${expected}, ` +
    `not ${first.number}.`;
  const span = { start: first.end - first.number.length, end: first.end };
  return [disagreement(input, first.at, span, others, message, { expected })];
}
