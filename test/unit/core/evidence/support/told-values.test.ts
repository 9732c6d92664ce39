import { describe, expect, it } from 'vitest';
import { toldValues } from '../../../../../src/core/evidence/support/values/told-values';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { resultsOf, sourceOf } from '../../check-in';

function verdictOf(statement: string, source: string): string | undefined {
  return resultsOf(statement, [source])[0]?.verdict;
}

function isTold(claim: string, source: string): boolean {
  return toldValues(extractFacts(claim), sourceOf(source)) !== undefined;
}

const inVisit = (told: string): string =>
  `Doctor: Good morning. How are you?\nPatient: Fine.\nDoctor: ${told}\nPatient: Okay.\nDoctor: See you.`;

describe('measured values that a note gives', () => {
  it.each([
    ['BP 152/88, HR 78.', "Your pressure's one fifty two over eighty eight, pulse seventy eight."],
    ['SpO2 96% RA.', 'Oxygen ninety-six on room air.'],
    ['O/E: BP 116/68, Wt 71 kg.', 'Blood pressure one sixteen over sixty-eight. Weight seventy-one.'],
    ['CRP 22.', 'Your CRP was twenty-two.'],
    ['TSH 2.1, HbA1c 46 mmol/mol.', 'The TSH is two point one. HbA1c forty-six.'],
  ])('are borne out where a clinician tells each: %s', (statement, told) => {
    expect(verdictOf(statement, inVisit(told))).toBe('supported');
  });

  it.each([
    ['HR 78.', 'Was your pulse seventy eight?'],
    ['HR 78.', 'Your pulse was seventy eight last year.'],
    ['HR 78.', 'Pulse seventy eight. Sorry, eighty seven.'],
    ['HR 78.', "Your mother's pulse is seventy eight."],
    ['HR 78.', 'If your pulse is seventy eight, leave the tablet out.'],
    ['HR 78.', 'I want your pulse at seventy eight.'],
    ['HR 78.', 'Pulse about seventy eight.'],
    ['HR 78.', 'Pulse seventy eight. Let me take that again.'],
    ['HR 78.', 'Pulse seventy eight, usually.'],
    ['HR 78.', 'Pulse seventy eight. After the walk the pulse is a hundred and ten.'],
    ['HR 78.', 'It should be a pulse of seventy eight.'],
    ['HR 78 standing.', 'Pulse seventy eight.'],
    ['SpO2 96% RA.', 'Oxygen ninety-six on two litres.'],
    ['SpO2 96%.', 'Oxygen ninety-six on two litres.'],
    ['HR 78, RR 16.', 'Pulse seventy eight.'],
    ['Wt 71-73 kg.', 'Weight seventy-one.'],
    ['eGFR > 60.', 'The eGFR is sixty.'],
    ['IOP 15.', 'Eye pressure fifteen.'],
  ])('are not where they are not told so, of now, of the patient: %s of "%s"', (statement, told) => {
    expect(isTold(statement, inVisit(told))).toBe(false);
  });

  it('are not borne out by what a patient measures at home', () => {
    const source = 'Doctor: Any readings?\nPatient: My blood pressure is 152 over 88.\nDoctor: Thanks.';
    expect(isTold('BP 152/88.', source)).toBe(false);
  });

  it('are addressed by a source that gives them under other names', () => {
    expect(verdictOf('HR 78.', 'is your pulse seventy eight?')).toBe('not-sure');
    expect(verdictOf('HR 78.', 'she walks to the shop')).toBe('not-addressed');
  });
});
