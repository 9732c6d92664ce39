import { describe, expect, it } from 'vitest';
import { findResults } from '../../../../../src/core/facts/results/find-results';
import { tokens } from '../../../../../src/core/text/tokens';

const read = (text: string): string[] =>
  findResults(tokens(text), text).map(({ test, value, past }) => `${test}: ${value}${past ? ' (past)' : ''}`);

describe('results of tests', () => {
  it.each([
    ['Your COVID test came back positive.', ['COVID test: positive']],
    ['COVID and flu negative.', ['COVID test: negative', 'influenza test: negative']],
    ['Positive for strep, negative for mono.', ['strep test: positive', 'mono test: negative']],
    ['A negative pregnancy test.', ['pregnancy test: negative']],
    ['COVID not detected.', ['COVID test: negative']],
    ['RPR non-reactive.', ['syphilis test: negative']],
    ['The blood cultures grew staph.', ['blood culture: positive']],
    ['Blood cultures: no growth at 48 hours.', ['blood culture: negative']],
    ["The urine culture hasn't grown anything.", ['urine culture: negative']],
    ['The dip shows some nitrites.', ['nitrites: positive']],
    ['No ketones in the urine.', ['urine ketones: negative']],
    ['Nitrite +, leukocyte esterase negative.', ['nitrites: positive', 'leukocyte esterase: negative']],
    ['HIV negative in 2019.', ['HIV test: negative (past)']],
    ['Blood group O positive.', ['blood group: O positive']],
    ['Blood type: AB Rh negative.', ['blood group: AB negative']],
    ['BI-RADS category four.', ['BI-RADS: 4']],
    ['Lung-RADS 4A nodule.', ['LUNG-RADS: 4']],
    ['NYHA class III.', ['NYHA class: 3']],
    ["I'd put you at NYHA class two.", ['NYHA class: 2']],
    ['Your heart failure is now class two.', ['NYHA class: 2']],
    ['Stage IIIA lung cancer.', ['cancer stage: 3']],
    ['The cancer is stage two.', ['cancer stage: 2']],
    ['CKD stage 3b.', ['stage of kidney disease: 3']],
    ['ECOG performance status 1.', ['ECOG performance status: 1']],
    ['NYHA III in 2019.', ['NYHA class: 3 (past)']],
    ['ECG: normal sinus rhythm.', ['ECG: sinus rhythm']],
    ['Your EKG shows atrial fibrillation.', ['ECG: atrial fibrillation']],
    ['She is full code.', ['code status: full code']],
    ["We'll make you DNR.", ['code status: DNR']],
  ])('in “%s”', (text, results) => {
    expect(read(text)).toEqual(results);
  });

  it.each([
    ['If the strep test is positive we treat.', 'a condition'],
    ['NYHA class II-III.', 'a range'],
    ['Which NYHA class I think you are in is open.', 'a pronoun'],
    ['Heart failure and class 2 obesity.', 'another scale'],
    ['If the heart failure gets to class three we talk again.', 'a condition'],
    ['My partner is HIV positive.', 'somebody else'],
    ['My mother was COVID positive.', 'a relative'],
    ['A false positive pregnancy test is rare.', 'what may be'],
    ['COVID-positive contact at work.', 'a contact'],
    ['Gram-negative rods in blood cultures.', 'a stain'],
    ['Hepatitis B surface antibody positive.', 'antibodies'],
    ['Ana is positive about it.', 'a name'],
    ['Blood cultures pending.', 'no result'],
    ['ECG: no atrial fibrillation.', 'denied'],
    ['History of atrial fibrillation.', 'no tracing'],
    ['ECG: sinus rhythm with runs of atrial fibrillation.', 'two at once'],
    ['Group B positive.', 'no blood group'],
    ['Would she want to be full code or DNR?', 'both'],
    ['She is not DNR.', 'denied'],
    ['The flu was going round.', 'no result'],
  ])('none in “%s”: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
