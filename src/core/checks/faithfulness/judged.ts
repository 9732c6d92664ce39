import type { Rule } from '../check';

/**
 * A statement that nothing decides without a language model, and that the model reads a contradiction of, with a quote that
 * stands in the source and a fact or word that shows it. It is no check: the engine asks the model, in the background.
 */
export const faithfulnessJudged: Rule = {
  rule: 'faithfulness/judged',
  axis: 'faithfulness',
  reports: 'A language model reads that the source contradicts the statement.',
  harm: 3,
};
