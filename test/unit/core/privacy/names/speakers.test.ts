import { describe, expect, it } from 'vitest';
import { findSpeakers } from '../../../../../src/core/privacy/names/speakers';

const speakers = (text: string): string[] =>
  findSpeakers(text).map(({ start, end }) => text.slice(start, end));

describe('speakers', () => {
  it('are those who have turns in a conversation, with the time or without', () => {
    expect(speakers('Babs: hi\nKofi 10:02: hi\nBabs: notes?\n[10:04] Kofi: no\nKofi 10:05: yes')).toEqual([
      'Babs',
      'Kofi',
      'Babs',
      'Kofi',
      'Kofi',
    ]);
  });

  it('are not the roles of a visit', () => {
    expect(
      speakers('Doctor: Hi\nPatient: Hi\nDoctor: Pain?\nPatient: Yes\nMother: A lot\nMother: Yes'),
    ).toEqual([]);
  });

  it('are not the fields of a form or the headings of a note', () => {
    expect(speakers('Plan: rest\nReview: May\nName: x\nAddress: y')).toEqual([]);
    expect(speakers('Plan: rest\nReview: May\nPlan: walk\nReview: June')).toEqual([]);
  });

  it('are initials, those too that are short for something in medicine', () => {
    const visit =
      'KMW: Good morning to you.\nRA: And to you.\nFL: She slept badly.\nKMW: Any falls?\nRA: One, I think.\nFL: On the stairs.';
    expect(speakers(visit)).toEqual(['KMW', 'RA', 'FL', 'KMW', 'RA', 'FL']);
  });

  it('are not the systems of an examination or its values, day by day', () => {
    const day = 'CNS: alert and well.\nCVS: regular, no murmur.\nBP: 120/80\nHR: 72';
    expect(speakers(`${day}\n${day}`)).toEqual([]);
    expect(speakers('GP: How are you today?\nRN: She is well.\nGP: Good to hear.\nRN: Thank you.')).toEqual(
      [],
    );
  });
});
