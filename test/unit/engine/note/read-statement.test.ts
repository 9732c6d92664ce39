import { describe, expect, it } from 'vitest';
import type { Verifier } from '../../../../src/core/ports';
import type { LabelShares } from '../../../../src/core/verdicts/calibration';
import { NoteChecker } from '../../../../src/engine/note/check';
import { scoreFaithfulness } from '../../../../src/engine/note/score-faithfulness';
import { SourceReader } from '../../../../src/engine/note/source-reader';
import { wordWindows } from '../../../support/word-windows';

// The verifier says what the test has it say: what is tested is what is made of it.
function reading(says: LabelShares) {
  const asked: string[] = [];
  const verifier: Verifier = {
    name: 'steered',
    curves: undefined,
    verify: (pairs) => {
      asked.push(...pairs.map(({ claim }) => claim));
      return Promise.resolve(pairs.map(() => says));
    },
    close: () => Promise.resolve(),
  };
  return { asked, reading: { verifier, windows: wordWindows(), acceptedError: 0.1 } };
}
const supports = { supported: 0.97, contradicted: 0.02, notAddressed: 0.01 };
const contradicts = { supported: 0.02, contradicted: 0.97, notAddressed: 0.01 };

const source = { document: 'visit.txt', text: 'He quit smoking ten years ago. The pulse was 72.' };
const note = 'He is a former smoker since years ago. Pulse 92 bpm.';

async function check(says: LabelShares, read = true) {
  const { asked, reading: given } = reading(says);
  const checker = new NoteChecker(new SourceReader(), undefined, () => Promise.resolve(given));
  const report = await checker.check({ note: 'n.md', text: note, sources: [source], read });
  return { asked, report };
}

describe('statements that typed facts leave open', () => {
  it('are supported where the verifier is sure', async () => {
    const { report } = await check(supports);
    expect(report.statements.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted']);
    for (const { quote, start, end } of report.statements.flatMap(({ citations }) => citations)) {
      expect(source.text.slice(start, end)).toBe(quote);
    }
  });

  it('are never contradicted by a reading, and bring no finding', async () => {
    const { report } = await check(contradicts);
    expect(report.statements.map(({ verdict }) => verdict)).toEqual(['not-sure', 'contradicted']);
    expect(report.findings.every(({ statement }) => statement.start > 0)).toBe(true);
  });

  it('tell what typed facts and the verifier say of them', async () => {
    const { report } = await check(supports);
    expect(report.statements.map(({ checkers }) => checkers)).toEqual([
      [
        { by: 'typed-facts', verdict: 'not-sure' },
        { by: 'verifier', verdict: 'supported' },
      ],
      undefined,
    ]);
    const against = await check(contradicts);
    expect(against.report.statements[0]?.checkers?.[1]).toEqual({ by: 'verifier', verdict: 'contradicted' });
  });

  it('alone are read, and only when it is asked for', async () => {
    expect((await check(supports)).asked).toEqual(['He is a former smoker since years ago.']);
    expect((await check(supports, false)).asked).toEqual([]);
  });

  it('stay read in later checks, and only a changed one is read again', async () => {
    const { asked, reading: given } = reading(supports);
    const checker = new NoteChecker(new SourceReader(), undefined, () => Promise.resolve(given));
    const verdicts = async (text: string, read: boolean) => {
      const report = await checker.check({ note: 'n.md', text, sources: [source], read });
      return report.statements.map(({ verdict }) => verdict);
    };
    expect(await verdicts(note, false)).toEqual(['not-sure', 'contradicted']);
    expect(await verdicts(note, true)).toEqual(['supported', 'contradicted']);
    expect(await verdicts(note, false)).toEqual(['supported', 'contradicted']);
    await verdicts(`${note} He gave up smoking some years ago.`, true);
    expect(asked).toEqual(['He is a former smoker since years ago.', 'He gave up smoking some years ago.']);
  });

  it('are not supported where a rule asks a person to look', async () => {
    const { asked, reading: given } = reading(supports);
    const checker = new NoteChecker(new SourceReader(), undefined, () => Promise.resolve(given));
    const text = 'He quit some time ago, and weighs 81 kg.';
    const report = await checker.check({ note: 'n.md', text, sources: [source], read: true });
    expect(report.findings.map(({ rule }) => rule)).toContain('faithfulness/value-not-found');
    expect(report.statements.map(({ verdict }) => verdict)).toEqual(['not-sure']);
    expect(asked).toEqual([]);
  });

  it('count in the score of a summary', async () => {
    const score = (says?: LabelShares) =>
      scoreFaithfulness(note, [source], new SourceReader(), says && reading(says).reading);
    expect((await score()).score).toBe(0);
    expect((await score(supports)).score).toBe(0.5);
  });
});
