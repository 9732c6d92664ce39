import { describe, expect, it } from 'vitest';
import { faithfulnessAllergy } from '../../../../../../src/core/checks/faithfulness/allergy/allergy';
import { deniesAllergies } from '../../../../../../src/core/facts/allergies/allergens';
import { saidOfNote } from '../../note-check';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessAllergy, note, source);
const answered = (answer: string): string => `[doctor] Any allergies?\n[patient] ${answer}`;

describe('what a denial of allergies is of', () => {
  it.each([
    ['No antibiotic allergies.', 'antibiotics'],
    ['Nil antibiotic allergy.', 'antibiotics'],
    ['No food allergies.', 'others'],
    ['No known drug allergies.', 'medicines'],
    ['No food or drug allergies.', 'all'],
    ['No real allergies.', 'all'],
    ['NKDA', 'medicines'],
    ['No other allergies.', undefined],
    ['No allergy to latex.', undefined],
  ])('“%s” is of %s', (text, scope) => {
    expect(deniesAllergies(text)).toBe(scope);
  });

  it.each([
    ['No antibiotic allergies.', answered('Morphine. I get hives.')],
    ['No food allergies.', answered('Penicillin. I get hives.')],
    ['Allergies: micropore. No antibiotic allergy.', answered('Sticky plasters give me blisters.')],
  ])('“%s” says nothing against “%s”', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  it.each([
    ['No antibiotic allergies.', answered('Clarithromycin. I get hives.'), 'Clarithromycin'],
    ['No food allergies.', answered('Shellfish. I get hives.'), 'Shellfish'],
    ['No drug allergies.', answered('Morphine. I get hives.'), 'Morphine'],
  ])('“%s” is contradicted by “%s”', (note, source, allergen) => {
    expect(said(note, source)).toEqual([`${note} → ${allergen}`]);
  });
});

describe('an intolerance told beside “NKDA”', () => {
  it.each([
    [
      'No drug allergies. Tramadol: vomiting (intolerance).',
      answered('Tramadol makes me puke. Nothing else.'),
    ],
    [
      'No drug allergies. Morphine - itch, intolerance only.',
      answered('Morphine makes me itch. Nothing else.'),
    ],
    ['No drug allergies.', answered('Codeine makes me spew. No actual allergies.')],
  ])('“%s” is no contradiction of “%s”', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  it.each([
    ['No drug allergies. Takes morphine.', answered('Morphine gives me hives.')],
    ['No drug allergies.', answered('Codeine brings me out in a rash.')],
  ])('“%s” against “%s”', (note, source) => {
    expect(said(note, source)).toHaveLength(1);
  });
});
