import { describe, expect, it } from 'vitest';
import { examinedIn, isOfExamination } from '../../../../../src/core/evidence/support/examined/examined';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { resultsOf, sourceOf } from '../../check-in';

function conversation(turns: string): string {
  return `[doctor] Good morning. How are you? Is it cold outside? Did you walk?\n[patient] Fine, thanks.\n${turns}\n[patient] Okay.`;
}

/** The words of a conversation that bear a claim out; undefined where none do. */
function found(claim: string, turns: string): string | undefined {
  const text = conversation(turns);
  const place = examinedIn(extractFacts(claim), sourceOf(text));
  return place && text.slice(place.focus.start, place.focus.end);
}

describe('what a note says an examination found', () => {
  it.each([
    ['Abdomen soft and non-tender.', '[doctor] Tummy is soft, not tender anywhere.'],
    ['Lungs clear bilaterally.', '[doctor] Your lungs are clear on both sides.'],
    [
      'Chest clear, HS normal, no oedema.',
      '[doctor] Lungs sound clear. Heart sounds normal. Legs, no swelling.',
    ],
    ['Heart and lungs normal.', "[doctor] Heart's normal and lungs are normal."],
    ['Heart: Regular, no murmur.', "[doctor] Heart's regular, no murmurs."],
    ['Abd: Soft.', "[doctor] Right, belly's soft."],
    ['L TM mildly red, R TM normal.', '[doctor] Left drum is a bit red, right drum is normal.'],
    ['Right calf soft.', '[doctor] Both calves are soft.'],
    ['No ankle oedema.', "[doctor] Legs aren't swollen."],
    ['No leg oedema.', '[doctor] No swelling in the legs.'],
    ['No murmur or rub.', '[doctor] Heart is regular, no murmur, no rub.'],
  ])('"%s" is told by %j', (claim, turns) => {
    expect(found(claim, turns)).toBeDefined();
  });

  it.each([
    ['Abdomen soft, non-tender.', '[doctor] Belly is soft, tender over the wound.', 'tender in one place'],
    ['Abdomen soft, non-tender.', '[doctor] Belly is soft.', 'one of two only'],
    [
      'Abdomen non-tender.',
      '[doctor] Belly is not tender.\n[patient] Ow, it is just there.',
      'who is examined objects',
    ],
    ['Abdomen soft.', '[doctor] Belly is soft, except low on the left.', 'an exception'],
    ['Lungs clear.', '[doctor] The right lung is clear.', 'one side only'],
    ['Lungs clear.', '[doctor] On the right, lungs are clear.', 'one side only, said apart'],
    ['Left lung clear.', '[doctor] Right lung is clear. Left lung is dull.', 'the other side'],
    ['Lungs clear.', '[doctor] Lungs are clear. Actually, crackles at the left base.', 'taken back'],
    [
      'Lungs clear.',
      '[doctor] Lungs are clear.\n[patient] Good.\n[doctor] Lungs, some wheeze now.',
      'another finding later',
    ],
    ['Lungs clear.', '[doctor] I have the chest x-ray. Lungs are clear.', 'seen in a picture'],
    ['Lungs clear.', '[doctor] Last week your lungs were clear.', 'another day'],
    ['Lungs clear.', '[doctor] If lungs are clear, you can go home.', 'a condition'],
    ['Lungs clear.', '[doctor] Lungs clear?', 'only asked'],
    ['Lungs clear.', '[patient] Lungs are clear.', 'told by the patient'],
    ['Lungs clear.', "[doctor] Lungs aren't clear.", 'denied'],
    ['No murmur.', '[doctor] Heart is regular.', 'not told'],
    ['Heart rubs.', '[doctor] Heart has no murmurs, rubs or gallops.', 'a list that a no reaches over'],
    ['Knee hot.', '[doctor] Knee is not red, swollen or hot.', 'a list that a no reaches over'],
    ['Knee warm.', '[doctor] Knee is not red and warm.', 'open whether the no holds'],
    ['Abdomen soft.', "[doctor] Belly. There's a soft murmur.", 'of something else'],
    ['Legs normal.', '[doctor] Power in the legs is normal.', 'a part of what is looked at'],
    ['Ankles normal.', '[doctor] Ankle reflexes are normal.', 'a part of what is looked at'],
    ['Left knee swollen.', '[doctor] Knee is swollen.', 'without a side'],
    ['Ankles swollen.', '[doctor] Ankles are a bit swollen.', 'less of it'],
    ['Dry mouth.', '[doctor] Any dry mouth, rash?', 'asked for'],
    ['Calves non-tender.', "[doctor] Does the calf hurt? It isn't tender when you rest.", 'at rest only'],
  ])('"%s" is not told by %j: %s', (claim, turns) => {
    expect(found(claim, turns)).toBeUndefined();
  });

  it.each(['Knee', 'Abdomen soft, afebrile.', 'Tolerates soft diet.', 'Chest pain on exertion.', ''])(
    'takes %j for no such claim',
    (claim) => {
      expect(isOfExamination(extractFacts(claim))).toBe(false);
    },
  );

  it('bears a statement out whose parts depend on each other', () => {
    const [result] = resultsOf('Abdomen soft, not tender.', [
      conversation('[doctor] Tummy is soft, not tender anywhere.'),
    ]);
    expect(result?.verdict).toBe('supported');
  });
});
