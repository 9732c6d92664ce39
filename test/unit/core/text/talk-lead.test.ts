import { describe, expect, it } from 'vitest';
import { splitTurns } from '../../../../src/core/text/turns';

/** What is said by turns, the first to speak first. */
const talk = [
  'morning come through what can we do',
  'its my ankle i went over on it',
  'hear a crack',
  'no',
  'numb anywhere',
  'nope just sore',
  'did you put weight on it',
  'i hopped to the car',
  'let me press here and here',
  'ow my heel',
  "we'll get a film and see",
];

const labelled = (...labels: readonly string[]): string =>
  talk.map((said, at) => `${labels[at % labels.length] ?? ''}${said}`).join('\n');

/** Who speaks first and second. */
const firstTwo = (text: string): string[] | undefined =>
  splitTurns(text)
    ?.slice(0, 2)
    .map(({ speaker }) => speaker);

describe('who leads a talk without question marks', () => {
  it.each([
    ['Speaker 1: ', 'Speaker 2: '],
    ['S1: ', 'S2: '],
    ['SPEAKER_00: ', 'SPEAKER_01: '],
    ['[A] ', '[B] '],
    ['Ines: ', 'Omar: '],
    ['Q: ', 'A: '],
    ['- ', '- '],
    ['— ', '— '],
  ])('is the clinician, under labels like %j', (first, second) => {
    expect(firstTwo(labelled(first, second))).toEqual(['clinician', 'patient']);
  });

  it('is the clinician, whoever speaks first', () => {
    expect(firstTwo(['B: hi i came about my foot', labelled('A: ', 'B: ')].join('\n'))).toEqual([
      'patient',
      'clinician',
    ]);
  });

  it('is found beside one who came along', () => {
    const text = `${labelled('Ines: ', 'Omar: ')}\nPia: he cried all night\nInes: did he\nPia: he did`;
    const roles = Object.fromEntries(splitTurns(text)?.map(({ label, speaker }) => [label, speaker]) ?? []);
    expect(roles).toEqual({ Ines: 'clinician', Omar: 'patient', Pia: 'family' });
  });

  it.each([
    [
      'two who tell',
      ['i was ill', 'me too', 'my back hurt', 'i had that', 'no fun', 'no', 'i slept', 'i did not'],
    ],
    [
      'two who ask',
      ['any news', 'do you know', 'how is it', 'what now', 'are you in', 'did it help', 'tell me', 'any'],
    ],
  ])('is nobody among %s', (_, said) => {
    expect(
      splitTurns(said.map((words, at) => `${at % 2 === 0 ? 'X' : 'Y'}: ${words}`).join('\n')),
    ).toBeUndefined();
  });

  it.each([
    [
      'findings',
      ['no fever', 'no rash', 'chest clear', 'abdomen soft', 'no edema', 'alert', 'ankle swollen'],
    ],
    [
      'advice',
      [
        'take your tablets',
        'rest your leg',
        'call us if worse',
        'keep your dressing dry',
        'any pain, call us',
        'see your doctor',
      ],
    ],
    [
      'complaints',
      ['my knee hurts', 'i fell', 'i was dizzy', 'i took two tablets', 'my wife saw it', 'i feel better'],
    ],
  ])('is nobody in a list of %s with dashes', (_, items) => {
    expect(splitTurns(items.map((item) => `- ${item}`).join('\n'))).toBeUndefined();
  });
});
