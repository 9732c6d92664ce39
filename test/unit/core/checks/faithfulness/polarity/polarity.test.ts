import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../../check-in';

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
    [
      'Positive for tenderness at the sternoclavicular or AC joints.',
      '[doctor] There is no tenderness at the sternoclavicular joint.\n[patient] Good.',
      'absent',
    ],
    [
      'The right middle finger shows no tenderness over the distal phalanx.',
      "[doctor] You've got tenderness over your distal phalanx of your right middle finger.\n[patient] Okay.",
      'present',
    ],
    ['She reports numbness.', asked('Any numbness in your foot?', 'No.'), 'absent'],
    ['Neck shows jugular venous distention.', "[doctor] I don't see any jugular vein distention.", 'absent'],
    ['Neck: carotid bruit.', '[doctor] carotids no bruits.\n[patient] Good.', 'absent'],
    ['Family history of syncope.', asked('Any fainting in the family?', 'No.'), 'absent'],
    [
      'She reports rheumatoid arthritis.',
      asked('Do you have rheumatoid arthritis?', 'No nobody said anything like that.'),
      'absent',
    ],
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
    ['Ramipril caused cough.', asked('Any cough?', 'No.')],
    ['The antibiotic worked despite nausea.', asked('Any nausea?', 'No.')],
    ['Patches to be avoided.', '[doctor] No patches for you.\n[patient] Fine.'],
    ['Abstinent from tobacco.', asked('Do you smoke?', 'No.')],
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
    [
      'Tender.',
      '[doctor] There is no tenderness of the ankle.\n[patient] Good.',
      'a place that the note may have elsewhere',
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

  it.each([
    ['Mild SOB on stairs.', 'Any allergies?', 'Penicillin.', 'No swelling or trouble breathing then?', 'No.'],
    ['Fever.', 'Any fever?', 'Yesterday it was a hundred and one.', 'So no fever now.', 'Right.'],
    [
      'Fever and ear pain.',
      'Can he go back to school?',
      'May he?',
      "Once he's been without fever for a day.",
      'Okay.',
    ],
    ['Wrist tender.', 'Can you lift it?', 'Yes.', "The collarbone's not tender.", 'Good.'],
    [
      'Atypical nevus, melanoma not favored.',
      'Is it bad?',
      'Tell me.',
      'No sign of melanoma so far.',
      'Good.',
    ],
    ['No pancreatitis.', 'Have you ever had pancreatitis, or anyone?', 'Pancreatitis, no.', 'Good.', 'Yes.'],
    ['Vaccines: flu not yet given.', 'Vaccines?', "I've not had the flu jab.", 'Would you like it?', 'Yes.'],
    ['Heartburn.', 'How is the sleep?', "I don't sleep well with the heartburn.", 'I see.', 'Yes.'],
  ])('says nothing of "%s" where what is denied is something else', (note, ...turns) => {
    const source = turns.map((turn, at) => `[${at % 2 === 0 ? 'doctor' : 'patient'}] ${turn}`).join('\n');
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['Mild nausea.', asked('Any nausea?', 'No.')],
    ['Headache after the fall.', asked('Any headache?', 'No.')],
    ['No headache today.', asked('Any headache?', 'Yes.')],
  ])('leaves "%s" open, which says how much, by what or when', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('compares what was once with what never was', () => {
    const never = asked('Have you ever had asthma?', 'No, never.');
    const once = asked('Any illnesses?', 'I had pneumonia ten years ago.');
    expect(contradictionsOf('History of asthma.', never)).toEqual(['faithfulness/polarity: asthma → absent']);
    expect(contradictionsOf('No history of pneumonia.', once)).toHaveLength(1);
    expect(contradictionsOf('No pneumonia.', once)).toEqual([]);
  });

  it('looks behind an answer that only hesitates', () => {
    const source = '[doctor] Any chest pain?\n[patient] Um.\n[patient] No.\n[doctor] Okay.';
    expect(contradictionsOf('Chest pain.', source)).toHaveLength(1);
  });

  it('takes the answer for the question that comes last', () => {
    const source = asked('Do you get headaches? Have you tried anything?', 'No.');
    expect(contradictionsOf('Headaches.', source)).toEqual([]);
  });

  it('does not look into sections about the past or other people', () => {
    const source = asked('Any asthma?', 'No.');
    expect(contradictionsOf('## Family history\nAsthma is present.', source)).toEqual([]);
    expect(contradictionsOf('## Assessment\nAsthma is present.', source)).toHaveLength(1);
  });
});

describe('what a note tells as over', () => {
  const source = '[doctor] There is no puffiness at the eyes, no swelling of the ankles.\n[patient] Good.';

  it.each(['Ankle swelling for a week, settled by Sunday.', 'Ankle swelling last month, since resolved.'])(
    'an examination need not find: "%s"',
    (note) => {
      expect(findingsOf(note, source)).toEqual([]);
    },
  );

  it('does not stretch beyond its sentence', () => {
    expect(contradictionsOf('Ankle swelling. Cough resolved.', source)).toHaveLength(1);
  });
});

describe('a treatment that did nothing', () => {
  const source = '[patient] It did nothing, and I have nausea all day.\n[doctor] I see.';

  it.each(['Stopped (no benefit, nausea).', 'No real effect, nausea.'])('begins no list: "%s"', (note) => {
    expect(findingsOf(note, source).filter(({ rule }) => rule === 'faithfulness/polarity')).toEqual([]);
  });

  it('is of a list that "or" ends', () => {
    expect(contradictionsOf('No benefit, nausea or vomiting.', source)).toHaveLength(1);
  });
});

describe('what a denial leaves alone', () => {
  it.each([
    [
      'L hip: bruising laterally.',
      "[doctor] No bruises on the temple, neck's fine.\n[nurse] Bruise there, by the hip.",
      'another place',
    ],
    [
      'Follow-up of asthma.',
      "[doctor] You don't need it with asthma and what you take.\n[patient] Okay.",
      'what is not needed for whoever has it',
    ],
  ])('"%s" of %j: %s', (note, source) => {
    expect(findingsOf(note, source).filter(({ rule }) => rule === 'faithfulness/polarity')).toEqual([]);
  });

  it('is what a note gives as non-reactive, too', () => {
    expect(findingsOf('HIV NR.', '[doctor] HIV negative, in the card.\n[patient] Good.')).toEqual([]);
  });
});

describe('a word that denies something else than the finding', () => {
  const told = (words: string): string => `[doctor] How are you?\n[patient] ${words}\n[doctor] I see.`;

  it.each([
    ['Gram-negative sepsis.', '[doctor] You had a sepsis from gram-negative bacteria.\n[patient] Yes.'],
    ['Triple-negative breast cancer.', '[doctor] The breast cancer is triple negative.\n[patient] Okay.'],
    ['Stopped smoking 15 years ago.', told('I gave up smoking fifteen years ago.')],
    ['Quit smoking in 2010.', told('I gave up smoking in 2010.')],
    ['Denies any relief from headache with ibuprofen.', told("Ibuprofen doesn't touch the headache.")],
    ['Denies improvement in cough.', told('My cough is no better.')],
    ['No change in headache.', told('I still have the headache.')],
  ])('is no denial: "%s" of %j', (note, source) => {
    expect(findingsOf(note, source).filter(({ verdict }) => verdict === 'contradicted')).toEqual([]);
  });

  it.each([
    ['Denies headache.', told('I have a headache every day.')],
    ['Does not smoke.', told('I smoke ten a day.')],
    ['Negative for sepsis.', '[doctor] This is sepsis.\n[patient] Okay.'],
  ])('leaves the denial of the finding itself: "%s" of %j', (note, source) => {
    expect(findingsOf(note, source).filter(({ verdict }) => verdict === 'contradicted')).toHaveLength(1);
  });
});

describe('a finding that question and answer tell together', () => {
  it('cites both', () => {
    const [only] = findingsOf(
      'No hemoptysis.',
      asked('Any blood when you cough?', 'A bit this morning, yeah.'),
    );
    expect(only?.citations.map(({ quote }) => quote)).toEqual([
      'Any blood when you cough?',
      'A bit this morning, yeah.',
    ]);
  });

  it('cites the sentence of the answer that names it', () => {
    const [only] = findingsOf('No cough.', asked('Any cough?', 'No. I have a cough at night though.'));
    expect(only?.citations.at(-1)?.quote).toBe('I have a cough at night though.');
  });

  it.each([
    ['Never smoker.', 'I used to.', 'present'],
    ['Denies smoking.', 'Ten a day.', 'present'],
    ['Does not smoke.', 'I used to.', undefined],
    ['Does not smoke.', 'I quit ten years ago.', undefined],
  ])('"%s" of %j', (note, answer, expected) => {
    expect(findingsOf(note, asked('Do you smoke?', answer))[0]?.expected).toBe(expected);
  });
});

describe('a part of the body that is as it should be', () => {
  const told = (words: string): string => `[doctor] ${words}\n[patient] Okay.`;

  it.each([
    ['Lungs are clear to auscultation.', 'I hear crackles at the bases.'],
    ['Heart sounds normal.', "There's a murmur."],
    ['No edema.', 'There is edema in both legs.'],
    ['No weakness.', "There's weakness in your left leg."],
  ])('"%s" of %j', (note, words) => {
    expect(findingsOf(note, told(words)).map(({ expected }) => expected)).toEqual(['present']);
  });

  it.each([
    ['Lungs are clear to auscultation.', 'I hear no crackles.'],
    ['Lungs are clear to auscultation.', 'Any wheezing at night?'],
    ['Eyes: no edema.', 'There is edema in both legs.'],
    ['Face: no weakness.', "There's weakness in your left leg."],
  ])('"%s" of %j is none', (note, words) => {
    expect(contradictionsOf(note, told(words))).toEqual([]);
  });
});
