import { describe, expect, it } from 'vitest';
import { restatedIn } from '../../../../../src/core/evidence/support/restated';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { sourceOf } from '../../check-in';

/** The words of a conversation that say what the claim says; undefined where none do. */
function said(claim: string, turns: string): string | undefined {
  const text = `[doctor] Good morning.\n[patient] Hello.\n${turns}\n[doctor] All right.`;
  const place = restatedIn(extractFacts(claim), sourceOf(text));
  return place && text.slice(place.focus.start, place.focus.end);
}

describe('what a note restates', () => {
  it.each([
    [
      'Gait is steady.',
      '[doctor] okay so you are awake and alert and your gait is steady and the rest looks fine',
      'gait is steady',
    ],
    ['Ordered an echocardiogram.', "[doctor] So I'll book you an echo for next week.", 'book you an echo'],
    ['Discontinued metoprolol.', '[doctor] We stopped the metoprolol, yes.', 'stopped the metoprolol'],
    [
      'Flu vaccine in the left arm.',
      '[nurse] I gave the flu vaccine in your left arm.',
      'flu vaccine in your left arm',
    ],
    ['History of gallstones.', '[patient] I have gallstones.', 'gallstones'],
    ['Sertraline.', "[patient] I've been on sertraline for a while.", 'sertraline'],
    [
      'Works as an accountant.',
      '[doctor] And what do you do?\n[patient] I work as an accountant.',
      'work as an accountant',
    ],
    ['Lives alone.', '[doctor] Do you live alone?\n[patient] Yes, I do.', 'live alone'],
    [
      'Discharged on 26 October 2026.',
      '[doctor] You were discharged on the twenty-sixth of October 2026.',
      'discharged on the twenty',
    ],
    [
      'Graze on the forearm, 4 cm.',
      '[doctor] There is a graze on the forearm, about four centimetres.',
      'graze on the forearm',
    ],
    [
      'Ankle swelling has gone down since furosemide was started.',
      '[patient] The ankle swelling has gone down since they started the furosemide.',
      'swelling has gone down',
    ],
    [
      'Heart failure with reduced ejection fraction.',
      '[doctor] Any questions? No? It is what we call heart failure with a reduced ejection fraction.',
      'heart failure with a reduced ejection fraction',
    ],
    ['ECG normal.', '[doctor] That is a normal ECG.', 'normal ECG'],
    [
      'The splint helped the thumb, not the wrist.',
      '[patient] The splint helped the thumb, not the wrist.',
      'splint helped the thumb, not the wrist',
    ],
    ['Does not drive at night.', '[patient] I dont drive at night.', 'drive at night'],
    ['Hepatitis C antibody negative.', '[doctor] Hepatitis C antibody is negative.', 'Hepatitis C antibody'],
    [
      'Ferritin 12, was 30 in May.',
      '[doctor] The ferritin is 12, it was 30 in May.',
      'ferritin is 12, it was 30 in May',
    ],
    ['Never kept bees.', '[doctor] Do you keep bees?\n[patient] I never kept bees.', 'kept bees'],
    [
      'BP 152/94 in clinic.',
      '[doctor] The blood pressure in clinic is 152 over 94.',
      'clinic is 152 over 94',
    ],
    ['Allergic to codeine.', '[patient] I have a codeine allergy.', 'codeine allergy'],
    ['Mother has asthma.', '[patient] My mum has asthma.', 'mum has asthma'],
    ['Mr. Reyes lives alone.', '[patient] I live alone.', 'live alone'],
    [
      'Ana Reyes is a 45-year-old woman who works as a florist.',
      '[doctor] Ana is a 45-year-old female who works as a florist.',
      'Ana is a 45-year-old female who works as a florist',
    ],
    [
      'X-ray of the right foot was obtained.',
      '[doctor] You had an X-ray of the right foot.',
      'ray of the right foot',
    ],
    [
      'Metformin 500 mg twice daily.',
      '[patient] I take metformin five hundred milligrams twice a day.',
      'metformin',
    ],
  ])('"%s" is told by %j', (claim, text, words) => {
    expect(said(claim, text)).toContain(words);
  });

  it.each([
    ['Gait is steady.', '[doctor] Your gait is not steady.', 'negated'],
    ['Lives alone.', '[doctor] Do you live alone?\n[patient] No, with my husband.', 'asked, and denied'],
    ['Drives at night.', '[patient] I dont drive at night.', 'negated without an apostrophe'],
    [
      'The splint helped the wrist but not the thumb.',
      '[patient] The splint helped the thumb, not the wrist.',
      'the other one is negated',
    ],
    [
      'Urine: no ketones, some blood.',
      '[nurse] The urine has ketones, some, no blood.',
      'another is negated',
    ],
    [
      'No scabs or fever.',
      '[doctor] Any scabs, fever?\n[patient] It was a bit scabby. No fever.',
      'one is there',
    ],
    ['Hepatitis C antibody negative.', '[doctor] The hepatitis C antibody is not done.', 'not done'],
    ['Never kept bees.', '[patient] I do not keep bees.', 'of now alone'],
    ['No chest pain at any time.', '[doctor] You have no chest pain now.', 'of now alone'],
    ['Migraine without aura.', '[doctor] You get migraine with and without aura.', 'both cases'],
    ['Ferritin 30, was 12 in May.', '[doctor] The ferritin is 12, it was 30 in May.', 'exchanged values'],
    ['Ferritin 30, 12 in May.', '[doctor] The ferritin was 30 in May, 12 now.', 'exchanged times'],
    ['Weight 80 kg, up from 72 kg.', '[doctor] Your weight is 72 kg, and it was 80 kg.', 'exchanged values'],
    ['Lives alone.', '[doctor] Do you live alone?\n[patient] My son is in Leeds.', 'asked, and not answered'],
    ['Wears a brace.', '[doctor] If it hurts, wear a brace.', 'a condition'],
    [
      'Discharged on 26 October 2026.',
      '[doctor] You were discharged on the twenty-fifth of October 2026.',
      'another day',
    ],
    [
      'Discharged on 26 October 2026.',
      '[doctor] You were discharged on the twenty-sixth of October.',
      'a year that nobody says',
    ],
    [
      'Ankle swelling has gone down since furosemide was started.',
      '[patient] My parents? The ankle swelling has gone down since they were started on furosemide.',
      'somebody else',
    ],
    [
      'Heart failure with reduced ejection fraction.',
      '[doctor] Any questions? No? Heart failure with a reduced ejection fraction.',
      'a name and no statement',
    ],
    ['Numbness of the thumb.', '[doctor] Any numbness in the thumb?\n[patient] No.', 'asked for, and denied'],
    ['Started metoprolol.', '[doctor] We stopped the metoprolol.', 'turned round'],
    ['Sertraline.', '[doctor] We stopped the sertraline.', 'stopped'],
    ['Sertraline.', "[patient] I'm allergic to sertraline.", 'an allergen'],
    [
      'Metformin 500 mg.',
      '[patient] I took metformin 500 mg. [doctor] Go to metformin 1000 mg.',
      'two doses',
    ],
    [
      'Metformin 500 mg.',
      '[patient] I take gliclazide 500 mg and metformin.',
      'the dose of another medicine',
    ],
    ['Works as an accountant.', '[patient] My brother works as an accountant.', 'a relative'],
    ['Works as an accountant.', '[patient] She works as an accountant.', 'somebody else'],
    ['Flu vaccine in the left arm.', '[nurse] I gave the flu vaccine in your right arm.', 'the other side'],
    ['Pain on walking.', '[patient] It was the knee, sorry, I mean pain on walking stairs.', 'taken back'],
    ['Smoked a pipe.', '[patient] I used to smoke a pipe.', 'over'],
    ['Chest pain.', '[doctor] Any chest pain?\n[patient] No.', 'denied'],
    ['Gallstones.', '[patient] I had gallstones years ago.', 'was there and is not there now'],
    [
      'Chest pain.',
      '[patient] I had chest pain.\n[doctor] And now, any chest pain?\n[patient] No chest pain now.',
      'said both ways',
    ],
    ['Brace for six weeks.', '[doctor] A brace for two weeks.', 'another duration'],
    ['The wrist is still swollen.', '[doctor] The wrist swelling is gone.', 'over'],
    [
      'The radial pulse is still absent.',
      '[doctor] The radial pulse was absent, and came back.',
      'again there',
    ],
    ['Codeine stopped, oxybutynin halved.', '[doctor] Stop the oxybutynin, halve the codeine.', 'exchanged'],
    [
      'MRI in July normal.',
      '[doctor] The MRI was in January. The EEG in July was normal.',
      'of something else',
    ],
    ['Seen in clinic 7.', '[doctor] You were seen in clinic 9.', 'another number'],
    ['Alert.', '[doctor] You are alert.', 'too little to compare'],
    ['Swelling after the fall.', '[patient] I had a fall after the swelling.', 'the other order'],
    ['Feet cold.', '[doctor] Cold hands, warm feet.', 'another clause'],
    ['Blood pressure elevated.', '[doctor] Blood pressure is good, pulse is high.', 'of something else'],
    ['Mild tenderness of the elbow.', '[doctor] Severe tenderness of the elbow.', 'another degree'],
    ['Father has asthma.', '[patient] My mum has asthma.', 'another relative'],
    ['Mr. Reyes lives alone.', '[doctor] Mr. Ortiz, you live alone?\n[patient] Yes.', 'another name'],
    ['Dr. Reyes advised surgery.', '[doctor] Surgery is advised.', 'a name that is not the patient’s'],
    [
      'Ana Reyes is a 45-year-old woman with gout.',
      '[doctor] Ana is a 54-year-old female with gout.',
      'another age',
    ],
    [
      'X-ray of the right foot was obtained.',
      "[doctor] I'm going to get an X-ray of the right foot.",
      'planned and not done',
    ],
    ['Underwent knee replacement.', "[doctor] We'll book you for a knee replacement.", 'planned'],
    ['Painkillers ordered.', '[patient] I want painkillers ordered.', 'a wish'],
    ['Rash resolved.', '[patient] The rash cleared, then it came back.', 'there again'],
    ['Fell on the stairs.', '[patient] I nearly fell on the stairs.', 'nearly'],
    [
      'Headaches improved.',
      '[patient] The headaches are there. My knee is what improved a lot over the last few months of therapy, and the back too.',
      'far apart',
    ],
  ])('"%s" is not told by %j: %s', (claim, text) => {
    expect(said(claim, text)).toBeUndefined();
  });

  it('points at the answer too where a finding is asked for', () => {
    const text = '[doctor] Any chest pain?\n[patient] No.\n[doctor] Fine.';
    expect(restatedIn(extractFacts('Denies chest pain.'), sourceOf(text))).toMatchObject({
      segment: 0,
      asks: true,
    });
  });
});
