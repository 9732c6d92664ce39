import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../src/core/evidence/source/source-index';

/** The polarity of each mention of the finding, in the order of the transcript. */
function polarities(transcript: string, finding: string): string[] {
  return new SourceIndex('visit.transcript.txt', transcript, 'version').segments
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence) => sentence.polarities)
    .filter((fact) => fact.concept.name === finding)
    .map((fact) => fact.polarity);
}

describe('what a patient answers', () => {
  it('denies what it names after a "no" of its own', () => {
    const transcript =
      '[doctor] Any dizziness when you stand up?\n[patient] No, no dizziness.\n[doctor] Good.';
    expect(polarities(transcript, 'dizziness')).toEqual(['absent', 'absent']);
  });

  it('denies in a sentence that would be a question from a clinician', () => {
    expect(polarities('[doctor] How are you?\n[patient] No fever.\n[doctor] Good.', 'fever')).toEqual([
      'absent',
    ]);
    expect(polarities('[doctor] No fever?\n[patient] Well, last night.\n[doctor] Oh.', 'fever')).toEqual([
      'unknown',
    ]);
  });

  it('comes behind an "OK." in a turn of its own', () => {
    const question = '[doctor] Have you noticed any bleeding?\n[patient] OK.';
    expect(polarities(`${question}\n[patient] No. It is only dry.\n[doctor] Good.`, 'bleeding')).toEqual([
      'absent',
    ]);
    expect(polarities(`${question}\n[doctor] So no.\n[patient] No.`, 'bleeding')).toEqual(['unknown']);
  });

  it('says what is so now, asked of a time that goes on until now', () => {
    const transcript =
      '[doctor] In the past couple days have you had a fever?\n[patient] No.\n[doctor] Okay.';
    expect(
      new SourceIndex('visit', transcript, 'version').segments
        .flatMap(({ sentences }) => sentences.flatMap(({ polarities: facts }) => facts))
        .map(({ polarity, time }) => `${polarity} ${time}`),
    ).toEqual(['absent current']);
  });

  it('is heard where the labels of question and answer are changed over', () => {
    const transcript =
      '[patient] and have you experienced any numbness in your fingers\n[doctor] no\n[patient] okay good';
    expect(polarities(transcript, 'numbness')).toEqual(['absent']);
  });

  it('asks when it ends in a question mark', () => {
    const transcript = '[doctor] It is a virus.\n[patient] No fever with that?\n[doctor] Let us see.';
    expect(polarities(transcript, 'fever')).toEqual(['unknown']);
  });

  it.each([
    ["[doctor] You don't have any fever?", 'Yes, I do.', ['present']],
    ['[doctor] No fever?', 'On and off, yes.', ['present']],
    ["[doctor] You don't have any fever?", 'Yes.', ['unknown']],
    ["[doctor] You don't have any fever?", "I don't.", ['absent']],
    ['[doctor] You have no fever, right?', 'I do, actually.', ['present']],
    ['[doctor] Do you have a fever?', 'No. Well, I have a fever now.', ['present', 'present']],
  ])('turns %j round, or not: %j', (question, answer, expected) => {
    const found = polarities(`${question}\n[patient] ${answer}\n[doctor] Okay.`, 'fever');
    expect(found.slice(0, 2)).toEqual(expected);
  });

  it('takes no "no" back by what is only spoken of', () => {
    const transcript = '[doctor] Do you smoke?\n[patient] No. Smoking is gross.\n[doctor] Okay.';
    expect(polarities(transcript, 'smoking')).toEqual(['absent', 'unknown']);
  });

  it('is kept with the question, so that both can be shown', () => {
    const transcript = '[doctor] Any vomiting?\n[patient] Three times last night.\n[doctor] Okay.';
    const [fact] = new SourceIndex('visit', transcript, 'version').segments.flatMap(({ sentences }) =>
      sentences.flatMap(({ polarities: facts }) => facts),
    );
    expect(fact?.polarity).toBe('present');
    expect(transcript.slice(fact?.answer?.start, fact?.answer?.end)).toContain('Three times last night.');
  });
});
