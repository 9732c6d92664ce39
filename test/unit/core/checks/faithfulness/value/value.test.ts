import { describe, expect, it } from 'vitest';
import { faithfulnessValue } from '../../../../../../src/core/checks/faithfulness/value/value';
import { findingsOf } from '../../../check-in';
import { saidAgainst } from '../../source-check';

const contradictionsOf = (note: string, source: string | readonly string[]): string[] =>
  saidAgainst(faithfulnessValue, note, source);

const transcript = [
  '[doctor] Your blood pressure was one thirty over eighty today, and the pulse is seventy-two.',
  '[patient] Okay. I take lisinopril, ten milligrams once a day.',
  '[doctor] And the potassium is four point four, the weight is a hundred and fifty pounds.',
  '[patient] My headache started three weeks ago, after the fall.',
  '[doctor] I want you to take ibuprofen six hundred milligrams every eight hours for the headache.',
  '[doctor] The incision is about four centimeters long.',
  '[doctor] Come back in six weeks.',
].join('\n');

describe('a value that the source gives otherwise', () => {
  it.each([
    ['Blood pressure 150/80 mmHg.', '150 → 130 mmHg'],
    ['Pulse 27 bpm.', '27 bpm → 72 /min'],
    ['Lisinopril 100 mg daily.', '100 mg → 10 mg'],
    ['Lisinopril 10 mg twice daily.', 'twice daily → once daily'],
    ['| Potassium | 5.4 mmol/L |', '5.4 mmol/L → 4.4'],
    ['Weight 86 kg.', '86 kg → 150 lb'],
    ['Ibuprofen 60 mg every 8 hours for the headache.', '60 mg → 600 mg'],
    ['Advil 60 mg for the headache.', '60 mg → 600 mg'],
    ['The incision is 14 cm long.', '14 cm → 4 cm'],
    ['Follow up in 8 weeks.', '8 weeks → 6 weeks'],
  ])('in "%s"', (note, expected) => {
    expect(contradictionsOf(note, transcript)).toEqual([expected]);
  });

  it.each([
    'Blood pressure 130/80 mmHg, pulse 72 bpm.',
    'Lisinopril 10 mg daily.',
    'Zestril 0.01 g every 24 hours.',
    'Potassium 4.4 mmol/L.',
    'Potassium 4.4 mEq/L.',
    'Weight 68 kg.',
    'Weight 150 lbs.',
    'Headache for 21 days.',
    'Ibuprofen 600 mg three times daily.',
    'The incision is 40 mm long.',
    'Return in 6 weeks.',
  ])('is none in "%s"', (note) => {
    expect(findingsOf(note, transcript)).toEqual([]);
  });

  it.each([
    [
      'Fentanyl patch 25 mcg/h.',
      'Doctor: Your fentanyl patch is twelve micrograms an hour.',
      ['25 mcg/h → 12 mcg/h'],
    ],
    [
      'Heparin 1000 units/h.',
      'Nurse: Heparin at eighteen hundred units an hour.',
      ['1000 units/h → 1800 units/h'],
    ],
    ['Saline 100 mL/h.', 'Nurse: Saline at a hundred and twenty-five mils an hour.', ['100 mL/h → 125 mL/h']],
  ])('in the rate of "%s"', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual(expected);
  });

  it.each([
    [
      'Fentanyl patch 25 mcg/h every 72 hours.',
      'Doctor: Your fentanyl patch is twenty-five micrograms an hour.',
    ],
    // The hour is left out.
    ['Fentanyl patch 25 mcg/h.', 'Doctor: You use the fentanyl patch, the twenty-five micrograms.'],
    ['Fentanyl patch 25 mcg.', 'Doctor: You use the fentanyl patch, 25 mcg/h.'],
  ])('is none, and nothing is missed, in the rate of "%s" against "%s"', (note, source) => {
    expect(findingsOf(note, source)).toEqual([]);
  });

  it.each([
    ['INR goal 2-3.', 'Doctor: Your INR goal is 2.5 to 3.5.', ['2-3 → 2.5–3.5']],
    ['INR goal 2-3.', 'Doctor: We want your INR between three and four.', ['2-3 → 3–4']],
    ['HbA1c goal 7%.', 'Doctor: Our goal for your A1c is 8%.', ['7% → 8%']],
    ['INR 1.4, goal 2-3.', 'Doctor: Your INR is 4.1. The goal is two to three.', ['1.4 → 4.1']],
  ])('in the goal of "%s"', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual(expected);
  });

  it.each([
    // What is aimed for and what was measured are two things.
    ['INR goal 2-3.', 'Doctor: Your INR is 4.1.'],
    ['HbA1c goal 7%.', 'Doctor: Your A1c is 9.2%.'],
    ['LDL goal < 70 mg/dL.', 'Doctor: Your LDL is 130.'],
    ['BP goal 130/80.', 'Doctor: Your pressure is 150 over 90.'],
    ['HbA1c 9%.', 'Doctor: Our goal for your A1c is 7%.'],
    ['INR goal 2-3.', 'Doctor: The INR target is two to three for you.'],
    // How strong a sign is, is no rate.
    ['Pulses 2+.', 'Doctor: Your pulse is 72.'],
    ['Pulses two plus.', 'Doctor: Your pulse is 72.'],
  ])('is none in "%s" against "%s"', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('is none, and no number is missed, in the grade of a sign', () => {
    expect(findingsOf('Pulses 2+.', 'Doctor: Your pulses are good.')).toEqual([]);
    expect(findingsOf('Pulse 72+.', 'Doctor: Your pulse is fine.')).not.toEqual([]);
  });

  it.each([
    ['Smokes 1 ppd.', 'Patient: I smoke half a pack a day.', ['1 ppd → 0.5 packs a day']],
    ['Smokes 2 packs per day.', 'Patient: I smoke about a pack a day.', ['2 packs per day → 1 pack a day']],
    ['Smokes 1 ppd.', 'Patient: A pack and a half a day.', ['1 ppd → 1.5 packs a day']],
    [
      'Smokes 3 ppd.',
      'Doctor: How much do you smoke?\nPatient: A pack or two a day.',
      ['3 ppd → 1–2 packs a day'],
    ],
    [
      'Smokes 20 cigarettes a day.',
      'Patient: Five cigarettes a day.',
      ['20 cigarettes a day → 5 cigarettes a day'],
    ],
  ])('in "%s" of a smoker', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual(expected);
  });

  it.each([
    ['Smokes 0.5 ppd.', 'Patient: I smoke half a pack a day.'],
    ['Smokes 1 ppd.', 'Patient: I smoke a pack a day.'],
    ['1-2 ppd cigarettes.', 'Doctor: How much do you smoke per day?\nPatient: About a pack or two a day.'],
    // A pack holds twenty.
    ['Smokes half a pack a day.', 'Patient: I smoke ten cigarettes a day.'],
    // Said in another way, of somebody else, or of another time as well.
    ['Smokes 1 ppd.', 'Patient: Twenty a day.'],
    ['Smokes 1 ppd.', 'Patient: My husband smokes two packs a day.'],
    ['Smokes 1 ppd.', 'Patient: I smoke a pack a day. It used to be two packs a day.'],
  ])('is none in "%s" beside "%s"', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
    expect(findingsOf(note, source).filter(({ rule }) => rule.startsWith('faithfulness/value'))).toEqual([]);
  });

  it('is none when the note’s value stands anywhere else in a source', () => {
    const said = `${transcript}\n[doctor] In March your blood pressure was one fifty over eighty.`;
    expect(findingsOf('Blood pressure 150/80 mmHg.', said)).toEqual([]);
    const earlier = 'At the last visit the blood pressure was 150/80 mmHg.';
    expect(findingsOf('Blood pressure 150/80 mmHg.', [transcript, earlier])).toEqual([]);
  });

  it('is none when nothing about the same concept is said', () => {
    expect(contradictionsOf('Metoprolol 25 mg daily.', transcript)).toEqual([]);
    expect(contradictionsOf('Glucose 110 mg/dL.', transcript)).toEqual([]);
  });

  it('is none between units that only the substance tells apart', () => {
    expect(contradictionsOf('Glucose 100 mg/dL.', 'The glucose was 5.6 mmol/L.')).toEqual([]);
    expect(contradictionsOf('HbA1c 8.0 %.', 'HbA1c is 64 mmol/mol.')).toEqual([]);
  });

  it('takes a dose without a name for the medication that was spoken of last', () => {
    const said = '[doctor] I want to raise the metformin.\n[patient] Okay.\n[doctor] One gram with dinner.';
    expect(contradictionsOf('Metformin 2 g with dinner.', said)).toEqual(['2 g → 1 g']);
    expect(contradictionsOf('Metformin 1 g with dinner.', said)).toEqual([]);
  });

  it('quotes the sentence of the source and offers its value', () => {
    const note = '😀 BP fine.\r\nLisinopril 100 mg daily.';
    const [finding] = findingsOf(note, transcript);
    expect(finding?.citations[0]?.quote).toBe('I take lisinopril, ten milligrams once a day.');
    const [fix] = finding?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    expect(note.slice(0, fix.start) + fix.newText + note.slice(fix.end)).toBe(
      '😀 BP fine.\r\nLisinopril 10 mg daily.',
    );
  });

  it('replaces number and unit where the unit differs, so that nothing is converted', () => {
    const [finding] = findingsOf('Weight 86 kg.', transcript);
    const [fix] = finding?.fixes ?? [];
    expect(fix?.newText).toBe('150 lb');
  });
});

describe('how old somebody is', () => {
  it('is not how long they worked', () => {
    const source = '[patient] I was a toolmaker, forty four years, and I like it here.\n[doctor] Okay.';
    expect(contradictionsOf('78-year-old retired toolmaker.', source)).toEqual([]);
  });
});

describe('a value that the source does not mention', () => {
  it('is a hint', () => {
    const [finding] = findingsOf('Glucose 110 mg/dL.', transcript);
    expect([finding?.rule, finding?.severity, finding?.text]).toEqual([
      'faithfulness/value-not-found',
      'hint',
      '110 mg/dL',
    ]);
    expect(finding?.message).toBe('The source does not mention 110 mg/dL.');
  });

  it('is none for the amount of a medicine that is not named either: that is one cause, and the other rule’s', () => {
    expect(findingsOf('Metoprolol 25 mg daily.', transcript)).toEqual([]);
    const said = `${transcript}\n[doctor] And stay on the beta blocker.`;
    expect(findingsOf('Metoprolol 25 mg daily.', said).map(({ text }) => text)).toContain('25 mg');
  });

  it('says one of a unit in the singular', () => {
    const [finding] = findingsOf('Rest for 1 hour and walk.', transcript);
    expect(finding?.message).toBe('The source does not mention 1 hour.');
  });

  it('is a hint where the number only counts other things there', () => {
    const said = `${transcript}\n[doctor] I see twelve small incisions.\n[patient] Three of them itch.`;
    expect(findingsOf('Rest for 12 hours and walk.', said).map(({ text }) => text)).toEqual(['12 hours']);
  });

  it('is none where the number stands alone', () => {
    const said = `${transcript}\n[doctor] How many hours do you sleep?\n[patient] Twelve.`;
    expect(findingsOf('She sleeps 12 hours.', said)).toEqual([]);
  });

  it('is none for a number without a unit, or without a source', () => {
    expect(findingsOf('He has 3 children.', transcript)).toEqual([]);
    expect(findingsOf('Metoprolol 25 mg daily.', [])).toEqual([]);
  });
});

describe('a value of a measurement that was taken twice', () => {
  const twice = '[doctor] Your pulse is ninety. Let me take it again. Pulse is seventy now.\n[patient] Okay.';

  it('is not contradicted by one of two that are bound alike', () => {
    expect(contradictionsOf('Pulse 58.', twice)).toEqual([]);
    expect(contradictionsOf('Pulse 58.', '[doctor] Your pulse is ninety.\n[patient] Okay.')).toHaveLength(1);
  });

  it('leaves the amounts of a change to the rule for doses', () => {
    const source =
      '[patient] Sertraline, a hundred milligrams.\n[doctor] I would go up from a hundred to one fifty.';
    expect(contradictionsOf('Increase sertraline 100 → 150 mg daily', source)).toEqual([]);
  });
});

describe('what the source says of something else in the statement', () => {
  it.each([
    [
      'L thigh 52 cm, R thigh 48 cm (4 cm difference).',
      'Left thigh is fifty-two centimeters, right thigh forty-eight centimeters.',
    ],
    [
      'Ascites drained: 6 L in May and 3 L in June (9 L total).',
      'They drained six liters of ascites in May and three liters in June.',
    ],
    ['eGFR down 5 mL/min.', 'Your eGFR is 52.'],
    ['Temperature 38.4.', 'Temperature is thirty eight four.'],
    [
      'Tranexamic acid 1 g given.',
      'Tranexamic acid was given. The baby was three thousand two hundred grams.',
    ],
  ])('contradicts nothing in "%s"', (note, source) => {
    expect(contradictionsOf(note, `[doctor] ${source}`)).toEqual([]);
  });

  it.each([
    [
      'L thigh 62 cm, R thigh 48 cm.',
      'Left thigh is fifty-two centimeters, right thigh forty-eight centimeters.',
      '62 cm → 52 cm',
    ],
    ['Temperature 39.4.', 'Temperature is thirty eight point four.', '39.4 → 38.4°C'],
    // What is shown is what was compared.
    ['Temperature 39.4.', "Temperature's thirty eight four.", '39.4 → 38.4°C'],
    ['Weight 87 kg.', "Weight's twelve stone four.", '87 kg → 172 lb'],
  ])('still finds the slip in "%s"', (note, source, expected) => {
    expect(contradictionsOf(note, `[doctor] ${source}`)).toEqual([expected]);
  });
});

describe('a value of something else', () => {
  it.each([
    [
      'a tolerance against a size',
      'Arms equal within 1 cm.',
      '[doctor] The arms, and the scar, two centimetres.',
    ],
    [
      'tablets against puffs',
      'Microgynon stopped, 9 tabs left in the pack.',
      '[doctor] You take microgynon.\n[patient] And the purple, two puffs.',
    ],
    [
      'a dose that the source gives as well',
      'Doxazosin 4 mg, then stop.',
      '[doctor] Doxazosin, 8 milligrams. Cut the doxazosin to 4.',
    ],
    ['a stone and its pounds', 'Weight 78 kg.', '[doctor] Your weight today is twelve stone four.'],
    [
      'a week by its number',
      'Pain settled at 4/52.',
      '[patient] The pain went on till week four. I had a brace for six weeks.',
    ],
  ])('%s', (_, note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('a number whose name is said in other words', () => {
  const visit =
    'Doctor: The memory test was 21 out of 30. No fever overnight, 37.1.\n' +
    "Midwife: The baby's heart rate is 160, and yours is 88.\n" +
    'Doctor: The urine albumin is slightly raised, at 45.\nPatient: My sugars run between 120 and 160 in the mornings.\n' +
    'Doctor: Your platelets are at least 150. If your sats go under 88, call an ambulance.\n' +
    'Patient: It started on the ninth of March, and I saw the nurse on the eighth of March. I drink a third of a bottle of wine.';
  const loud = (note: string): string[] =>
    findingsOf(note, visit)
      .filter(({ verdict }) => verdict === 'contradicted')
      .map(({ text }) => text);

  it.each([
    'MoCA 12/30.',
    'Afebrile (38.1).',
    'T (38.1).',
    'FHR 106.',
    'Urine ACR 54.',
    'Fasting sugars 120-260.',
  ])('is wrong: %s', (note) => {
    expect(loud(note)).toHaveLength(1);
  });

  it.each([
    'MoCA 21/30.',
    'Afebrile (37.1).',
    'T (37.1).',
    'FHR 160, maternal pulse 88.',
    'ACR 45.',
    'Fasting sugars 120-160.',
    'Sugars 120s-160s.',
  ])('is right: %s', (note) => {
    expect(loud(note)).toEqual([]);
  });

  it.each(['Seen by nurse 3/8.', 'Onset 3/9.', 'Drinks 1/3 bottle of wine.', '67F with cough.', '3F, well.'])(
    'is no number that the source would have to name: %s',
    (note) => {
      expect(findingsOf(note, visit).filter(({ rule }) => rule.startsWith('faithfulness/value'))).toEqual([]);
    },
  );

  it('may be the bound at which to call for help', () => {
    const source =
      'Doctor: If your sats go under 88, call an ambulance. Hold the metoprolol if your pulse is under 55.';
    const wrong = (note: string): number =>
      findingsOf(note, source).filter(({ verdict }) => verdict === 'contradicted').length;
    expect(wrong('Call ambulance if SpO2 >88%.')).toBe(1);
    expect(wrong('Call ambulance if SpO2 <88%.')).toBe(0);
    expect(wrong('Give metoprolol if pulse >55.')).toBe(0);
  });

  it('may be a score that somebody "scored"', () => {
    const source = 'Doctor: On the PHQ you scored fourteen and the GAD was nine.';
    const wrong = (note: string): number =>
      findingsOf(note, source).filter(({ verdict }) => verdict === 'contradicted').length;
    expect(wrong('PHQ-9 4.')).toBe(1);
    expect(wrong('PHQ-9 14, GAD-7 9.')).toBe(0);
  });
});

describe('how often', () => {
  it('is not told by bare numbers of the next medicine', () => {
    const source =
      'Nurse: Lantus down from twenty to sixteen at night. Humalog stays six, four, ten.\nPatient: Fine.';
    expect(contradictionsOf('Lantus 16 units nocte.', source)).toEqual([]);
  });
});
