import { describe, expect, it } from 'vitest';
import { consistencyAllergy } from '../../../../../src/core/checks/consistency/allergy';
import { noteDraftsOf, reportedBy } from '../note-check';

const list = 'ALLERGIES\n\nPenicillin.\n\n';
const plan = (text: string): string => `PLAN\n\n${text}`;

describe('consistency/allergy', () => {
  it('reports a medicine of the class that the list of allergies names', () => {
    const [draft] = noteDraftsOf(
      consistencyAllergy,
      list + plan('Start amoxicillin 500 mg three times a day.'),
    );
    expect(draft).toMatchObject({ text: 'amoxicillin', verdict: 'contradicted', cited: ['Penicillin.'] });
    expect(draft?.message).toMatch(/allergy to Penicillin, .*both are penicillins/);
  });

  it('reports the medicine itself, by its brand too', () => {
    const note = `He is allergic to ibuprofen.\n\n${plan('Continue Advil 400 mg three times daily.')}`;
    const [draft] = noteDraftsOf(consistencyAllergy, note);
    expect(draft).toMatchObject({ text: 'Advil', cited: ['He is allergic to ibuprofen.'] });
  });

  it('takes nothing for an allergy that stands under a heading of its own behind the list', () => {
    const note = `ALLERGIES:\n1. Penicillin. Rash.\n\nINSTRUCTIONS: Stop smoking. Ibuprofen for pain.\n\n${plan('Continue ibuprofen 400 mg.')}`;
    expect(reportedBy(consistencyAllergy, note)).toEqual([]);
  });

  it('reports a combination that holds the medicine', () => {
    const note = `Allergies: oxycodone, latex.\n\n${plan('Start Percocet 5 mg every six hours.')}`;
    expect(reportedBy(consistencyAllergy, note)).toEqual(['Percocet']);
  });

  it('reports what the medication list goes on with', () => {
    const note = `${list}CURRENT MEDICATIONS\n\nAmoxicillin 500 mg daily.`;
    expect(reportedBy(consistencyAllergy, note)).toEqual(['Amoxicillin']);
  });

  it('only hints at a cephalosporin', () => {
    const [draft] = noteDraftsOf(
      consistencyAllergy,
      list + plan('Start cephalexin 500 mg four times a day.'),
    );
    expect(draft).toMatchObject({ text: 'cephalexin', verdict: 'not-sure' });
  });

  it('reports an NSAID against an allergy to aspirin', () => {
    const note = `She has an aspirin allergy.\n\n${plan('Start naproxen 500 mg twice daily.')}`;
    expect(reportedBy(consistencyAllergy, note)).toEqual(['naproxen']);
  });

  it.each([
    ['Sulfa.', 'Start Bactrim one tablet twice daily.', 'Bactrim'],
    ['NSAIDs.', 'Start meloxicam 15 mg daily.', 'meloxicam'],
    ['PCN (hives).', 'Start Augmentin 875 mg twice daily.', 'Augmentin'],
  ])('knows the class that "%s" stands for', (allergy, order, text) => {
    expect(reportedBy(consistencyAllergy, `ALLERGIES\n\n${allergy}\n\n${plan(order)}`)).toEqual([text]);
  });

  it.each([
    `ALLERGIES\n\nNo known drug allergies.\n\n${plan('Start amoxicillin 500 mg daily.')}`,
    `ALLERGIES\n\nNot allergic to penicillin.\n\n${plan('Start amoxicillin 500 mg daily.')}`,
    `He is not allergic to penicillin.\n\n${plan('Start amoxicillin 500 mg daily.')}`,
    `He denies allergy to penicillin.\n\n${plan('Start amoxicillin 500 mg daily.')}`,
    `His mother is allergic to penicillin.\n\n${plan('Start amoxicillin 500 mg daily.')}`,
    `${list}${plan('Avoid amoxicillin 500 mg.')}`,
    `${list}${plan('Stop amoxicillin 500 mg daily.')}`,
    `${list}${plan('Start azithromycin 250 mg daily.')}`,
    `${list}He tolerates cephalexin.\n\n${plan('Start cephalexin 500 mg four times a day.')}`,
    `${list}HISTORY\n\nHe was given amoxicillin 500 mg as a child and had hives.`,
    `He is allergic to penicillin but tolerates ibuprofen.\n\n${plan('Start ibuprofen 400 mg three times daily.')}`,
    `He has seasonal allergies and takes ibuprofen.\n\n${plan('Start ibuprofen 400 mg three times daily.')}`,
    `Allergies reviewed.\n\n${plan('Start ibuprofen 400 mg three times daily.')}`,
    `He takes cetirizine for his allergies.\n\n${plan('Continue cetirizine 10 mg daily.')}`,
    `Start cetirizine 10 mg daily for allergies.`,
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyAllergy, note)).toEqual([]);
  });
});
