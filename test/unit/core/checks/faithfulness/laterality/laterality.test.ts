import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../../check-in';

const transcript =
  '[patient] My left knee hurts.\n[doctor] Let me see the left knee. Okay.\n[doctor] The right ankle is swollen.';

describe('a side that the source gives otherwise', () => {
  it.each([
    ['Right knee pain.', 'faithfulness/laterality: Right knee → left'],
    ['Tenderness of the RIGHT knee.', 'faithfulness/laterality: RIGHT knee → left'],
    ['Pain in the knee on the right.', 'faithfulness/laterality: knee on the right → left'],
    ['Swelling of the left ankle.', 'faithfulness/laterality: left ankle → right'],
  ])('in "%s"', (note, expected) => {
    expect(contradictionsOf(note, transcript)).toEqual([expected]);
  });

  it.each([
    ['Left knee pain.', 'the same side'],
    ['Knee pain.', 'no side'],
    ['Right hip pain.', 'another part of the body'],
    ['Bilateral knee pain.', 'both sides'],
    ['Left knee painful, right knee normal.', 'the sides told apart'],
  ])('is none in "%s": %s', (note) => {
    const found = findingsOf(note, transcript).filter(({ rule }) => rule === 'faithfulness/laterality');
    expect(found).toEqual([]);
  });

  it.each([
    ['[patient] My left knee hurts.\n[patient] The right knee too.', 'both sides are named'],
    ['[patient] My left knee hurts, I think. No, it is on the right.\n[doctor] Okay.', 'corrected at once'],
    ['[patient] Both my knees hurt, the left knee more.\n[doctor] Okay.', 'both are meant'],
    [
      '[patient] My left knee hurts.\n[doctor] And on the right side?\n[patient] It clicks.',
      'by "the right side"',
    ],
    [
      '[patient] My left knee hurts.\n[doctor] What about the other side?\n[patient] It clicks.',
      'by "the other side"',
    ],
  ])('is none where the source says %j: %s', (source) => {
    expect(findingsOf('Right knee pain.', source)).toEqual([]);
  });

  it('offers the source’s side in the note’s own letters', () => {
    const fixed = [
      'Right knee pain.',
      'RIGHT knee pain.',
      'right-sided knee pain.',
      'R knee pain.',
      'Rt knee pain.',
    ].map((note) => {
      const fix = findingsOf(note, transcript)[0]?.fixes[0];
      return fix && note.slice(0, fix.start) + fix.newText + note.slice(fix.end);
    });
    expect(fixed).toEqual([
      'Left knee pain.',
      'LEFT knee pain.',
      'left-sided knee pain.',
      'L knee pain.',
      'Lt knee pain.',
    ]);
  });
});

describe('another event or another part', () => {
  it.each([
    [
      'Left hernia repair in 2012.',
      '[doctor] Anything else?\n[patient] No.\n[doctor] There is a hernia on the right.',
    ],
    ['Sprained left ankle.', '[doctor] Any rash?\n[patient] The right thigh had a patch.\n[doctor] Okay.'],
    ['R heel intact.', '[doctor] Heel?\n[nurse] Left heel, grade two sore.'],
    ['Right heel sore.', "[doctor] Heel?\n[nurse] Left heel, grade two sore. The right's worse."],
    [
      'Gout of the right great toe.',
      '[doctor] and the gout\n[patient] yeah gout the left big toe no wait the right\n[doctor] okay',
    ],
    [
      'Left temporal lobe epilepsy.',
      '[doctor] this is a right handed woman with temporal lobe epilepsy here for follow up',
    ],
    [
      'Left knee injury.',
      '[doctor] So you are seventeen, and this is the right knee?\n[patient] Left.\n[doctor] Sorry.',
    ],
    [
      'Left knee injury.',
      '[doctor] Good one first. Right knee, that is tight. Now the left.\n[patient] Ow.\n[doctor] Sorry.',
    ],
    ['69M, left hand dominant.', '[doctor] So you fell on your outstretched right hand?\n[patient] I did.'],
  ])('does not contradict "%s"', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('contradicts what is well on one side by the same of the other', () => {
    expect(
      contradictionsOf('Right heel intact.', '[doctor] Heel?\n[nurse] Left heel is intact, nothing there.'),
    ).toEqual(['faithfulness/laterality: Right heel → left']);
  });
});

describe('a side with no part named', () => {
  const visit =
    '[patient] My right knee hurts.\n[doctor] I see.\n[patient] Okay.\n[doctor] Let me look. Healed scars on the left, old ones.\n[patient] Yes.';

  it('bears out what shares its words', () => {
    expect(contradictionsOf('Healed scars of the left knee.', visit)).toEqual([]);
  });

  it('does not bear out what was said of the other side', () => {
    expect(contradictionsOf('Left knee hurts.', visit)).toHaveLength(1);
  });
});

describe('the side of another part in the same sentence', () => {
  it('binds nothing else', () => {
    const source =
      "[patient] My hip hurts.\n[doctor] And the wrist, that's the right?\n[patient] Yes.\n[doctor] So the right one is swollen.";
    expect(contradictionsOf('Left hip: tender.', source)).toEqual([]);
  });
});

describe('a side whose noun is left out', () => {
  const examined = (told: string): string => `[doctor] ${told}\n[patient] Okay.`;

  it.each([
    ['Right knee: full ROM. Left knee: effusion.', 'Right knee has full motion. The left has an effusion.'],
    [
      'Right tympanic membrane red and bulging; left normal.',
      'Left ear, normal. Right one, the drum is red and bulging.',
    ],
    ['Left hip: reduced rotation.', 'The right hip moves freely. The left is stiff when it turns.'],
  ])('bears "%s" out: "%s"', (note, told) => {
    expect(contradictionsOf(note, examined(told))).toEqual([]);
  });

  it('is of the part named last', () => {
    expect(contradictionsOf('Right shoulder: tender.', examined('The left shoulder is tender.'))).toEqual([
      'faithfulness/laterality: Right shoulder → left',
    ]);
  });

  it('is none where "right" means correct', () => {
    const told = 'Left knee has an effusion. Is that the right one to look at? Right.';
    expect(contradictionsOf('Right knee effusion.', examined(told))).toHaveLength(1);
  });
});

describe('the lobe of an organ', () => {
  const report = 'CT chest: RUL nodule 9 mm. Liver cyst left lobe 6 mm.';

  it('says no side of the lobe of another', () => {
    expect(contradictionsOf('9 mm nodule in the right upper lobe.', report)).toEqual([]);
  });

  it('says the side of its own', () => {
    expect(
      contradictionsOf(
        '9 mm nodule in the right upper lobe.',
        'There is a 9 mm nodule in the left upper lobe.',
      ),
    ).toHaveLength(1);
  });
});

describe('a side in another form', () => {
  it.each([
    ['RLL pneumonia.', 'You have pneumonia in the left lower lobe.'],
    ['RUQ tenderness.', "You're tender in the left upper quadrant."],
    ['Cataract OS.', "There's a cataract in the right eye."],
    ['Latanoprost one drop in both eyes nightly.', 'Latanoprost, one drop in the left eye at night.'],
    ['Edema L > R.', 'The edema is on the right more than the left.'],
    ['Right L4-5 hemilaminectomy.', "We'll do the hemilaminectomy at L4-L5 on the left."],
    ['Right-sided hemiparesis.', 'You have weakness of the left side of your body.'],
    ['He is right-handed.', "I'm left-handed."],
  ])('“%s” against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['RLL pneumonia.', 'You have pneumonia in the right lower lobe.'],
    ['VA 20/40 OD, 20/30 OS.', 'The right eye is 20/40 and the left eye 20/30.'],
    ['LLL crackles.', 'There are crackles at the left base.'],
    ['Edema L > R.', 'The edema is worse on the left.'],
    ['Edema L > R.', '[doctor] Is the edema worse on the right?\n[patient] No, the left.'],
    ['Left-handed.', '[doctor] Are you right-handed?\n[patient] No, left.'],
    ['Right-handed.', 'My daughter is left-handed.'],
    [
      'Latanoprost one drop in both eyes nightly.',
      '[doctor] Latanoprost, one drop in the left eye.\n[patient] And the right eye?\n[doctor] Yes.',
    ],
    ['Right hemiparesis.', 'You have weakness on your right side, from the stroke on the left.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('is turned into the same form', () => {
    const [finding] = findingsOf('RLL pneumonia.', 'You have pneumonia in the left lower lobe.');
    expect(finding?.fixes[0]?.newText).toBe('LLL');
  });
});

describe('short forms of a side before what is there', () => {
  const source = [
    'Doctor: Which ear is it?',
    'Patient: The right. It has been hurting since Monday.',
    'Doctor: Any discharge?',
    'Patient: A bit.',
  ].join('\n');

  it.each([['4/7 L otalgia.'], ['L earache since Monday.'], ['Lt ear pain.']])('are compared: %s', (note) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([['4/7 R otalgia.'], ['Rt ear pain.'], ['Otalgia, 2 L drained.'], ['Drank 2 L dizzy after.']])(
    'say nothing against the source: %s',
    (note) => {
      expect(contradictionsOf(note, source)).toEqual([]);
    },
  );
});

describe('a side that is said to be well', () => {
  const source = [
    'Patient: It shoots down the back of the leg.',
    'Doctor: Left leg?',
    'Patient: Left leg, yeah. The right one is fine.',
  ].join('\n');

  it('is none of a complaint', () => {
    expect(contradictionsOf('Pain shoots down R leg.', source)).toHaveLength(1);
    expect(contradictionsOf('Pain shoots down L leg.', source)).toEqual([]);
    expect(contradictionsOf('R leg normal.', source)).toEqual([]);
  });

  it('cites the answer and not the question', () => {
    const [found] = findingsOf('Pain shoots down R leg.', source);
    expect(found?.citations[0]?.quote).toContain('yeah');
  });
});

describe('a statement that tells the other side apart without its part', () => {
  const hips = 'Doctor: The left hip has bad arthritis, the right hip is only mild.\nPatient: Okay.';

  it('is left alone', () => {
    expect(contradictionsOf('Severe arthritis left hip, mild right.', hips)).toEqual([]);
  });

  it('is compared where no other side follows', () => {
    const hip = 'Doctor: The left hip has bad arthritis.\nPatient: Okay.';
    expect(contradictionsOf('Severe arthritis right hip, mild pain.', hip)).toHaveLength(1);
  });
});
