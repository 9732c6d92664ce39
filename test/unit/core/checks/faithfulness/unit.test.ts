import { describe, expect, it } from 'vitest';
import { faithfulnessUnit } from '../../../../../src/core/checks/faithfulness/unit';
import { draftsAgainst, saidAgainst } from '../source-check';

const transcript = [
  '[doctor] The weight is eighty-two kilograms and the glucose was ninety milligrams per deciliter.',
  '[patient] The rash began three weeks ago after the hike.',
  '[doctor] Keep the splint on for five days. The wound is two centimeters long.',
].join('\n');
const said = (note: string): string[] => saidAgainst(faithfulnessUnit, note, transcript);

describe('the source’s number in another unit', () => {
  it.each([
    ['Weight 82 lb.', '82 lb → 82 kg'],
    ['Glucose 90 mmol/L.', '90 mmol/L → 90 mg/dL'],
    ['Rash for the past 3 days, after a hike.', '3 days → 3 weeks'],
    ['Splint for 5 weeks.', '5 weeks → 5 days'],
    ['Wound of 2 mm.', '2 mm → 2 cm'],
  ])('in "%s"', (note, expected) => {
    expect(said(note)).toEqual([expected]);
  });

  it.each([
    ['Weight 82 kg.', 'the same unit'],
    ['Weight 181 lb.', 'the same weight'],
    ['Glucose 5.0 mmol/L.', 'the same concentration of glucose'],
    ['Rash for the past 21 days.', 'the same time'],
    ['Weight 82.', 'no unit'],
    ['Height 82 cm.', 'another measurement'],
    ['Weight 92 lb.', 'another number'],
    ['Back in 3 days.', 'a time ahead, and the source’s lies behind'],
  ])('is none in "%s": %s', (note) => {
    expect(said(note)).toEqual([]);
  });

  it('keeps the note’s number and takes the source’s unit', () => {
    const note = 'Splint for 5 weeks.';
    const [draft] = draftsAgainst(faithfulnessUnit, note, transcript);
    const [fix] = draft?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    expect(note.slice(0, fix.start) + fix.newText + note.slice(fix.end)).toBe('Splint for 5 days.');
  });

  it('is none without a source', () => {
    expect(saidAgainst(faithfulnessUnit, 'Weight 82 lb.', [])).toEqual([]);
  });
});

describe('days of a week', () => {
  it('are no length of time', () => {
    const source = 'Mum: Leo goes to nursery three days a week.\nDoctor: I see.';
    expect(saidAgainst(faithfulnessUnit, 'Leo, 3 years old, attends nursery.', source)).toEqual([]);
  });
});
