import { describe, expect, it } from 'vitest';
import { handednessIn } from '../../../../../src/core/facts/sides/handedness';
import { unevenIn } from '../../../../../src/core/facts/sides/uneven';
import { tokens } from '../../../../../src/core/text/tokens';
import { sidesIn } from '../../facts-in';

describe('short forms of a part with its side', () => {
  it.each([
    ['RLL pneumonia.', ['right lower lobe']],
    ['RUL nodule, LUL nodule.', ['right upper lobe', 'left upper lobe']],
    ['RUQ tenderness.', ['right upper quadrant']],
    ['Weak LUE and LLE.', ['left upper extremity', 'left lower extremity']],
    ['Cataract OS.', ['left eye']],
    ['VA 20/40 OD, 20/30 OS.', ['right eye', 'left eye']],
    ['IOP normal OU.', ['bilateral eye']],
    ['Otitis media AD.', ['right ear']],
    ['RBBB.', ['right bundle branch']],
  ])('are read in “%s”', (text, sides) => {
    expect(sidesIn(text)).toEqual(sides);
  });

  it.each([
    'Omeprazole 20 mg OD.',
    'Timolol one drop OD for glaucoma.',
    'Metformin 500 OD, eye exam due.',
    'Severe AS on echo.',
    'Ear pain as before.',
    'He took an OD of paracetamol.',
    'Fracture of the os calcis.',
  ])('are none in “%s”', (text) => {
    expect(sidesIn(text)).toEqual([]);
  });
});

describe('levels of the spine', () => {
  it.each([
    ['Right L4-5 hemilaminectomy.', ['right l4-5']],
    ['Right L4-L5 hemilaminectomy.', ['right l4-5']],
    ['Left L5/S1 disc.', ['left l5-s1']],
    ['The disc at L four five on the right.', ['right l4-5']],
    ['Left C6 radiculopathy.', ['left c6']],
  ])('have a side in “%s”', (text, sides) => {
    expect(sidesIn(text)).toEqual(sides);
  });

  it.each(['Right T2 signal.', 'Left L9-10.', 'S1, S2 on the left normal.'])('are none in “%s”', (text) => {
    expect(sidesIn(text)).toEqual([]);
  });
});

describe('the hand that somebody writes with', () => {
  it.each([
    ['He is right-handed.', 'right'],
    ['69M, left hand dominant.', 'left'],
    ['Right-hand dominant.', 'right'],
    ['My dominant hand is the left.', 'left'],
    ['She writes with her left hand.', 'left'],
    ['Ambidextrous.', 'bilateral'],
  ])('is read in “%s”', (text, side) => {
    expect(handednessIn(tokens(text))?.side).toBe(side);
  });

  it.each([
    'Are you right or left handed?',
    "I'm not left-handed.",
    'My son is left-handed.',
    'The left hand is weak.',
    'Hand dominance: left or right?',
  ])('is open in “%s”', (text) => {
    expect(handednessIn(tokens(text))).toBeUndefined();
  });
});

describe('what one side has more of', () => {
  it.each([
    ['Edema L > R.', 'left'],
    ['Edema R<L.', 'left'],
    ['Knee pain, right greater than left.', 'right'],
    ['The edema is on the right more than the left.', 'right'],
    ['The right one is worse than the left one.', 'right'],
    ['The right is better than the left.', 'left'],
    ["It's worse on the left.", 'left'],
    ['Swelling more on the right than on the left.', 'right'],
  ])('“%s”: %s', (text, side) => {
    expect(unevenIn(tokens(text))?.side).toBe(side);
  });

  it.each([
    'The left is no worse than the right.',
    'Left leg more swollen today.',
    'INR > 3.',
    'More than a week on the left.',
    'Sometimes L > R, sometimes R > L.',
    'Right now it is worse than last year.',
  ])('is open in “%s”', (text) => {
    expect(unevenIn(tokens(text))).toBeUndefined();
  });
});
