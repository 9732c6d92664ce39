import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contextSentences,
  type MedicationSentence,
  medicationSentences,
  sentenceTexts,
  writtenMedicationSentences,
} from '../../bench/sets/read';
import {
  changedSentences,
  contextSentenceFaults,
  hashOf,
  medicationSentenceFaults,
} from '../../bench/sets/validate';

const parts = ['dev', 'test'] as const;
const data = resolve(process.env['ATTEST_DATA'] ?? '../shared/data');
const hasData = ['aci-bench/valid.csv', 'mts-dialog/train.csv'].every((file) =>
  existsSync(resolve(data, file)),
);

function written(text: string, ...medications: MedicationSentence['medications']): MedicationSentence {
  const end = text.length;
  const place = { set: 'written', split: 'none', document: '', field: 'none' } as const;
  return { id: 'a', ...place, start: 0, end, sha256: hashOf(text), text, medications };
}

const aspirin: MedicationSentence['medications'][number] = {
  drug: [5, 12],
  name: 'aspirin',
  strength: [13, 18],
  strengthValue: 81,
  strengthUnit: 'mg',
  dose: null,
  doseValue: null,
  doseUnit: null,
  route: null,
  routeName: null,
  frequency: [19, 24],
  perDay: 1,
  duration: null,
  days: null,
  asNeeded: false,
  action: 'start',
};
const order = 'Take aspirin 81 mg daily';

describe('the annotated medication sentences', () => {
  it.each(parts)('are well formed in %s', (part) => {
    expect(medicationSentenceFaults(medicationSentences(part))).toEqual([]);
  });

  it('hold no text of other people’s data', () => {
    const sentences = parts.flatMap((part) => medicationSentences(part));
    expect(sentences.filter(({ text }) => text !== undefined)).toEqual([]);
  });

  it('keep development and held-out documents apart', () => {
    const isHeldOut = ({ set, split, document }: MedicationSentence) =>
      set === 'aci-bench' ? split === 'valid' : Number(document) >= 800;
    expect(medicationSentences('dev').filter(isHeldOut)).toEqual([]);
    expect(medicationSentences('test').filter((sentence) => !isHeldOut(sentence))).toEqual([]);
  });

  // The data sets are not part of the project: without them there is nothing that the annotations could be compared with.
  if (hasData) {
    it('are the sentences that were annotated', () => {
      for (const part of parts) {
        const sentences = medicationSentences(part);
        expect(changedSentences(sentences, sentenceTexts(sentences))).toEqual([]);
      }
    });
  }

  it('written for this project are well formed and unchanged', () => {
    const sentences = writtenMedicationSentences();
    expect(medicationSentenceFaults(sentences)).toEqual([]);
    expect(changedSentences(sentences, sentenceTexts(sentences))).toEqual([]);
  });
});

describe('the sentences for negation and context', () => {
  it.each(parts)('are well formed in %s', (part) => {
    expect(contextSentenceFaults(contextSentences(part))).toEqual([]);
  });

  it('share no sentence between the parts', () => {
    const dev = new Set(contextSentences('dev').map(({ text }) => text));
    expect(contextSentences('test').filter(({ text }) => dev.has(text))).toEqual([]);
  });

  it.each(parts)('have both classes in at least two of five concepts in %s', (part) => {
    const concepts = contextSentences(part).flatMap((sentence) => sentence.concepts);
    const absent = concepts.filter(({ polarity }) => polarity === 'absent').length / concepts.length;
    expect(absent).toBeGreaterThanOrEqual(0.4);
    expect(absent).toBeLessThanOrEqual(0.6);
  });
});

describe('medicationSentenceFaults', () => {
  it('accepts a right annotation', () => {
    expect(medicationSentenceFaults([written(order, aspirin)])).toEqual([]);
  });

  it('finds a span outside the sentence', () => {
    const faults = medicationSentenceFaults([written(order, { ...aspirin, frequency: [19, 25] })]);
    expect(faults).toEqual(['a: frequency [19, 25) is not within the sentence']);
  });

  it('finds a value without its words, and words without their value', () => {
    expect(medicationSentenceFaults([written(order, { ...aspirin, strength: null })])).toHaveLength(1);
    expect(medicationSentenceFaults([written(order, { ...aspirin, strengthValue: null })])).toHaveLength(1);
  });

  it('finds an id that is used twice', () => {
    expect(medicationSentenceFaults([written(order), written(order)])).toEqual(['a: used twice']);
  });

  it('finds text in a sentence that is not our own', () => {
    const foreign: MedicationSentence = { ...written(order), set: 'aci-bench' };
    expect(medicationSentenceFaults([foreign])).toEqual(['a: only an own sentence carries its text']);
  });
});

describe('changedSentences', () => {
  it('names a sentence whose text is another one', () => {
    const sentence = written(order);
    expect(changedSentences([sentence], [order])).toEqual([]);
    expect(changedSentences([sentence], ['Take aspirin 81 mg nightly'])).toEqual(['a']);
  });
});

describe('contextSentenceFaults', () => {
  it('finds a term that is not at its place', () => {
    const concept = { term: 'cough', start: 3, end: 8, name: 'cough' } as const;
    const labels = { polarity: 'absent', time: 'current', experiencer: 'patient' } as const;
    const sentence = { id: 'b', text: 'No cough.', concepts: [{ ...concept, ...labels }], kind: 'simple' };
    expect(contextSentenceFaults([sentence])).toEqual([]);
    expect(contextSentenceFaults([{ ...sentence, text: 'No, cough.' }])).toEqual([
      'b: "cough" is not at [3, 8)',
    ]);
  });
});
