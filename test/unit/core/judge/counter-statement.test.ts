import { describe, expect, it } from 'vitest';
import { counterStatement } from '../../../../src/core/judge/counter-statement';

describe('the reverse of a statement', () => {
  it.each([
    ['The tumour was removed.', 'The tumour was not removed.'],
    ['Metformin should be stopped.', 'Metformin should not be stopped.'],
    ['The patient has been seen.', 'The patient has not been seen.'],
    ['Patients who are pregnant should stop it.', 'Patients who are pregnant should not stop it.'],
  ])('denies what is said: %s', (statement, reverse) => {
    expect(counterStatement(statement)).toBe(reverse);
  });

  it.each([
    ['Metformin is not given below 30.', 'Metformin is given below 30.'],
    ['No fever was seen.', 'Fever was seen.'],
    ['He never smoked.', 'He smoked.'],
    ['She doesn’t drink.', 'She does drink.'],
    ['He cannot walk.', 'He can walk.'],
    ['The wound healed without infection.', 'The wound healed with infection.'],
  ])('takes a denial out: %s', (statement, reverse) => {
    expect(counterStatement(statement)).toBe(reverse);
  });

  it.each(['Give oxygen to all patients.', 'His brother has diabetes.', ''])(
    'says that the opposite holds where no grammar is sure: "%s"',
    (statement) => {
      expect(counterStatement(statement)).toBe(`The opposite of this holds: ${statement}`);
    },
  );
});
