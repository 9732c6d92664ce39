import { describe, expect, it } from 'vitest';
import { contextsIn } from '../../facts-in';

describe('a list that "denies" opens', () => {
  it.each([
    ['Denies headache, early satiety, nausea, vomiting.', 'absent vomiting'],
    ['She denied cough, chronic nasal congestion, wheezing.', 'absent wheezing'],
    ['Denies palpitations today, dizziness today, syncope.', 'absent dizziness'],
    ['Denies wheezing currently, cough currently, fever.', 'absent cough'],
    ['Denies fever, severe headache, or wheezing.', 'absent headache'],
    ['Denies rash today, itching today.', 'absent itching'],
    ['Not dizzy, nauseated or fatigued.', 'absent fatigue'],
    ['No dizziness, fatigue.', 'absent fatigue'],
  ])('denies all of it: %s', (text, expected) => {
    expect(contextsIn(text).map((one) => one.replace(/ \(.*/, ''))).toContain(expected);
  });

  it.each([
    ['Denies fever, severe headache.', 'unknown headache'],
    ['Denies nausea today, diarrhea.', 'unknown diarrhea'],
    ['Not dizzy on standing, fatigued.', 'unknown fatigue'],
  ])('leaves open what stands last: %s', (text, expected) => {
    expect(contextsIn(text).map((one) => one.replace(/ \(.*/, ''))).toContain(expected);
  });

  it.each([
    ['Denies fever, but has a cough.', 'present cough'],
    ['Denies fever, reports wheezing, nausea.', 'present nausea'],
    ['Denies fever, mild cough, wheezing.', 'present cough'],
    ['No fever, severe headache, wheezing.', 'present headache'],
    ['Denies fever. Cough, nausea.', 'present nausea'],
  ])('ends where something else is told: %s', (text, expected) => {
    expect(contextsIn(text).map((one) => one.replace(/ \(.*/, ''))).toContain(expected);
  });
});

describe('what to come back for', () => {
  it.each([
    'ER for worse headache, no urine in 8 h, stiff neck, vomiting.',
    'Return for chest pain, unable to keep fluids down for a day, no wet nappies, fever.',
    'Call sooner for bleeding, increasing swelling of the leg below the plaster, fever.',
  ])('holds to the full stop: %s', (text) => {
    for (const one of contextsIn(text)) expect(one).toMatch(/unknown|hypothetical/);
  });
});

describe('what a label asks for', () => {
  it('is open where all of its kind is denied', () => {
    expect(contextsIn('Psychosis: denies hallucinations.')).toContain('unknown psychosis');
  });
});

describe('speech without marks', () => {
  it.each([
    [
      "almost done okay this one is red and there's pus can't see the landmarks all done good job buddy he's crying real tears now that is fine",
      'absent',
      'crying',
    ],
  ])('ends what is not seen: %s', (text, polarity, name) => {
    expect(contextsIn(text).filter((one) => one.startsWith(polarity) && one.includes(name))).toEqual([]);
  });

  it('denies what is looked for beside it', () => {
    expect(
      contextsIn(
        "okay so I looked at all of the pictures from this morning with you and I can't see any sign of a fracture there at all which is good",
      ),
    ).toContain('absent fracture');
  });
});

describe('a decade that is over', () => {
  it.each(['Tobacco: pipe use in the 1970s.', 'Smoked in the seventies.', 'Smoking in the early 80s.'])(
    'makes a habit one of the past: %s',
    (text) => {
      expect(contextsIn(text).every((one) => one.includes('past'))).toBe(true);
    },
  );
});
