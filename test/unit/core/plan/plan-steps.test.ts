import { describe, expect, it } from 'vitest';
import { planSteps } from '../../../../src/core/plan/plan-steps';

const texts = (note: string): string[] | undefined => planSteps(note)?.map(({ text }) => text);

describe('the steps of a plan', () => {
  it('are the statements of the assessment and the plan, and of nothing else', () => {
    const note =
      '## Objective\n\nPulse 72 bpm.\n\n## Assessment\n\nGout of the left toe.\n\n## Plan\n\nStart colchicine 500 micrograms twice daily.\n\n## Allergies\n\nNo known allergy.\n';
    expect(texts(note)).toEqual(['Gout of the left toe.', 'Start colchicine 500 micrograms twice daily.']);
  });

  it('have the numbered problem, or the heading, that they stand under', () => {
    const note =
      'ASSESSMENT AND PLAN\n\n1. Hypertension\n   - Increase ramipril to 10 mg once daily.\n2. Type 2 diabetes: not at target.\n- Metformin 1 g twice daily\n\n**Knee pain**\nNaproxen 250 mg twice daily.\n\nFOLLOW UP\nReview in 6 weeks.\n';
    expect(planSteps(note)?.map(({ text, problem }) => [text, problem])).toEqual([
      ['Increase ramipril to 10 mg once daily.', 'Hypertension'],
      ['Type 2 diabetes: not at target.', undefined],
      ['Metformin 1 g twice daily', 'Type 2 diabetes'],
      ['Naproxen 250 mg twice daily.', 'Knee pain'],
      ['Review in 6 weeks.', undefined],
    ]);
  });

  it('are not the mere names of problems', () => {
    const note =
      'ASSESSMENT AND PLAN\n\nHeart failure.\n\n1. Sore shoulder.\n   - Rest it for a week.\n2. Gout of the left toe.\n';
    expect(planSteps(note)?.map(({ text, problem }) => [text, problem])).toEqual([
      ['Rest it for a week.', 'Sore shoulder'],
      ['Gout of the left toe.', undefined],
    ]);
  });

  it('go on below deeper headings, and end with the next part of the note', () => {
    const note =
      '## Plan\n\n### Gout\n\nStart allopurinol 100 mg once daily.\n\n### Diet\n\nLess beer and meat.\n\n## Social history\n\nHe lives alone.\n';
    expect(planSteps(note)?.map(({ problem }) => problem)).toEqual(['Gout', 'Diet']);
  });

  it('go on below the headings of problems, however high, where the plan’s own is followed by nothing', () => {
    const below =
      '## Assessment and plan\n\n# Hypertension\n\nStart ramipril 2.5 mg once daily.\n\n# Gout\n\nStop aspirin.\n';
    expect(planSteps(below)?.map(({ text, problem }) => [text, problem])).toEqual([
      ['Start ramipril 2.5 mg once daily.', 'Hypertension'],
      ['Stop aspirin.', 'Gout'],
    ]);
    const other = '## Plan\n\nStop aspirin.\n\n# Hypertension\n\nRamipril was started in 2019.\n';
    expect(texts(other)).toEqual(['Stop aspirin.']);
    expect(texts('## Plan\n\n# Signature\n\nDr Smith saw her.\n')).toEqual([]);
  });

  it('carry the verb of an order to each thing that is ordered, and no further', () => {
    expect(texts('Plan: Stop ibuprofen 400 mg and aspirin 75 mg.')).toEqual([
      'Plan: Stop ibuprofen 400 mg',
      'Plan: Stop aspirin 75 mg',
    ]);
    expect(texts('## Plan\n\nStop aspirin and start omeprazole 20 mg.')).toEqual([
      'Stop aspirin',
      'start omeprazole 20 mg',
    ]);
    expect(texts('## Plan\n\nWe will stop ibuprofen 400 mg and aspirin 75 mg.')).toEqual([
      'We will stop ibuprofen 400 mg',
      'We will stop aspirin 75 mg',
    ]);
    const told = 'The patient should stop ibuprofen 400 mg and aspirin 75 mg.';
    expect(texts(`## Plan\n\n${told}`)).toEqual([told]);
  });

  it('say of a question or an opinion that it is none', () => {
    const steps = planSteps('## Plan\n\n- Is she taking it?\n- Stop ramipril today.\n');
    expect(steps?.map(({ leftOut }) => leftOut)).toEqual(['question', undefined]);
  });

  it('stand where their spans say, word for word', () => {
    const note = '## Plan\r\n\r\n- Start furosemide 40 mg daily and bisoprolol 5 mg daily\r\n';
    const steps = planSteps(note) ?? [];
    expect(steps).toHaveLength(2);
    for (const { spans, text } of steps) {
      expect(spans.map(({ start, end }) => note.slice(start, end)).join(' ')).toBe(text);
    }
    expect(steps.map(({ own }) => note.slice(own.start, own.end))[1]).toBe('bisoprolol 5 mg daily');
  });

  it('are those of a line with the label alone, where no section is a plan', () => {
    const note =
      'SOCIAL HISTORY\nLives alone. Drinks no alcohol.\nA/P: Sinusitis. Start amoxicillin 500 mg.\n';
    expect(texts(note)).toEqual(['A/P: Sinusitis.', 'Start amoxicillin 500 mg.']);
  });

  it('are none in a note without a plan, which is another thing than an empty plan', () => {
    expect(planSteps('## Objective\n\nPulse 72 bpm.\n')).toBeUndefined();
    expect(planSteps('## Plan\n\n')).toEqual([]);
    expect(planSteps('')).toBeUndefined();
  });
});
