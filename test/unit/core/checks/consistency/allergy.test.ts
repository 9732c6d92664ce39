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

  it.each([
    'Allergies: penicillin. De-labelled in clinic today after a negative oral amoxicillin 500 mg challenge.',
    'ALLERGIES\n\nPenicillin: allergy removed after testing.\n\nPLAN\n\nAmoxicillin 500 mg TDS.',
  ])('holds no allergy against a medicine that was taken back: "%s"', (note) => {
    expect(reportedBy(consistencyAllergy, note)).toEqual([]);
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

  it('reports what is ordered under the heading of a problem in the plan', () => {
    const told = '## Subjective\n\n28-year-old woman with asthma and penicillin allergy.\n\n';
    const order = 'Amoxicillin 500 mg three times daily.';
    const under = `${told}## Assessment and plan\n\n### Pneumonia\n\n- ${order}\n`;
    expect(reportedBy(consistencyAllergy, under)).toEqual(['Amoxicillin']);
    const history = `${told}## History\n\n### Pneumonia\n\n- ${order}\n`;
    expect(reportedBy(consistencyAllergy, history)).toEqual([]);
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
    ['Codeine (hives).', 'Start Tylenol #3 one tablet every 6 hours.', 'Tylenol #3'],
    ['Codeine (hives).', 'Start co-codamol 8/500 two tablets four times daily.', 'co-codamol'],
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
    `Likely brimonidine allergy.\n\nMEDICATIONS\n\nBrimonidine BD.\n\n${plan('Stop brimonidine both eyes.')}`,
    `${list}${plan('Start Tylenol #3 one tablet every 6 hours.')}`,
    `ALLERGIES\n\nCodeine (hives).\n\n${plan('Start Tylenol 650 mg every 6 hours.')}`,
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

  // The reaction decides: after a cough sacubitril is the usual choice, after angioedema it can close the airway.
  it.each([
    ['enalapril - angioedema', 'Start Entresto 49/51 mg twice daily.', ['Entresto']],
    ['enalapril - cough', 'Start Entresto 49/51 mg twice daily.', []],
    ['codeine (anaphylaxis)', 'Start morphine 10 mg every 4 hours.', ['morphine']],
    ['codeine (nausea)', 'Start morphine 10 mg every 4 hours.', []],
    ['codeine (anaphylaxis)', 'Start fentanyl patch 25 mcg/h.', []],
  ])('after %j: %s', (allergy, order, expected) => {
    expect(reportedBy(consistencyAllergy, `Allergies: ${allergy}.\n\n${plan(order)}`)).toEqual(expected);
  });

  it('reads what a denial excepts', () => {
    const note = 'NKDA except penicillin. Given Tazocin 4.5 g IV.';
    expect(reportedBy(consistencyAllergy, note)).toEqual(['Tazocin']);
  });

  it.each([
    ['Allergies: NKDA\n\nHe is allergic to penicillin.', ['Allergies: NKDA']],
    ['Allergies: NKDA\n\nHe is allergic to peanuts.', []],
    ['Allergies: NKDA\n\nHis brother is allergic to penicillin.', []],
    ['No known allergies.\n\nHe is not allergic to penicillin.', []],
    ['No allergy to latex.\n\nHe is allergic to penicillin.', []],
  ])('a denial beside an allergy: %j', (note, expected) => {
    expect(reportedBy(consistencyAllergy, note)).toEqual(expected);
  });

  it.each([
    ['CT abdomen with contrast tomorrow.', ['CT abdomen with contrast']],
    ['Arrange a CTPA.', ['CTPA']],
    ['Non-contrast CT abdomen.', []],
    ['CT abdomen without contrast.', []],
    ['CT with contrast after premedication with prednisone.', []],
    ['CT with contrast showed a stone: surgery.', []],
    ['MRI brain with contrast.', []],
  ])('iodinated contrast for somebody allergic to it: %s', (order, expected) => {
    expect(reportedBy(consistencyAllergy, `Allergies: contrast dye (hives).\n\n${plan(order)}`)).toEqual(
      expected,
    );
  });

  it.each([
    'Allergies: penicillin (rash as a child).\nPlan: amoxicillin 500 mg three times a day.',
    'Allergic to penicillin, hives when he was a child.\nPlan: co-amoxiclav 625 mg three times a day.',
    'ADRs: trimethoprim (blisters).\nPlan: trimethoprim 200 mg twice a day.',
    'Allergy status: ibuprofen - angioedema.\nPlan: ibuprofen 400 mg three times a day.',
  ])('reads an allergy of childhood, and other names of the list: "%s"', (note) => {
    expect(reportedBy(consistencyAllergy, note)).toHaveLength(1);
  });

  it('still leaves out a child that is somebody else', () => {
    const note = 'Her child is allergic to penicillin.\nPlan: amoxicillin 500 mg three times a day.';
    expect(reportedBy(consistencyAllergy, note)).toEqual([]);
  });
});
