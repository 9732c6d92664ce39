import { describe, expect, it } from 'vitest';
import { orderIn, ordersIn, saidIn } from './orders-in';
import { processorTime, timed } from '../../../../support/processor-time';

describe('a medicine as a note writes it', () => {
  it.each([
    ['Lisinopril 20 mg PO daily', 'lisinopril | 20 mg | oral | 1 a day'],
    ['Metformin 500 mg twice a day with meals for 10 days', 'metformin | 500 mg | 2 a day | for 10 days'],
    ['Ibuprofen 400–800 mg every 6–8 h prn pain', 'ibuprofen | 400–800 mg | 3-4 a day | as needed'],
    ['Increase Lasix to 80 mg', 'furosemide | 80 mg | increase'],
    [
      'Insulin glargine 20 units subcutaneously at bedtime',
      'insulin glargine | 20 units | subcutaneous | 1 a day',
    ],
    ['Vancomycin 1 g IV q12h', 'vancomycin | 1 g | intravenous | 2 a day'],
    ['Omeprazole 20 mg 1 tab po qam', 'omeprazole | 20 mg | 1 tablet | oral | 1 a day'],
    ['Flonase 2 sprays in each nostril daily', 'fluticasone | 2 spray | intranasal | 1 a day'],
    ['Albuterol inhaler 2 puffs q4h p.r.n.', 'albuterol | 2 inhaler | inhaled | 6 a day | as needed'],
    ['Prednisolone 40 mg od for 5/7', 'prednisolone | 40 mg | 1 a day | for 5 days'],
    ['Warfarin 5 mg/day', 'warfarin | 5 mg | 1 a day'],
    ['Amoxicillin 45 mg/kg twice daily', 'amoxicillin | 45 mg/kg | 2 a day'],
    ['Triamcinolone 0.1% cream b.i.d.', 'triamcinolone | 0.1% | topical | 2 a day'],
    ['21 mg nicotine patch', 'nicotine | 21 mg | transdermal'],
    ['Nitroglycerin 0.4 mg sublingual prn', 'nitroglycerin | 0.4 mg | sublingual | as needed'],
    ['Azithromycin 250 mg x 5 days', 'azithromycin | 250 mg | for 5 days'],
    ['Lisinopril 20', 'lisinopril | 20'],
  ])('%s', (text, expected) => {
    expect(saidIn(text)).toEqual([expected]);
  });

  it('reads the strengths of a combination, whatever stands between them', () => {
    expect(orderIn('Amoxicillin-clavulanate 875-125 mg by mouth').strength?.parts).toEqual([875, 125]);
    // Not a blood pressure.
    expect(orderIn('Advair 250/50 one puff b.i.d.').strength?.parts).toEqual([250, 50]);
  });

  it('gives a medicine no dose of what stands behind a comma under a name that it does not know', () => {
    expect(saidIn('Cetirizine in summer, creatine 5 g, vitamin D')[0]).toBe('cetirizine');
    expect(saidIn('Lisinopril with breakfast, currently 20 mg')).toEqual(['lisinopril | 20 mg']);
    expect(saidIn('Metformin with meals, maximum 2 g a day')).toEqual(['metformin | 2 g']);
  });

  it.each([
    ['Paracetamol 1 g every 6 hours, max 4 g/day', ['acetaminophen | 1 g | also 4 g | 4 a day']],
    [
      'Ibuprofen 400 mg three times daily, maximum dose 1.2 g per day',
      ['ibuprofen | 400 mg | also 1.2 g | 3 a day'],
    ],
    ['The maximum is metformin 2 g per day', ['metformin | 2 g']],
    ['Metformin 2 g per day', ['metformin | 2 g | 1 a day']],
    ['Tramadol 50 mg up to four times a day', ['tramadol | 50 mg | 4 a day']],
  ])('takes the most of a day for no frequency in "%s"', (text, expected) => {
    expect(saidIn(text)).toEqual(expected);
  });

  it('takes no strength from the number of a preparation', () => {
    expect(orderIn('Tylenol #3 as needed').strength).toBeUndefined();
  });

  it('keeps the old amount of a change apart from the new one', () => {
    expect(saidIn('Increased Lasix from 20 mg to 40 mg')).toEqual([
      'furosemide | 40 mg | was 20 mg | increase',
    ]);
  });

  it('adds up what is taken at several times of the day', () => {
    expect(orderIn('Gabapentin 300 mg in the morning and 600 mg at night').frequency?.perDay).toBe(2);
    expect(orderIn('Gabapentin 300 mg every night at bedtime').frequency?.perDay).toBe(1);
    expect(orderIn('Gabapentin 300 mg in the morning or at night').frequency?.perDay).toBe(1);
  });

  it('reads "up to" as the most that may be taken', () => {
    expect(orderIn('Ibuprofen up to three times a day').frequency).toMatchObject({ perDay: 3, atMost: true });
  });

  it('gives each part its own span', () => {
    const text = 'Start lisinopril 20 mg PO once daily';
    const order = orderIn(text);
    const at = (span?: { start: number; end: number }): string => text.slice(span?.start, span?.end);
    expect(at(order.concept)).toBe('lisinopril');
    expect(at(order.strength)).toBe('20 mg');
    expect(at(order.route)).toBe('PO');
    expect(at(order.frequency)).toBe('once daily');
    expect(at(order.action)).toBe('Start');
    expect(at(order)).toBe(text);
  });
});

describe('several medicines in one sentence', () => {
  it.each([
    [
      'Continue Toprol 50 mg daily and lisinopril 10 mg daily.',
      ['metoprolol | 50 mg | 1 a day | continue', 'lisinopril | 10 mg | 1 a day | continue'],
    ],
    [
      'Increase lisinopril to 40 mg daily and start Lasix 20 mg twice daily.',
      ['lisinopril | 40 mg | 1 a day | increase', 'furosemide | 20 mg | 2 a day | start'],
    ],
    ['20 mg lisinopril, 50 mg metoprolol', ['lisinopril | 20 mg', 'metoprolol | 50 mg']],
    ['Lisinopril and amlodipine daily', ['lisinopril | 1 a day', 'amlodipine | 1 a day']],
    ['1. Lisinopril 20 mg 2. Aspirin', ['lisinopril | 20 mg', 'aspirin']],
    [
      'Lisinopril was stopped, and losartan 50 mg daily was started.',
      ['lisinopril | stop', 'losartan | 50 mg | 1 a day | start'],
    ],
    ['Elavil and Topamax, which he discontinued', ['amitriptyline | stop', 'topiramate | stop']],
  ])('%s', (text, expected) => {
    expect(saidIn(text)).toEqual(expected);
  });
});

describe('a medicine as people speak of it', () => {
  it.each([
    ["i'm gonna put you on twenty of lisinopril once a day", ['lisinopril | 20 | 1 a day | start']],
    [
      'two puffs of your albuterol every four hours as you need it',
      ['albuterol | 2 inhaler | inhaled | 6 a day | as needed'],
    ],
    ['a hundred milligrams of losartan', ['losartan | 100 mg']],
    [
      'we will raise your lisinopril from ten to twenty milligrams a day',
      ['lisinopril | 20 mg | was 10 mg | 1 a day | increase'],
    ],
    [
      'ten milligrams of norvasc daily and carvedilol twenty five milligrams twice a day',
      ['amlodipine | 10 mg | 1 a day', 'carvedilol | 25 mg | 2 a day'],
    ],
    ['ibuprofen every , uh , six hours', ['ibuprofen | 4 a day']],
    ['take two ibuprofen a day', ['ibuprofen | 2 {form} | 1 a day']],
    ['he took twenty M G of citalopram', ['citalopram | 20 mg']],
  ])('%s', (text, expected) => {
    expect(saidIn(text)).toEqual(expected);
  });

  it('carries a dose that is said without a name to the medicine spoken of last', () => {
    expect(saidIn('I want you on metformin. Take it twice a day.')).toEqual([
      'metformin',
      'metformin | 2 a day | carried',
    ]);
  });
});

describe('what is no order', () => {
  it('takes a deficiency, a level and a resistance for no medicine', () => {
    expect(ordersIn('Vitamin D deficiency, insulin resistance, digoxin level normal')).toEqual([]);
  });

  it('leaves frequencies of other things alone', () => {
    expect(saidIn('Continue metformin and check your sugar three times a day')).toEqual([
      'metformin | continue',
    ]);
  });

  it.each([
    ["don't stop the lisinopril", 'lisinopril'],
    ['if you stop the lisinopril', 'lisinopril'],
    ['he never started lisinopril', 'lisinopril'],
    ['I did try lisinopril', 'lisinopril'],
  ])('%s: no action', (text, expected) => {
    expect(saidIn(text)).toEqual([expected]);
  });

  it('takes "im" for a word and "IM" for a route', () => {
    expect(orderIn('im on ketorolac').route).toBeUndefined();
    expect(orderIn('Ketorolac 30 mg IM').route?.name).toBe('intramuscular');
  });
});

describe('misspelt names', () => {
  it('reads a slip of the pen before a dose as the medicine, and says so', () => {
    expect(orderIn('Start lisinoprol 20 mg daily')).toMatchObject({
      concept: { name: 'lisinopril' },
      misspelling: { written: 'lisinoprol', candidates: ['lisinopril'] },
    });
  });

  it.each([
    ['Continue atrovastatin 20 mg', 'atorvastatin'],
    ['Allergic to atrovastatin', 'atorvastatin'],
    ['Metropolol 25 mg BID', 'metoprolol'],
  ])('takes the slip in "%s" for the medicine that is meant', (text, name) => {
    expect(orderIn(text)).toMatchObject({ concept: { name }, misspelling: { candidates: [name] } });
  });

  it('takes a name with the stem of a class, far from all that are known, for a medicine of its own', () => {
    const order = orderIn('Start zortifloxacin 400 mg daily');
    expect(order).toMatchObject({ concept: { name: 'zortifloxacin' } });
    expect(order?.misspelling).toBeUndefined();
  });

  it('leaves ordinary words alone', () => {
    expect(ordersIn('Start physical therapy twice a week')).toEqual([]);
    expect(ordersIn('Hydration 500 mL')).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['nothing', ''],
    ['emoji', '💊💊 lisinopril 💊 20 mg 💊'],
    ['names without end', 'lisinopril '.repeat(2000)],
    ['doses without end', '20 mg daily '.repeat(2000)],
    ['"from" and "to" without end', 'lisinopril from 10 to '.repeat(1000)],
    ['dots', 'p.o.'.repeat(2000)],
  ])('%s', timed, (_, text) => {
    const before = processorTime();
    expect(() => ordersIn(text)).not.toThrow();
    expect(processorTime() - before).toBeLessThan(8000);
  });

  it('reads through emoji', () => {
    expect(saidIn('💊💊 lisinopril 💊 20 mg 💊')).toEqual(['lisinopril | 20 mg']);
  });
});
