import { describe, expect, it } from 'vitest';
import { contextsIn } from '../../facts-in';

describe('what a label says of what it names', () => {
  it.each([
    ['SI/HI: denies.', 'absent suicidal ideation'],
    ['Fever, chills: denied.', 'absent chills'],
    ['Psychosis: denies hallucinations.', 'unknown psychosis'],
    ['Tobacco: former, quit 2010.', 'present smoking (past)'],
    ['Tobacco: quit in spring.', 'present smoking (past)'],
  ])('%s', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });

  it.each([
    ['Cough: worse, denies fever.', 'present cough'],
    ['Tobacco: current smoker.', 'present smoking'],
    ['He has a cough that is worse at night: denies fever.', 'present cough (narrowed)'],
  ])('leaves what is told: %s', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });
});

describe('signs before the items of a list', () => {
  it.each([
    ['CV: - chest pain, - palpitations, + edema.', 'absent chest pain'],
    ['- chest pain, - palpitations', 'unknown chest pain'],
    ['chest pain, - palpitations, - edema', 'unknown chest pain'],
    ['CV: + chest pain, - palpitations.', 'present chest pain'],
    ['- chest pain, palpitations', 'present chest pain'],
  ])('%s', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });
});
