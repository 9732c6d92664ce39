import { citeSource } from '../evidence/citation-of';
import type { PolarityFact } from '../facts/fact';
import { plainPolarity } from '../facts/polarity';
import { isBackground } from '../text/sections';
import type { Check, CheckInput, FindingDraft } from './check';

// What these words name depends on where it is: swelling of the ankle says nothing about swelling of the neck.
const local = new Set(
  (
    'swelling|redness|tenderness|numbness|tingling|weakness|rash|bruising|fracture|effusion|edema|dislocation|stiffness|' +
    'instability|atrophy|crepitus|itching|discharge|bleeding|stones|congestion'
  ).split('|'),
);

function mentions(input: CheckInput, name: string) {
  return input.sources.flatMap(({ source }) =>
    source.segments.flatMap((segment, index) =>
      segment.sentences.flatMap((sentence) =>
        sentence.polarities
          .filter((fact) => fact.concept.name === name)
          .map((fact) => ({ source, segment: index, fact })),
      ),
    ),
  );
}

function check(note: PolarityFact, input: CheckInput): FindingDraft[] {
  const name = note.concept.name;
  // "No headache now, some headaches before": a note that tells the cases apart has not mixed them up.
  const ours = input.facts.flatMap((sentence) => sentence.polarities);
  const said = plainPolarity(note);
  const told = ours.some((fact) => fact.concept.name === name && plainPolarity(fact) !== said);
  if (told || said === 'unknown') return [];
  const theirs = mentions(input, name);
  const opposite = said === 'present' ? 'absent' : 'present';
  // One mention with the note's polarity, or one that cannot be read, and the checker abstains.
  if (theirs.length === 0 || theirs.some(({ fact }) => plainPolarity(fact) !== opposite)) return [];
  const sameSite = local.has(name) ? theirs.filter(({ fact }) => fact.site === note.site) : theirs;
  // "No, no dizziness" says more to a reader than the question before it.
  const first = sameSite.find(({ fact }) => fact.cue) ?? sameSite[0];
  if (!first || sameSite.length < theirs.length) return [];
  return [
    {
      start: note.cue ? Math.min(note.cue.start, note.start) : note.start,
      end: note.end,
      verdict: 'contradicted',
      message:
        opposite === 'present'
          ? `The source says that ${name} is present; the note says that it is absent.`
          : `The source says that there is no ${name}; the note says that it is present.`,
      expected: opposite,
      citations: [citeSource(first.source, first.segment, first.fact)],
      fixes: [],
    },
  ];
}

/** A symptom or finding that is present in the note and only ever absent in the source, or the other way round. */
export const faithfulnessPolarity: Check = {
  rule: 'faithfulness/polarity',
  axis: 'faithfulness',
  reports: 'The source says the opposite: present for absent, or absent for present.',
  harm: 2,
  run: (input) =>
    isBackground(input.section)
      ? []
      : input.facts.flatMap((sentence) => sentence.polarities).flatMap((note) => check(note, input)),
};
