import { describe, expect, it } from 'vitest';
import { faithfulnessOmission } from '../../../../../src/core/checks/faithfulness/omission';
import { sourceOf } from '../../check-in';
import { noteInput } from '../note-check';

const transcript = [
  '[doctor] i will start you on pantoprazole 40 mg once a day .',
  '[patient] okay . and my lisinopril ?',
  '[doctor] stay on the lisinopril 10 mg .',
].join('\n');

const missing = (note: string, source = transcript): (string | undefined)[] =>
  faithfulnessOmission
    .run({ ...noteInput(note), sources: [sourceOf(source)] })
    .map(({ expected }) => expected);

describe('faithfulness/omission', () => {
  it('names the medicine that the note leaves out, and quotes the order', () => {
    const note = '# Plan\n\nContinue lisinopril 10 mg daily.\nReturn in 3 months.\n';
    const input = { ...noteInput(note), sources: [sourceOf(transcript)] };
    const [draft, ...more] = faithfulnessOmission.run(input);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ at: 1, expected: 'pantoprazole', verdict: 'not-addressed' });
    expect(draft?.citations[0]?.quote).toContain('pantoprazole 40 mg');
  });

  it.each([
    ['# Plan\n\nStart Protonix. Continue lisinopril.', 'its brand'],
    ['# Plan\n\nStart omeprazole. Continue lisinopril.', 'one of its class: another rule’s'],
    ['# Family history\n\nFather with diabetes.', 'a note without a plan'],
    ['Start nothing.', 'a note without headings'],
  ])('is silent for %j: %s', (note) => {
    expect(missing(note)).toEqual([]);
  });

  it('leaves a medicine alone that the source only names', () => {
    expect(missing('# Plan\n\nRest and fluids.', '[doctor] have you heard of pantoprazole ?')).toEqual([]);
  });

  it('leaves a medicine that stands under another name to the rule that tells so', () => {
    const note = '# Plan\n\nStart hydroxyzine 25 mg three times a day.';
    const said = '[doctor] we start hydralazine 25 mg three times a day .';
    expect(missing(note, said)).toEqual([]);
    expect(missing('# Plan\n\nRest and fluids.', said)).toEqual(['hydralazine']);
  });

  it('needs a source', () => {
    expect(faithfulnessOmission.run(noteInput('# Plan\n\nRest and fluids.'))).toEqual([]);
  });
});
