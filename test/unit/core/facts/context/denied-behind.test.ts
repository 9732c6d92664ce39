import { describe, expect, it } from 'vitest';
import { contextsIn } from '../../facts-in';

describe('a finding that is denied or over behind its name', () => {
  it.each([
    ['Malaria negative on film.', 'absent malaria'],
    ['Influenza negative by PCR.', 'absent influenza'],
    ['HIV negative in 2021 and again today.', 'absent hiv (narrowed)'],
    ['Rash absent since Monday.', 'absent rash'],
    ['Headache gone since yesterday.', 'absent headache (narrowed)'],
    ['Chest pain 0/10.', 'absent chest pain'],
    ['Diabetes: N', 'absent diabetes'],
    ['Hypertension - N', 'absent hypertension'],
    ['Pulmonary embolism excluded by CT.', 'absent pulmonary embolism'],
    ['Diabetes [ ] Hypertension [x]', 'unknown diabetes'],
    ['[ ] Fever [x] Cough', 'unknown fever'],
  ])('"%s"', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });
});

describe('what only looks like a denial behind a name', () => {
  it.each([
    ['Pneumonia with negative pressure isolation.', 'present pneumonia'],
    ['Pneumonia, negative blood cultures.', 'present pneumonia'],
    ['Chest pain 10/10.', 'present chest pain'],
    ['Headache 3/10.', 'present headache'],
    ['Headache gone worse since yesterday.', 'present headache'],
    ['Asthma: Y', 'present asthma'],
    ['[ ] Fever [x] Cough', 'present cough'],
    ['Culture negative endocarditis.', 'unknown endocarditis'],
  ])('"%s"', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });
});
