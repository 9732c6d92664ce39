import { describe, expect, it } from 'vitest';
import { maskUncheckedText } from '../../../../src/core/text/unchecked-text';
import type { Finding } from '../../../../src/core/verdicts/finding';
import {
  applyIgnoreComments,
  formatIgnoreComment,
  parseIgnoreComments,
} from '../../../../src/core/verdicts/ignore-comments';
import { processorTime, timed } from '../../../support/processor-time';

const fingerprint = '3f2a91c0d1e2';

/** A finding about the first place where the note says `words`. */
function finding(note: string, words: string, overrides: Partial<Finding> = {}): Finding {
  const start = note.indexOf(words);
  const span = { start, end: start + words.length };
  return {
    ...span,
    statement: span,
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity: 'error',
    harm: 2,
    also: [],
    text: words,
    message: '',
    confidence: 1,
    citations: [],
    fixes: [],
    fingerprint,
    ...overrides,
  };
}

const ignores = (note: string, ...findings: Finding[]): boolean[] => {
  const { ignored } = applyIgnoreComments(note, findings);
  return findings.map((one) => ignored.includes(one));
};

describe('an ignore comment with a fingerprint', () => {
  it.each([
    `Lisinopril 20 mg. <!-- attest-ignore faithfulness/value ${fingerprint}: changed later -->`,
    `Lisinopril 20 mg. [attest-ignore faithfulness/value ${fingerprint}: changed later]`,
    `<!--attest-ignore faithfulness/value ${fingerprint.toUpperCase()}: changed later-->\nLisinopril 20 mg.`,
    `Lisinopril 20 mg.\n\nMore.\n\n<!-- attest-ignore\n  faithfulness/value ${fingerprint}: changed later -->`,
  ])('ignores that finding: %j', (note) => {
    expect(ignores(note, finding(note, '20 mg'))).toEqual([true]);
  });

  it('leaves other findings of the rule and other rules alone', () => {
    const note = `Lisinopril 20 mg. <!-- attest-ignore faithfulness/value ${fingerprint}: reason -->`;
    expect(
      ignores(
        note,
        finding(note, '20 mg', { fingerprint: '000000000000' }),
        finding(note, '20 mg', { rule: 'guideline/dose' }),
      ),
    ).toEqual([false, false]);
  });
});

describe('an ignore comment without a fingerprint', () => {
  it('means the rule on its own line', () => {
    const note = 'Aspirin 75 mg.\nLisinopril 20 mg. [attest-ignore faithfulness/value: typo]\nMetformin 1 g.';
    const found = ['75 mg', '20 mg', '1 g'].map((words) => finding(note, words));
    expect(ignores(note, ...found)).toEqual([false, true, false]);
  });

  it('means the next line with text where it stands alone', () => {
    const note =
      'Aspirin 75 mg.\r\n<!-- attest-ignore faithfulness/value: typo -->\r\n\r\nLisinopril 20 mg.\r\nMetformin 1 g.';
    const found = ['75 mg', '20 mg', '1 g'].map((words) => finding(note, words));
    expect(ignores(note, ...found)).toEqual([false, true, false]);
  });
});

describe('an ignore comment that is not honoured', () => {
  it.each([
    ['<!-- attest-ignore faithfulness/value 3f2a91c0d1e2 -->', 'no reason'],
    ['<!-- attest-ignore faithfulness/value: -->', 'no reason'],
    ['[attest-ignore faithfulness/value: …]', 'no reason'],
    ['[attest-ignore]', 'no rule'],
    ['<!-- attest-ignore everything: because -->', 'no rule'],
  ])('says so: %s', (comment, why) => {
    const note = `Lisinopril 20 mg. ${comment}`;
    const { kept, ignored, problems } = applyIgnoreComments(note, [finding(note, '20 mg')]);
    expect([kept.length, ignored.length, problems.length]).toEqual([1, 0, 1]);
    expect(problems[0]?.message).toContain(why);
    expect(note.slice(problems[0]?.start, problems[0]?.end)).toBe(comment);
  });

  it.each([
    '<!-- attest-ignore faithfulness/value: open',
    '<!-- todo -->',
    '[ignored]',
    'attest-ignore x/y: z',
  ])('is no comment at all: %s', (note) =>
    expect(parseIgnoreComments(note)).toEqual({ comments: [], problems: [] }),
  );
});

describe('the comment that Attest writes', () => {
  const reasons = [
    'changed at 5 pm',
    'see --> [ward] <b>book</b>',
    'two\nlines\r\n -- and dashes --',
    ']: x',
  ];
  const cases = reasons.flatMap((reason) => [
    { reason, language: 'markdown' as const },
    { reason, language: 'plaintext' as const },
  ]);
  it.each(cases)('is read back whatever the reason holds: $language $reason', ({ reason, language }) => {
    const note = `Lisinopril 20 mg. ${formatIgnoreComment(finding('x', 'x'), reason, language)} Next.`;
    expect(note).not.toContain('\n');
    expect(parseIgnoreComments(note).problems).toEqual([]);
    expect(ignores(note, finding(note, '20 mg'))).toEqual([true]);
    expect(maskUncheckedText(note).trimEnd().replace(/ +/g, ' ')).toBe('Lisinopril 20 mg. Next.');
  });
});

it('parsing stays fast on text that is all openings', timed, () => {
  const started = processorTime();
  parseIgnoreComments('<!-- [attest-ignore '.repeat(50_000));
  expect(processorTime() - started).toBeLessThan(1000);
});
