import { describe, expect, it } from 'vitest';
import { deniedIn } from '../../../../../src/core/evidence/support/denied';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { sourceOf } from '../../check-in';

/** The words of a conversation that deny what the claim does, and whether they ask; undefined where none do. */
function denied(claim: string, turns: string): { words: string; asks: boolean } | undefined {
  const text = `[doctor] Good morning. Is it cold? Is it far? Did you walk?\n[patient] Yes.\n${turns}\n[doctor] All right.`;
  const place = deniedIn(extractFacts(claim), sourceOf(text));
  return place && { words: text.slice(place.focus.start, place.focus.end), asks: place.asks };
}

describe('what a note denies in plain words', () => {
  it.each([
    ['No travel.', '[doctor] Any travel?\n[patient] No.', 'travel', true],
    ['No recent travel.', '[doctor] Have you had any travel recently?\n[patient] No, none.', 'travel', true],
    ['Denies pets.', "[patient] I don't have pets.", 'pets', false],
    [
      'Not pregnant or breastfeeding.',
      '[doctor] Pregnant or breastfeeding?\n[patient] No.',
      'Pregnant',
      true,
    ],
    ['He has not had a vasectomy.', '[doctor] Did you have a vasectomy?\n[patient] No.', 'vasectomy', true],
    ['No joint laxity.', "[doctor] I don't see any joint laxity.", 'joint laxity', false],
    ['Has never travelled.', '[doctor] Have you ever travelled?\n[patient] No, never.', 'travelled', true],
  ])('"%s" is denied by %j', (claim, turns, words, asks) => {
    expect(denied(claim, turns)).toMatchObject({ words: expect.stringContaining(words) as string, asks });
  });

  it.each([
    ['No travel.', '[doctor] Any travel?\n[patient] We went to Spain.', 'not answered with no'],
    ['No travel.', '[doctor] Any travel?\n[patient] Yes.', 'affirmed'],
    ['No travel.', '[doctor] Any travel to Asia?\n[patient] No.', 'a part of it'],
    ['No travel.', '[doctor] Any travel? Any pets at home?\n[patient] No.', 'something else was asked last'],
    [
      'No travel.',
      '[doctor] Any travel?\n[patient] No.\n[patient] I did travel to Rome in spring.',
      'told otherwise',
    ],
    ['No travel.', '[doctor] Any travel?\n[patient] Nothing by plane.', 'a part of it is denied'],
    ['Never travelled.', '[doctor] Have you travelled?\n[patient] No.', 'of all time'],
    ['No travel at any time.', '[doctor] Any travel?\n[patient] No.', 'of all time'],
    ['No FH of cataract surgery.', "[doctor] It's not cataract surgery that you need.", 'of the family'],
    ['No piercings.', '[doctor] Does your sister have piercings?\n[patient] No.', 'a relative'],
    ['No numbness in her arm.', '[doctor] Any numbness in the right arm?\n[patient] No.', 'one side'],
    ['No cracked skin.', '[doctor] No bleeding and cracked skin on the heel.', 'behind the denial'],
    ['No pets.', '[patient] No, I have pets.', 'an answer to something else'],
    ['Not pregnant.', '[doctor] If you are not pregnant we can do an X-ray.', 'a condition'],
    ['No boils.', '[patient] I had no boils last year.', 'of another time'],
    ['Travel.', '[doctor] Any travel?\n[patient] No.', 'no denial'],
    ['No', '[doctor] Any travel?\n[patient] No.', 'denies nothing'],
  ])('"%s" is not denied by %j: %s', (claim, turns) => {
    expect(denied(claim, turns)).toBeUndefined();
  });
});
