import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';

describe('what tells nothing of a person', () => {
  it('leaves alone what tells nothing of a person', () => {
    const clinical = [
      'Blood pressure 132/84, pulse 72, potassium 5.1 mmol/L, HbA1c 8.1%.',
      'Metformin 500 mg twice daily; Parkinson disease since 2019, stage 2/4 murmur.',
      'Grade 3/5 strength. Take 1-2 tablets every 4-6 hours for 7-10 days.',
      'Dose: 75 mcg. Next visit in 3 months, on Monday.',
    ];
    expect(new Deidentifier(28).hide(clinical)).toEqual(clinical);
  });

  it('leaves scales, signs and findings that bear a name', () => {
    const clinical = [
      'Simpson EF 55%, Schober test 4 cm, Kellgren-Lawrence grade 3, Garden II.',
      'Lewy body dementia. Montreal Cognitive Assessment 18/30. Strength 4/5.',
      'The doctor will see the nurse; her son drew blood from the father.',
      "Gottron's papules, Samter's triad, Veress needle at the umbilicus, Modic type 1 change.",
      'He had his Moderna booster; images on a Siemens scanner. Sig: 1 tab HS, atropine 600 mcg, on Thursdays.',
      'Siemens scanner, Ethicon stapler, Dexcom sensor, Symbicort Turbuhaler 200/6, paracetamol 1 g qds prn.',
    ];
    expect(new Deidentifier(28).hide(clinical)).toEqual(clinical);
  });

  it('leaves ages below 90, measurements near it, and kinds of places', () => {
    const clinical = [
      'An 89-year-old woman; she is 94 kg, SpO2 is 96%, pulse 98, BP 92/60, GCS 13/15, power 4/5.',
      'Refer to the Fracture Clinic and the Eye Department; discharged to a nursing home from Theatre.',
      'Review 3/12, then 5/7 of rest; booking BMI 31, visit BP 110/64, 34/40 weeks; TFTs, CrCl 40, EtOH nil.',
      'GP: Any chest pain? Seen in ED. its sore and its worse from last time.',
      'Glasgow Coma Scale 15. Foley catheter. Graves disease, Hartmann procedure, Baker cyst.',
    ];
    expect(new Deidentifier(28).hide(clinical)).toEqual(clinical);
  });

  it('leaves numbers that measure, count or name no person', () => {
    const clinical = [
      'Platelets 250000, ferritin 12345, CK 34517 U/L, WBC 11250; 12345 steps; heparin 10000 units.',
      'Range 1500-2000 ml; mutation C677T, V617F; CYP2C19; CA125 35; 12500 copies/ml.',
      'Power 4/5, pain 08/10 at worst is 3/10, VA 6/5; for 10/7; ninety-seven per cent on air.',
    ];
    expect(new Deidentifier(28).hide(clinical)).toEqual(clinical);
  });

  it('leaves the hour of a timestamp', () => {
    expect(new Deidentifier(28).hide(['{"start":"2026-03-04T22:41"}'])[0]).toMatch(
      /^\{"start":"\d{4}-\d\d-\d\dT22:41"\}$/,
    );
  });

  it('leaves what somebody is behind a name, and the title in a cell', () => {
    expect(new Deidentifier(28).hide(['Yours sincerely,\nLorna McAllister, Case Manager'])[0]).toMatch(
      /, Case Manager$/,
    );
    expect(new Deidentifier(28).hide(['name,dob\nDr. Amara Obi,1960-02-03'])[0]).toMatch(/\nDr\. \[/);
    expect(new Deidentifier(28).hide(['Reported by: Dr Colm Furey, Consultant Histopathologist'])[0]).toMatch(
      /: Dr \[.*, Consultant Histopathologist$/,
    );
  });

  it('leaves who is greeted but is nobody alone, and services that any place has', () => {
    const general = [
      'Dear Colleague,\nHello Team, thanks. Hi Doctor, morning all.',
      'Refer to Mental Health, Occupational Health and Patient Services; from Theatre to Recovery.',
      'Accepts depot. Changed from Insulin to Metformin at Review. Pain 8/10, then 3/10.',
    ];
    expect(new Deidentifier(28).hide(general)).toEqual(general);
  });

  it('leaves words of a visit that are names too', () => {
    const visit = [
      'patient: the ray came with hope and no joy, i will chase the results in time.',
      'doctor: some olive oil and an x ray. is it frank blood? take it with grace and patience.',
    ];
    expect(new Deidentifier(28).hide(visit)[1]).toContain('olive oil and an x ray. is it frank blood');
    expect(new Deidentifier(28).hide(visit)[0]).toContain('i will chase the results');
  });

  it('leaves rooms, units and streets that are no address', () => {
    const clinical = [
      'Moved to Surgical Ward, then the Stroke Ward; weakness on the fifth day, fracture of the fifth rib.',
      'Pain on the ninth day; ward round at ten. Rate 3.5 on 2.5 litres.',
      'Moved to Room 4, Theatre 2; transfused Unit 3, Blood group A. At 14 Weeks all was well.',
      'she fell on the main road and walked down the street. Block 4, Phase 2.',
      'Swelling of the left knee, 3 days; take 20 mg, 2 tablets. Grade 3, Stage 4.',
    ];
    expect(new Deidentifier(28).hide(clinical)).toEqual(clinical);
  });
});
