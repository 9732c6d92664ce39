import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('what belongs to a place', () => {
  it.each([
    ['the words for what it is', 'Refer to Kirrawee Eye Rooms.', 'Eye', 'Rooms'],
    [
      'the same in lower case',
      'He is a foreman at the Umgababa cement depot, so ring late.',
      'cement',
      'depot',
    ],
    [
      'whatever goes by a name behind "the"',
      'He fishes on the Aroha Marie trawler, so ring late.',
      'trawler',
    ],
    ['the ward before it', 'Female Medical Ward 3, Ogbomosho Baptist Hospital', 'Female', 'Ward'],
    ['the room before it', 'She is in Room 218 Sta. Lucia Wing.', 'Room', '218'],
    ['rooms and floors side by side', 'Referred by Dr Roe, Clinic F, Level 6', 'Clinic', '6'],
    ['a title inside', 'Taken to Dr. K. L. Athelney Regional.', 'Athelney', 'Regional'],
  ])('goes with it: %s', (_, text, ...gone) => {
    for (const word of gone) expect(hide(text)).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('ends where the sentence goes on', () => {
    expect(hide('She went with Mrs Okonjo, then left the clinic.')).toBe(
      'She went with Mrs [NAME-1], then left the clinic.',
    );
    expect(hide('Moved to Room 4, Theatre 2. Spoke to Mr Roe about rest.')).toContain('about rest.');
  });
});
