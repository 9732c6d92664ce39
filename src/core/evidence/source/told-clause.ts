import { findCues } from '../../facts/context/cues';
import type { SentenceFacts } from '../../facts/extract';
import { contentStems, type StemAt } from '../../facts/findings/noun-phrases';
import { oncePer } from '../../once';
import type { SourceIndex } from './source-index';

/** Where a source tells something in other words. */
export interface Told {
  segment: number;
  sentence: SentenceFacts;
}

/** At least this share of a clause's words, in at most so many times as many, is the same thing said. */
const shareNeeded = 0.6;
const fewestShared = 3;
const spread = 3;

const turning = new Set(['absent', 'absent-narrowed', 'unlikely', 'unreadable', 'hypothetical', 'uncertain']);

const stemsIn = oncePer((sentence: SentenceFacts): StemAt[] => contentStems(sentence.tokens));

/**
 * The sentence in which the patient (or, outside of transcripts, the source) tells a clause in nearly the same words, with
 * nothing near that negates or doubts it; undefined when there is none.
 * @param stems the clause's content words, each once
 */
export function toldAs(source: SourceIndex, stems: readonly string[]): Told | undefined {
  const wanted = new Set(stems);
  for (const [segment, { turn, sentences }] of source.segments.entries()) {
    if (turn !== undefined && turn.speaker !== 'patient' && turn.speaker !== 'family') continue;
    for (const sentence of sentences) {
      if (tells(sentence, wanted)) return { segment, sentence };
    }
  }
  return undefined;
}

function tells(sentence: SentenceFacts, wanted: ReadonlySet<string>): boolean {
  if (sentence.tokens.at(-1)?.text === '?') return false;
  const matches = stemsIn(sentence).filter(({ stem }) => wanted.has(stem));
  const needed = Math.max(fewestShared, Math.ceil(shareNeeded * wanted.size));
  for (let first = 0; first < matches.length; first++) {
    const start = matches[first]?.at ?? 0;
    const seen = new Set<string>();
    for (let last = first; last < matches.length; last++) {
      const match = matches[last];
      if (!match || match.at - start > spread * wanted.size + needed) break;
      seen.add(match.stem);
      if (seen.size >= needed) return !isTurned(sentence, start, match.at + 1);
    }
  }
  return false;
}

/** How many words before the first shared one a negation is looked for. */
const lead = 6;

function isTurned(sentence: SentenceFacts, from: number, to: number): boolean {
  return findCues(sentence.tokens).some(
    (cue) => turning.has(cue.says) && cue.to > from - lead && cue.from < to + 2,
  );
}
