import { describe, expect, it } from 'vitest';
import { faithfulnessSex } from '../../../../../src/core/checks/faithfulness/sex';
import { sourceOf } from '../../check-in';
import { noteInput } from '../note-check';

/** What the rule says of a note, as "word → sex of the source → what the fix writes". */
function found(note: string, source: string): string[] {
  const input = { ...noteInput(note), sources: [sourceOf(source)] };
  return faithfulnessSex.run(input).map(({ at, start, end, expected, fixes }) => {
    const { text } = input.statements[at]?.statement ?? { text: '' };
    return `${text.slice(start, end)} → ${expected} → ${fixes[0]?.newText}`;
  });
}

const woman = '[doctor] so martha is a 50-year-old female with asthma\n[patient] hi there';
const man = '[doctor] good morning sir how are you\n[patient] my husband drove me';

describe('the sex of the patient', () => {
  it.each([
    ['He denies chest pain.', 'He → female → She'],
    ['Mr. Collins is well.', 'Mr → female → Ms'],
    ['Ms Collins is a 50-year-old male with asthma.', 'male → female → female'],
    ['The patient is a pleasant gentleman.', 'gentleman → female → lady'],
    ['The patient moved his arm.', 'his → female → her'],
  ])('is contradicted in "%s"', (note, expected) => {
    expect(found(note, woman)).toEqual([expected]);
  });

  it('is contradicted once in a note, where it is first', () => {
    expect(found('She is well. He sleeps. His pain is gone.', woman)).toEqual(['He → female → She']);
  });

  it.each([
    ['She denies chest pain.', 'the same sex'],
    ['Her husband drove her and he waits outside.', 'somebody else in the sentence'],
    ['The husband drove. He waits outside.', 'somebody else right before'],
    ['Dr. Smith was called. He agrees.', 'a doctor right before'],
    ['FAMILY HISTORY\n\nHe died of a stroke.', 'the family history'],
    ['MR arthrogram of the hip was normal.', 'an image'],
    ['MR morphine at night.', 'how a medicine is released'],
    ['Gliclazide MR twice daily.', 'how a medicine is released'],
    ['Mildly dilated LA, trace MR. TFTs normal.', 'a valve that leaks'],
    ['The patient is well.', 'no word that tells'],
    ['', 'nothing'],
  ])('is not contradicted in "%s": %s', (note) => {
    expect(found(note, woman)).toEqual([]);
  });

  it.each([
    ['[doctor] good morning sir\n[patient] hello', 'sir'],
    ['[doctor] i am seeing mr. hill today\n[patient] hello', 'a title'],
    [
      "[doctor] he's here for follow-up\n[doctor] he takes lisinopril and he feels well\n[patient] hi",
      'pronouns',
    ],
    ['The patient is a 40-year-old man. He was well.', 'an earlier note'],
  ])('is told by %j: %s', (source) => {
    expect(found('She feels well.', source)).toEqual(['She → male → He']);
  });

  it.each([
    ['[doctor] how are you\n[patient] fine, thank you sir', 'the patient speaks to the clinician'],
    [
      '[doctor] how is your father\n[patient] he had a stroke, he is better, he walks, he talks',
      'a relative',
    ],
    [
      '[doctor] so what did the surgeon say\n[doctor] did he call\n[doctor] okay he will\n[doctor] he is good',
      'a surgeon',
    ],
    [
      '[doctor] this 50-year-old male is here\n[doctor] the patient is a woman\n[patient] hi',
      'both are said',
    ],
    ['[doctor] how are you\n[patient] fine', 'nothing is said'],
  ])('is not told by %j: %s', (source) => {
    expect(found('She feels well. He feels well.', source)).toEqual([]);
  });

  it('is not known from the husband of the patient', () => {
    expect(found('She feels well.', man)).toEqual(['She → male → He']);
    expect(found('She feels well.', '[doctor] hello\n[patient] my husband drove me')).toEqual([]);
  });
});

describe('titles of others', () => {
  const source = [
    'Mr Okonjo-Webb: Mrs Tarrant, come in. Any pain, Mrs Tarrant?',
    "Patient: No. Mr Hale's knee is a marvel.",
    'Mr Okonjo-Webb: Does it swell?',
    'Patient: Never.',
    'Mr Okonjo-Webb: Sleeping?',
    'Patient: Yes.',
  ].join('\n');

  it.each(['Signed: Mr Okonjo-Webb, Consultant.', 'First side done by Mr Hale.'])(
    "are not the patient's: %j",
    (note) => {
      expect(found(note, source)).toEqual([]);
    },
  );

  it("leave the patient's own", () => {
    expect(found('Mr Tarrant was seen.', source)).toEqual(['Mr → female → Ms']);
  });
});

describe('a letter behind an age', () => {
  it.each([
    ['67 y/o M with asthma.', 'M → female → F'],
    ['HPI: 67M with asthma.', 'M → female → F'],
    ['67yoM here for review.', 'M → female → F'],
    ['A 67-year-old M, wheezing.', 'M → female → F'],
  ])('tells the sex in "%s"', (note, expected) => {
    expect(found(note, woman)).toEqual([expected]);
  });

  it.each([
    'A 67 y/o F with asthma.',
    '67F with asthma.',
    'Her brother is a 70 y/o M.',
    'Walks 67 M before she stops.',
    'Wheezing for 3 mo, M. Green will drive.',
    '6 m walk test normal.',
    'M',
  ])('says nothing else in "%s"', (note) => {
    expect(found(note, woman)).toEqual([]);
  });

  it('says nothing of a temperature or a catheter', () => {
    expect(found('101 F with chills. Catheter of 20 F with three lumens.', man)).toEqual([]);
  });
});

describe('a child who is brought in', () => {
  const leo = "[doctor] what's up\n[mum] he's eight months old and has a fever\n[doctor] oh";

  it.each([
    ['8-month-old girl with fever.', ['girl → male → boy']],
    ['8-month-old boy with fever.', []],
  ])('is told by the pronoun beside the age: %s', (note, expected) => {
    expect(found(note, leo)).toEqual(expected);
  });

  it('is not told where two are', () => {
    const both =
      "[doctor] what's up\n[mum] he's eight years old, and she is four months old now\n[doctor] oh";
    expect(found('4-month-old girl with fever.', both)).toEqual([]);
  });

  it('is not told by a leaking valve', () => {
    expect(found('EF 40%, mod MR. Weight stable.', woman)).toEqual([]);
    expect(found('Echo: 2+ MR. Sinus rhythm.', woman)).toEqual([]);
  });
});

describe('a pronoun behind the name of somebody else', () => {
  const source =
    '[doctor] good morning sir\n[patient] I live with Nora, and Nora says I snore\n[doctor] sir, sit down';

  it('is of them', () => {
    expect(found('Discharge to home with Nora, if she agrees.', source)).toEqual([]);
  });

  it.each(['Discharge home, if she agrees.', 'Seen by Tess, who says that she is well.'])(
    'is of the patient where nobody is so called: %s',
    (note) => {
      expect(found(note, source)).toEqual(['she → male → he']);
    },
  );
});
