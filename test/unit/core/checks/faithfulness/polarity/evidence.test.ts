import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../../../src/core/checks/check-input';
import { faithfulnessPolarity } from '../../../../../../src/core/checks/faithfulness/polarity/polarity';
import { SourceIndex } from '../../../../../../src/core/evidence/source/source-index';

describe('the evidence of faithfulness/polarity', () => {
  it('quotes the answer that denies, not the question before it', () => {
    const note = 'She reports dizziness on standing.';
    const transcript =
      '[doctor] Any dizziness when you stand up?\n[patient] No, no dizziness.\n[doctor] Good.';
    const source = new SourceIndex('visit.transcript.txt', transcript, 'version');
    const statement = { start: 0, end: note.length, text: note, section: 0 };
    const [finding] = faithfulnessPolarity.run(checkInput(statement, undefined, [source]));
    expect(finding?.citations[0]?.quote).toBe('No, no dizziness.');
  });
});
