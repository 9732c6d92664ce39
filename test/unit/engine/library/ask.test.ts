import { describe, expect, it } from 'vitest';
import { ask } from '../../../../src/engine/library/ask';
import { factCheck } from '../../../../src/engine/claims/fact-check';
import { sure, tools } from '../claims/library-double';

const documents = {
  Thrombosis: 'Warfarin and direct oral anticoagulants are contraindicated in pregnancy.',
  Anaphylaxis: 'Children 6 to 12 years: adrenaline 300 micrograms IM in anaphylaxis.',
  Hypertension: 'ACE inhibitors must be stopped on notification of pregnancy.',
  Migraine: 'Triptans are taken at the onset of the headache.',
  Gout: 'Colchicine 500 micrograms is taken twice daily for an acute attack of gout.',
  Infarct: 'Aspirin is given in myocardial infarction.',
};
const silent = () => sure('notAddressed');

async function quotes(question: string): Promise<string[]> {
  const { citations } = await ask(question, tools(documents, silent).library);
  return citations.map(({ quote }) => quote);
}

describe('a question to the library', () => {
  it.each([
    ['of a medicine of a class', 'Can apixaban be used in pregnancy?', documents.Thrombosis],
    ['of another medicine of a class', 'Is ramipril safe in pregnancy?', documents.Hypertension],
    [
      'by another name and with an age',
      'What is the dose of epinephrine for a 7-year-old with anaphylaxis?',
      documents.Anaphylaxis,
    ],
    ['by a name of lay people', 'Is aspirin given in a heart attack?', documents.Infarct],
    ['by its words', 'What is the dose of colchicine in gout?', documents.Gout],
    ['by a member of a class', 'When is sumatriptan taken in headache?', documents.Migraine],
  ])('%s is answered: %s', async (_, question, quote) => {
    expect(await quotes(question)).toContain(quote);
  });

  it.each([
    'Can metformin be used in pregnancy?',
    'Is amoxicillin safe in gout?',
    'What is the dose of insulin in ketoacidosis?',
    'Is bisoprolol given in asthma?',
  ])('that no document answers is refused: %s', async (question) => {
    const { refused, reason } = await ask(question, tools(documents, silent).library);
    expect({ refused, reason }).toEqual({
      refused: true,
      reason: 'Nothing was found in the library that answers this question.',
    });
  });
});

describe('a claim about a medicine of which a document names the class', () => {
  const verdictOn = async (claim: string) => {
    const { statements } = await factCheck(claim, tools(documents, silent));
    return statements[0];
  };

  it.each([
    'Ramipril can be continued in pregnancy.',
    'Lisinopril is safe in pregnancy.',
    'Rivaroxaban is safe in pregnancy.',
    'Sumatriptan is taken for headache.',
  ])('is not sure, with the sentence shown: %s', async (claim) => {
    const checked = await verdictOn(claim);
    expect(checked?.verdict).toBe('not-sure');
    expect(checked?.abstained).toBe('It speaks of a class of medicines, and the claim of one of them.');
  });

  it.each(['Metformin can be continued in pregnancy.', 'Amlodipine is stopped in pregnancy.'])(
    'is not addressed where the class is another: %s',
    async (claim) => expect((await verdictOn(claim))?.verdict).toBe('not-addressed'),
  );
});
