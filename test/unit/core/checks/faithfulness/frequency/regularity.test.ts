import { describe, expect, it } from 'vitest';
import { faithfulnessFrequency } from '../../../../../../src/core/checks/faithfulness/frequency/frequency';
import { draftsAgainst, saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] => saidAgainst(faithfulnessFrequency, note, source);

describe('faithfulness/frequency, as needed or regularly', () => {
  it.each([
    [
      'Tramadol 50 mg every 6 hours as needed.',
      'Take the tramadol 50 mg every six hours on the clock, not just when it hurts.',
      'as needed → on the clock',
    ],
    [
      'Oxycodone 5 mg every 4 hours PRN.',
      'Oxycodone five milligrams every four hours around the clock.',
      'PRN → around the clock',
    ],
    [
      'Flovent 2 puffs as needed.',
      'Use the Flovent two puffs every day even if you feel well.',
      'as needed → even if you feel well',
    ],
    [
      'Ibuprofen 400 mg three times daily.',
      'Ibuprofen 400 mg, but only when you need it.',
      'three times daily → only when you need it',
    ],
    [
      'Albuterol 2 puffs four times daily.',
      'Use the albuterol two puffs just if you need it.',
      'four times daily → just if you need it',
    ],
    [
      'Albuterol neb q4h scheduled.',
      'Use the nebulizer with albuterol every four hours as needed.',
      'scheduled → as needed',
    ],
    [
      'Paracetamol every 6 hours regularly.',
      'He can have Calpol every six hours if he needs it.',
      'regularly → if he needs it',
    ],
    [
      'Hydrocortisone BID scheduled.',
      'Put the hydrocortisone on twice a day, only when it flares.',
      'scheduled → only when it flares',
    ],
  ])('%s / %s', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
    expect(draftsAgainst(faithfulnessFrequency, note, source)[0]?.fixes).toEqual([]);
  });

  it.each([
    ['Albuterol q4h scheduled for a day.', 'Albuterol every four hours, scheduled, for the first day.'],
    [
      'Ibuprofen 400 mg TID regularly.',
      'Ibuprofen 400 three times a day regularly for a week, then as needed.',
    ],
    ['Paracetamol as needed; MRI scheduled.', 'Paracetamol as needed, we scheduled you for a scan.'],
    ['Zopiclone 7.5 mg at night as needed.', 'Zopiclone 7.5 mg, take it at night if needed.'],
    ['Paracetamol 1 g as needed, up to twice daily.', 'Paracetamol one gram, as needed, up to twice a day.'],
    ['Ibuprofen 400 mg three times daily as needed.', 'Ibuprofen 400 mg only when you need it.'],
    ['Ibuprofen 400 mg up to three times daily.', 'Ibuprofen 400 mg only if you need it.'],
    ['Ibuprofen 400 mg every 4 to 6 hours.', 'Ibuprofen 400 mg only if you need it.'],
    ['Lorazepam 1 mg nightly as needed.', 'I take the lorazepam 1 mg every night.'],
    [
      'Ibuprofen 400 mg three times daily.',
      'Ibuprofen 400 mg three times a day for five days, then only when you need it.',
    ],
    [
      'Albuterol 2 puffs as needed.',
      'Use the Flovent every day even if you feel well, and albuterol two puffs just when you need it.',
    ],
    [
      'Paracetamol 1 g QID',
      'Panadol two tablets four times a day and I will give you endone five milligrams every six hours only if you need it',
    ],
    ['Tramadol 50 mg every 6 hours.', 'Take the tramadol 50 mg every six hours on the clock.'],
    ['Ibuprofen 400 mg as needed.', 'Do you take the ibuprofen 400 mg regularly?\nNo.'],
    ['Ibuprofen 400 mg as needed.', "Ibuprofen 400 mg, I don't take it regularly."],
    [
      'Ibuprofen 400 mg three times daily.',
      'I take ibuprofen 400 mg only when I need it. Take the ibuprofen three times a day from now on.',
    ],
  ])('%s / %s: no finding', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});
