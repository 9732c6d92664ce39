import { citeSource } from '../evidence/citation-of';
import type { SourceIndex } from '../evidence/source-index';
import type { SideFact } from '../facts/fact';
import type { Check, CheckInput, FindingDraft } from './check';

const opposite = { left: 'right', right: 'left' } as const;

function matchCase(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}

interface Located {
  source: SourceIndex;
  segment: number;
  fact: SideFact;
}

function located(input: CheckInput, part: string): Located[] {
  return input.sources.flatMap(({ source }) =>
    source.segments.flatMap((segment, index) =>
      segment.sentences.flatMap((sentence) =>
        sentence.sides
          .filter((fact) => fact.concept.name === part)
          .map((fact) => ({ source, segment: index, fact })),
      ),
    ),
  );
}

/** A part of the body that was named stays the topic for about this many segments. */
const topicReach = 4;

/** True when somebody speaks of "the other side", "both sides" or "the right one" near where the part is named. */
function otherSideMeant({ source, segment }: Located, side: 'left' | 'right'): boolean {
  const near = source.segments.slice(Math.max(0, segment - topicReach), segment + topicReach + 1);
  return near
    .flatMap(({ sentences }) => sentences)
    .some(({ tokens }) =>
      tokens.some(
        ({ text }, at) =>
          /^(?:sides?|one)$/.test(text) &&
          tokens[at + 1]?.text !== 'of' &&
          new RegExp(`^(?:${side}|both|either|other|opposite)$`).test(tokens[at - 1]?.text ?? ''),
      ),
    );
}

function check(note: SideFact, input: CheckInput): FindingDraft[] {
  if (note.side === 'bilateral') return [];
  const theirs = located(input, note.concept.name);
  const wrong = opposite[note.side];
  if (theirs.length === 0 || theirs.some(({ fact }) => fact.side !== wrong)) return [];
  // A note that tells the two sides apart has not mixed them up.
  const ours = input.facts.flatMap(({ sides }) => sides);
  if (ours.some(({ concept, side }) => concept.name === note.concept.name && side !== note.side)) return [];
  const { side } = note;
  if (theirs.some((one) => otherSideMeant(one, side))) return [];
  const first = theirs[0];
  if (!first) return [];
  const word = input.statement.text.slice(
    note.sideSpan.start - input.statement.start,
    note.sideSpan.end - input.statement.start,
  );
  const newText = matchCase(word.toLowerCase().replace(note.side, wrong), word);
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `The source speaks of the ${wrong} ${note.concept.name}, never of the ${note.side}.`,
      expected: wrong,
      citations: [citeSource(first.source, first.segment, first.fact)],
      fixes: [
        {
          title: `Take the source's side: ${wrong}`,
          start: note.sideSpan.start,
          end: note.sideSpan.end,
          newText,
        },
      ],
    },
  ];
}

/** Left and right: the source binds the same part of the body to the other side only. */
export const faithfulnessLaterality: Check = {
  rule: 'faithfulness/laterality',
  axis: 'faithfulness',
  reports: 'The source says the other side.',
  harm: 1,
  run: (input) => input.facts.flatMap((sentence) => sentence.sides).flatMap((note) => check(note, input)),
};
