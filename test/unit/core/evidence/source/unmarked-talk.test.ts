import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../src/core/evidence/source/source-index';

/** A talk without marks under labels that tell no role, around one question and its answer. */
const talk = (question: string, answer: string): string =>
  [
    'Speaker 1: hello how have you been since the fall',
    'Speaker 2: my hip is sore but i get about',
    'Speaker 1: are you sleeping',
    'Speaker 2: i do now',
    `Speaker 1: ${question}`,
    `Speaker 2: ${answer}`,
    'Speaker 1: let me see you walk okay your stride is even',
    'Speaker 2: i practise in my yard',
    "Speaker 1: we'll leave it there and i want you back in june",
  ].join('\n');

/** What the talk comes to for a finding that it asks for. */
function asked(question: string, answer: string, finding: string): string | undefined {
  const facts = new SourceIndex('visit', talk(question, answer), 'version').segments
    .slice(4, 5)
    .flatMap(({ sentences }) => sentences.flatMap(({ polarities }) => polarities));
  return facts.find(({ concept }) => concept.name === finding)?.polarity;
}

describe('a question without a mark, under a label that tells no role', () => {
  it.each([
    ['dizziness', 'no', 'dizziness', 'absent'],
    ['dizziness', 'yeah when i get up', 'dizziness', 'present'],
    ['rash itching', 'no no only dry skin', 'rash', 'absent'],
    ['nausea', 'nope not once', 'nausea', 'absent'],
    ['nausea', 'every morning', 'nausea', 'present'],
    ['did you faint', 'no i sat down in time', 'syncope', 'absent'],
    ['okay any fever', 'no', 'fever', 'absent'],
    ['okay any fever', 'yes on sunday', 'fever', 'present'],
    ['pneumonia', 'the other one had it', 'pneumonia', 'unknown'],
  ])('%j, answered by %j', (question, answer, finding, expected) => {
    expect(asked(question, answer, finding)).toBe(expected);
  });
});
