import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../src/core/checks/check-input';
import { checkStatement } from '../../../src/core/checks/check-statement';
import { SourceIndex } from '../../../src/core/evidence/source/source-index';
import { extractFacts } from '../../../src/core/facts/extract';
import { outline } from '../../../src/core/text/statements';
import { processorTime, timed } from '../../support/processor-time';

/** Several times what a slow machine needs; a pattern that backtracks, or a loop in a loop, takes minutes. */
const mostSeconds = 20;
const timeout = 60_000;

/** Checks a note against a source with the whole of the pure core. */
function check(note: string, source: string): number {
  const index = new SourceIndex('source', source, 'version');
  const { statements, sections } = outline(note);
  let findings = 0;
  for (const statement of statements) {
    const section = sections[statement.section];
    const result = checkStatement(checkInput(statement, section, [index]));
    for (const finding of result.findings) {
      findings++;
      expect(statement.text.slice(finding.start, finding.end)).toBe(finding.text);
      for (const { start, end, quote } of finding.citations) expect(source.slice(start, end)).toBe(quote);
    }
  }
  return findings;
}

const filled = (part: string, size = 40_000): string =>
  part.repeat(Math.ceil(size / part.length)).slice(0, size);
const visit = '[doctor] Any fever?\n[patient] No fever. I take lisinopril 10 mg for my left knee.\n';

describe('long hostile text', { timeout }, () => {
  const texts: [string, string][] = [
    ['a line of 100 kB without spaces', filled('a', 100_000)],
    ['digits', filled('9')],
    ['100,000 brackets', filled('[', 100_000)],
    ['pairs of brackets', filled('([')],
    ['comments that never close', filled('<!-- ')],
    ['ignore comments that never close', filled('[attest-ignore ')],
    ['code fences', filled('```\n')],
    ['a front matter that never closes', `---\n${filled('a: b\n')}`],
    ['headings', filled('# ')],
    ['a heading with spaces inside', `# a${filled(' ')}b`],
    ['a bold heading', filled('**')],
    ['full stops', filled('.')],
    ['exclamation marks', filled('!')],
    ['exclamation marks between letters', filled('a!')],
    ['question marks', filled('? ')],
    ['commas', filled(',')],
    ['spaces', `${filled(' ')}x`],
    ['line breaks', filled('\r\n')],
    ['tabs and marks', filled('\t|')],
    ['control characters', filled('\u0000\u0007\u001b\u200b\ufeff')],
    ['lone surrogates', filled('\ud83d \udc00 ')],
    ['combining marks', filled('e\u0301\u0301\u0301')],
    ['emoji', filled('👩‍⚕️ ')],
    ['the word any', filled('any ')],
    ['negations', filled('no ')],
    ['a list of denied symptoms', `Denies ${filled('fever, ')}`],
    ['denied symptoms', filled('no fever, ')],
    ['parts of the body', filled('knee ')],
    ['sides', filled('left ')],
    ['sides and parts', filled('left knee ')],
    ['cues', filled('if but has no denies may ')],
    ['labels of speakers', filled('[doctor] ')],
    ['fillers', filled('um, ')],
    ['a stem without an end', `${filled('x')}pril`],
    ['hyphens', filled('well-')],
    ['apostrophes', filled("n't")],
  ];

  it.each(texts)('%s: as a note, and as a source', timed, (_, text) => {
    const started = processorTime();
    check(text, visit);
    check('Fever. Lisinopril 20 mg, right knee.', text);
    expect((processorTime() - started) / 1000).toBeLessThan(mostSeconds);
  });

  it.each([
    ['numbers', '5 '],
    ['doses', 'aspirin 75 mg, '],
    ['blood pressures', '130/80 '],
    ['frequencies', 'twice a day '],
    ['spoken numbers', 'one hundred and '],
    ['dates', '1/2/'],
  ])('%s, against a note with other ones', timed, (_, part) => {
    const started = processorTime();
    check(filled(part), visit);
    check('Aspirin 300 mg, BP 150/95, three times a day.', filled(part));
    expect((processorTime() - started) / 1000).toBeLessThan(mostSeconds);
  });

  // Each of them a minute's work where every value is compared with every other.
  const pressures = (systolic: number, step: number): string =>
    Array.from({ length: 600 }, (_, at) => `${systolic + ((at * step) % 90)}/${60 + (at % 40)}`).join(' ');
  const lines = (label: string, step: number): string =>
    Array.from(
      { length: 400 },
      (_, at) => `${label}BP was ${100 + ((at * step) % 90)}/${60 + (at % 40)} and pulse ${60 + (at % 50)}.`,
    ).join('\n');
  it.each([
    [
      'the same value, spoken and written',
      `BP ${'120/80 '.repeat(600)}.`,
      `Doctor: ${'one twenty over eighty '.repeat(600)}`,
    ],
    ['the same values in another order', `BP ${pressures(100, 1)}.`, `Doctor: ${pressures(100, 7)}.`],
    ['other values', `BP ${pressures(200, 2)}.`, `Doctor: ${pressures(201, 2)}.`],
    ['a line per hour', lines('', 1), lines('Nurse: ', 7)],
    [
      'one order',
      `Takes ${'metformin 500 mg twice daily, '.repeat(300)}`,
      `Doctor: ${'metformin 500 mg once daily, '.repeat(300)}`,
    ],
  ])('a pasted table of %s', timed, (_, note, source) => {
    const started = processorTime();
    check(note, source);
    expect((processorTime() - started) / 1000).toBeLessThan(mostSeconds);
  });
});

describe('small hostile text', () => {
  it.each([
    '',
    ' ',
    '\n',
    '\ufeff',
    '\u0000',
    '\ud83d',
    '|',
    '---',
    '---\n---',
    '# ',
    '<!---->',
    '``````',
    '[]',
    '.',
  ])('%j gives no finding and no error', (text) => {
    expect(check(text, visit)).toBe(0);
    expect(check('Aspirin 75 mg daily.', text || ' ')).toBeLessThanOrEqual(1);
  });

  it.each([
    'He is a constructor.',
    'Aspirin 5 constructor daily.',
    'BP constructor/80 for constructor weeks.',
  ])('%j: a word that every object of JavaScript has is no number', (text) => {
    expect(check(text, text)).toBe(0);
    const values = extractFacts(text).flatMap(({ quantities }) => quantities.map(({ value }) => value));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  });

  it('keeps the spans exact between emoji, CRLF, tables and comments', () => {
    const note =
      '---\r\nsource: a.txt\r\n---\r\n# 🏥 Visit\r\n\r\n<!-- 🙈 lisinopril 5 mg\r\n -->| 💊 | Dose |\r\n|---|---|\r\n' +
      '| Lisinopril | 20 mg |\r\n\r\n😀 Pain in the right knee 🦵.\r\n';
    const findings = check(note, visit);
    expect(findings).toBe(2);
  });
});
