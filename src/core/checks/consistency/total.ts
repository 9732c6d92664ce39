import { formatNumber } from '../../facts/format';
import type { FindingDraft } from '../check';
import type { NoteCheck, NoteFindingDraft } from '../note-check';
import { wrongBodyMassIndex } from './body-mass-index';
import { suspicion } from './disagreement';

const numeral = '\\d{1,6}(?:\\.\\d{1,3})?';
/** "2 + 3 + 1 = 7", with at most one word behind each number ("2 points + 3 points = 5"). */
const sum = new RegExp(
  `(?<![\\d.+*/×x-])(${numeral}(?:\\s?\\p{L}{0,12}\\s?\\+\\s?${numeral}){1,12})\\s?\\p{L}{0,12}\\s?=\\s?(${numeral})(?![\\d*/×])`,
  'gu',
);

function wrongSums(text: string): FindingDraft[] {
  return [...text.matchAll(sum)].flatMap((match): FindingDraft[] => {
    const [whole, left = '', stated = ''] = match;
    const parts = (left.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    const total = parts.reduce((all, part) => all + part, 0);
    if (Math.abs(total - Number(stated)) < 0.0005) return [];
    const end = match.index + whole.length;
    const expected = formatNumber(total);
    const start = end - stated.length;
    return [
      suspicion({ start: match.index, end }, `${left.trim()} is ${expected}, not ${stated}.`, {
        expected,
        fixes: [{ start, end, title: `Write ${expected}`, newText: expected }],
      }),
    ];
  });
}

/** "E4 V5 M6": the parts of the Glasgow Coma Scale (Teasdale and Jennett, Acta Neurochirurgica 1976;34:45–55; eyes 1–4, verbal 1–5, motor 1–6). */
const comaParts = /\bE\s?([1-4])[\s,;/]{0,2}V\s?([1-5])[\s,;/]{0,2}M\s?([1-6])(?!\d)/i;
const comaTotal =
  /\b(?:GCS|glasgow coma (?:scale|score))\b[^\d\n]{0,24}(\d{1,2})(?![\d.])|=\s?(\d{1,2})(?![\d.])/gi;

function wrongComaScale(text: string): FindingDraft[] {
  const parts = comaParts.exec(text);
  if (!parts || !/\b(?:gcs|glasgow)\b/i.test(text)) return [];
  // A second set of parts belongs to another time.
  if (comaParts.test(text.slice(parts.index + parts[0].length))) return [];
  const total = Number(parts[1]) + Number(parts[2]) + Number(parts[3]);
  return [...text.matchAll(comaTotal)].flatMap((match): FindingDraft[] => {
    const stated = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length;
    const start = end - stated.length;
    const inside = start >= parts.index && start < parts.index + parts[0].length;
    if (inside || Number(stated) === total) return [];
    return [
      // Which one is wrong, a part or the total, only the bedside tells.
      suspicion({ start, end }, `${parts[0]} adds up to ${total}, not ${stated}.`, {
        expected: String(total),
      }),
    ];
  });
}

const cells = [
  'neutrophils?|polys|segs',
  'lymph(?:ocyte)?s?',
  'mono(?:cyte)?s?',
  'eos(?:inophil)?s?',
  'baso(?:phil)?s?',
];
const cellShares = cells.map(
  (names) => new RegExp(`\\b(?:${names})\\b[^\\d%\\n]{0,12}(${numeral})\\s?%`, 'i'),
);

/** Counts are rounded, so a differential may add up to somewhat more or less than 100 %. */
const differentialSlack = 3;

function wrongDifferential(text: string): FindingDraft[] {
  if (/\b(?:bands?|blasts?|atypical|metamyelocytes?|myelocytes?|absolute)\b/i.test(text)) return [];
  const found = cellShares.map((pattern) => pattern.exec(text));
  const shares = found.flatMap((match) => (match ? [Number(match[1])] : []));
  if (shares.length < cells.length) return [];
  const total = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(total - 100) <= differentialSlack) return [];
  const starts = found.flatMap((match) => (match ? [match.index] : []));
  const ends = found.flatMap((match) => (match ? [match.index + match[0].length] : []));
  return [
    suspicion(
      { start: Math.min(...starts), end: Math.max(...ends) },
      `The five kinds of white cell add up to ${formatNumber(total)} %, not 100 %.`,
    ),
  ];
}

/** "Total intake 1,500 mL (oral 800 mL, IV 500 mL)": a total with its parts in brackets, all in one unit. */
const bracketedTotal =
  /\btotal\b[^\d()\n]{0,40}(\d[\d,]{0,7}(?:\.\d{1,2})?)\s?(ml|mg|g|units?|kcal|minutes|hours|points)\b[^\d()\n]{0,12}\(([^()\n]{3,200})\)/gi;

/** "Total 60 mg: 20 mg + 20 mg + 10 mg", all in one unit. */
const summedTotal =
  /\btotal\b[^\d()\n]{0,30}(\d[\d,]{0,7}(?:\.\d{1,2})?)\s?(ml|mg|g|units?|kcal|minutes|hours|points)\s?[:=–-]\s?(\d[\d,.]*\s?\2s?(?:\s?\+\s?\d[\d,.]*\s?\2s?){1,12})(?![\d+])/gi;

function wrongSummedTotal(text: string): FindingDraft[] {
  return [...text.matchAll(summedTotal)].flatMap((match): FindingDraft[] => {
    const [whole, stated = '', unit = '', parts = ''] = match;
    const value = (number: string): number => Number(number.replaceAll(',', ''));
    const total = (parts.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(value).reduce((all, part) => all + part, 0);
    if (Math.abs(total - value(stated)) < 0.005) return [];
    const start = match.index + whole.indexOf(stated);
    const message = `${parts.trim()} is ${formatNumber(total)} ${unit}, not ${stated} ${unit}.`;
    return [suspicion({ start, end: start + stated.length }, message, { expected: formatNumber(total) })];
  });
}

function wrongBracketedTotal(text: string): FindingDraft[] {
  return [...text.matchAll(bracketedTotal)].flatMap((match): FindingDraft[] => {
    const [whole, stated = '', unit = '', inside = ''] = match;
    const numbers = inside.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
    const same = inside.match(new RegExp(`\\d\\s?${unit.replace(/s$/, '')}s?\\b`, 'gi')) ?? [];
    // Every number in the brackets has to be a part.
    if (numbers.length < 2 || same.length !== numbers.length) return [];
    const value = (number: string): number => Number(number.replaceAll(',', ''));
    const total = numbers.map(value).reduce((all, part) => all + part, 0);
    if (Math.abs(total - value(stated)) < 0.005) return [];
    const start = match.index + whole.indexOf(stated);
    return [
      suspicion(
        { start, end: start + stated.length },
        `The parts in brackets add up to ${formatNumber(total)} ${unit}, not ${stated} ${unit}.`,
        { expected: formatNumber(total) },
      ),
    ];
  });
}

/** A total that its own parts don't add up to. Reported only where the note gives every part. */
export const consistencyTotal: NoteCheck = {
  rule: 'consistency/total',
  axis: 'consistency',
  reports: 'A total that its parts do not add up to.',
  harm: 3,
  run(input) {
    const sums = input.statements.flatMap(({ statement: { text } }, at): NoteFindingDraft[] =>
      /\d/.test(text)
        ? [
            ...wrongSums(text),
            ...wrongComaScale(text),
            ...wrongDifferential(text),
            ...wrongBracketedTotal(text),
            ...wrongSummedTotal(text),
          ].map((draft) => ({ at, ...draft }))
        : [],
    );
    return [...sums, ...wrongBodyMassIndex(input)];
  },
};
