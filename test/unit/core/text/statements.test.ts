import { describe, expect, it } from 'vitest';
import { type LineReader, outline } from '../../../../src/core/text/statements';

const statements = (text: string, reader?: LineReader): string[] =>
  outline(text, reader).statements.map((statement) => statement.text);

/** Knows nothing but what it is given. */
const readerOf = (known: Partial<LineReader>): LineReader => ({
  tellsAlone: () => false,
  tellsListed: () => false,
  givesValue: () => false,
  ...known,
});

describe('statements', () => {
  it('know the label of their line, where it is the title of a section and they do not begin with it', () => {
    const labels = outline(
      'EXAM: BP 132/78. No oral ulcers.\nDog: a spaniel. It bit her.\nChest clear. No wheeze.',
    ).statements.map(({ label }) => label);
    expect(labels).toEqual([undefined, 'EXAM', undefined, undefined, undefined, undefined]);
  });

  it('are sentences, and parts between semicolons outside of brackets', () => {
    expect(statements('BP 120/80; pulse 72 (regular; strong). Chest clear.')).toEqual([
      'BP 120/80',
      'pulse 72 (regular; strong).',
      'Chest clear.',
    ]);
  });

  it('are rows of a table and items of a list', () => {
    const text =
      '| Test | Result |\n|---|---|\n| Potassium | 4.4 mmol/L |\n\n- Metformin 500 mg\n- Home today';
    expect(statements(text)).toEqual([
      '| Test | Result |',
      '| Potassium | 4.4 mmol/L |',
      'Metformin 500 mg',
      'Home today',
    ]);
  });

  it('are single words only where these end as a sentence or part one, and tell something alone', () => {
    const reader = readerOf({ tellsAlone: (word) => word.toLowerCase() === 'febrile' });
    const text = 'Febrile\n\nFebrile. Done. BP 120/80; febrile; done.';
    expect(outline(text, reader).statements.map(({ text: found }) => found)).toEqual([
      'Febrile.',
      'BP 120/80',
      'febrile',
    ]);
    expect(statements(text)).toEqual(['BP 120/80']);
  });

  it('are single words that an open list does not name: what may be is not said to be so', () => {
    const reader = readerOf({ tellsListed: (word, kind) => word === 'Asthma' && kind === 'assessment' });
    expect(statements('Problem list:\n- Asthma\n- Other', reader)).toEqual(['Asthma']);
    expect(statements('Diagnosis\nAsthma:\nAsthma?', reader)).toEqual([]);
    expect(statements('Differential diagnosis:\n- Asthma', reader)).toEqual([]);
    expect(statements('Return if:\n- Asthma', reader)).toEqual([]);
  });

  it('are lines in capitals that give a value, which are no headings', () => {
    const reader = readerOf({ givesValue: (line) => line.startsWith('GCS') });
    const { statements: found, sections } = outline('## Exam\nGCS 15 (E4 V5 M6)\nDAY 15\nGo home.', reader);
    expect(found.map(({ section, text }) => [sections[section]?.title, text])).toEqual([
      ['Exam', 'GCS 15 (E4 V5 M6)'],
      ['DAY 15', 'Go home.'],
    ]);
  });

  it('know their section', () => {
    const { statements: found, sections } = outline('## Plan\nGo home.\n## Objective\nBP 120/80.');
    expect(found.map(({ section, text }) => [sections[section]?.title, text])).toEqual([
      ['Plan', 'Go home.'],
      ['Objective', 'BP 120/80.'],
    ]);
  });

  it.each([
    ['front matter', '---\nsource: a b c.txt\ndose: 500 mg daily\n---\n'],
    ['a heading', '## Plan for next week\n'],
    ['a code fence', '```\nmetformin 500 mg daily\n```\n'],
    ['an open code fence', 'Go home.\n```\nmetformin 500 mg daily\n'],
    ['a comment', '<!-- metformin 500 mg daily -->\n'],
    ['a comment of several lines', '<!-- metformin\n500 mg daily\nin the morning -->\n'],
    ['an ignore comment', '<!-- attest-ignore faithfulness/value 3f2a91c0d1e2: changed later -->\n'],
    ['an ignore tail', '[attest-ignore faithfulness/value 3f2a91c0d1e2: changed later]\n'],
    ['a label', 'Plan\n'],
    ['a rule', '---\n***\n'],
  ])('are not in %s', (_, text) => {
    expect(statements(text).filter((found) => found !== 'Go home.')).toEqual([]);
  });

  it('end before an ignore comment', () => {
    const text = 'Lisinopril 20 mg daily. <!-- attest-ignore faithfulness/value: 10 mg before --> Go home.';
    expect(statements(text)).toEqual(['Lisinopril 20 mg daily.', 'Go home.']);
    const plain = 'Lisinopril 20 mg daily [attest-ignore faithfulness/value: 10 mg before]';
    expect(statements(plain)).toEqual(['Lisinopril 20 mg daily']);
  });

  it('hold nothing of a comment in their middle', () => {
    const text = 'Lisinopril 20 mg <!-- was 10 mg --> daily.';
    const [statement] = outline(text).statements;
    expect(statement?.text.replace(/\s+/g, ' ')).toBe('Lisinopril 20 mg daily.');
    expect([statement?.start, statement?.end]).toEqual([0, text.length]);
  });

  it('are still read behind a comment that is never closed', () => {
    expect(statements('Go home. <!-- open\nMetformin 500 mg daily.')).toContain('Metformin 500 mg daily.');
  });

  it('stand exactly where their spans say, with emoji, CRLF and tables before them', () => {
    const text =
      '😀 Feels well.\r\n\r\n| 🫀 | x y |\r\n|---|---|\r\n| Pulse | 72 bpm |\r\n\r\nGo 🏠 home.\r\n';
    for (const { start, end, text: found } of outline(text).statements) {
      expect(text.slice(start, end)).toBe(found);
    }
    expect(statements(text)).toContain('| Pulse | 72 bpm |');
    expect(statements(text)).toContain('Go 🏠 home.');
  });
});
