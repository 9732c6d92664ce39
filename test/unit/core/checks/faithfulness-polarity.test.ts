import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../check-in';

const asked = (question: string, answer: string): string =>
  `[doctor] Good morning.\n[doctor] ${question}\n[patient] ${answer}\n[doctor] All right.`;

describe('a finding that the source turns round', () => {
  it.each([
    ['She reports chest pain.', asked('Any chest pain?', 'No.'), 'absent'],
    ['She reports chest pain.', asked('Any fever or chest pain?', 'No, nothing like that.'), 'absent'],
    ['Fever today.', asked('How are you?', "I haven't had any fever."), 'absent'],
    ['She denies cough.', asked('Do you have a cough?', 'Yes, every night.'), 'present'],
    ['No headache.', asked('How are you?', 'I have a headache every day.'), 'present'],
    ['Lungs with wheezing.', '[doctor] There is no wheezing.\n[patient] Good.', 'absent'],
    ['Active smoker.', asked('Do you smoke?', "No, I don't smoke."), 'absent'],
  ])('"%s" of %j', (note, source, expected) => {
    const [only, ...others] = findingsOf(note, source);
    expect(others).toEqual([]);
    expect([only?.rule, only?.verdict, only?.expected]).toEqual([
      'faithfulness/polarity',
      'contradicted',
      expected,
    ]);
  });

  it.each([
    ['She denies chest pain.', asked('Any chest pain?', 'No.')],
    ['Nil chest pain.', asked('Any chest pain?', 'No.')],
    ['Non-smoker.', asked('Do you smoke?', 'No.')],
    ['She reports a cough.', asked('Do you have a cough?', 'Yes.')],
  ])('is none in "%s" of %j', (note, source) => {
    expect(findingsOf(note, source)).toEqual([]);
  });

  it.each([
    ['Cough.', asked('Any cough or fever?', 'Yes.'), 'of two things asked, nobody knows which'],
    [
      'No fever.',
      asked('Any fever? Feeling hot or cold?', 'Yeah, definitely.'),
      'the last question is answered',
    ],
    [
      'She reports chest pain.',
      asked('Any chest pain?', 'No, just when I run.'),
      'the answer takes something back',
    ],
    ['No chest pain at rest.', asked('Any chest pain?', 'Yes.'), 'a narrower claim'],
    [
      'No swelling of the ankle.',
      asked('Swelling?', 'There is swelling of my neck.'),
      'another part of the body',
    ],
    ['History of seizures.', asked('Any seizures?', 'No.'), 'the past'],
    ['Possible pneumonia.', '[doctor] There is no pneumonia.\n[patient] Good.', 'uncertain'],
    ['No cough.', '[patient] My mother has a cough.\n[doctor] Okay.', 'another person'],
    ['No increase in cough.', asked('Do you have a cough?', 'Yes.'), 'no negation of the cough'],
    [
      'She reports chest pain.',
      asked('Any chest pain?', 'No.') + '\n[patient] I did get chest pain once.',
      'said otherwise elsewhere',
    ],
    [
      'No headache now but headaches before.',
      asked('Headache?', 'I have a headache a lot.'),
      'a note that tells times apart',
    ],
  ])('abstains in "%s" of %j: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('does not look into sections about the past or other people', () => {
    const source = asked('Any asthma?', 'No.');
    expect(contradictionsOf('## Family history\nAsthma is present.', source)).toEqual([]);
    expect(contradictionsOf('## Assessment\nAsthma is present.', source)).toHaveLength(1);
  });
});
