import { termContexts } from '../../facts/context/context';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import {
  affirmedPhrases,
  askedPhrases,
  contentStems,
  isNaming,
  deniedPhrases,
  type Phrase,
  type StemAt,
} from '../../facts/findings/noun-phrases';
import { spanOf } from '../../facts/token-reach';
import { oncePer } from '../../once';
import { marksQuestions } from '../../text/talk-lead';
import { resolveMention } from './resolve-turns';
import type { SourceIndex } from './source-index';

/** A mention of a phrase in a source, read as a mention of a finding. */
export interface PhraseMention {
  segment: number;
  fact: PolarityFact;
  /** No other content word stands right before or behind: "blood" is not the "blood cell count". */
  whole: boolean;
}

interface Place {
  segment: number;
  sentence: SentenceFacts;
  stems: readonly StemAt[];
  /** Index in `stems`. */
  index: number;
}

interface PhraseIndex {
  /** Keys of the phrases that the source denies or asks for. */
  denied: ReadonlySet<string>;
  /** Keys of the phrases that it affirms or asks for. */
  affirmed: ReadonlySet<string>;
  places: ReadonlyMap<string, readonly Place[]>;
  marked: boolean;
}

/** Made once per source, when a note first asks for a phrase. */
const indexOf = oncePer((source: SourceIndex): PhraseIndex => {
  const denied = new Set<string>();
  const affirmed = new Set<string>();
  const places = new Map<string, Place[]>();
  source.segments.forEach(({ sentences }, segment) => {
    for (const sentence of sentences) {
      const stems = contentStems(sentence.tokens);
      stems.forEach(({ stem }, index) => {
        const place = { segment, sentence, stems, index };
        const list = places.get(stem);
        if (list) list.push(place);
        else places.set(stem, [place]);
      });
      for (const { key } of deniedPhrases(sentence.tokens)) denied.add(key);
      for (const { key } of askedPhrases(sentence.tokens)) {
        denied.add(key);
        affirmed.add(key);
      }
      for (const { key } of affirmedPhrases(sentence.tokens)) affirmed.add(key);
    }
  });
  return { denied, affirmed, places, marked: marksQuestions(source.text) };
});

/** True when the source denies a phrase of exactly these words, or asks for it. */
export function isDenied(source: SourceIndex, key: string): boolean {
  return indexOf(source).denied.has(key);
}

/** True when the source affirms a phrase of exactly these words somewhere, or asks for it. */
export function isAffirmed(source: SourceIndex, key: string): boolean {
  return indexOf(source).affirmed.has(key);
}

/** Every place of the source where the words of a phrase stand together, read in its turn. */
export function phraseMentions(source: SourceIndex, key: string): PhraseMention[] {
  const { places, marked } = indexOf(source);
  const words = key.split(' ');
  return (places.get(words[0] ?? '') ?? [])
    .filter(({ stems, index }) => words.every((word, offset) => stems[index + offset]?.stem === word))
    .map(({ segment, sentence, stems, index }) => {
      const from = stems[index]?.at ?? 0;
      const to = (stems[index + words.length - 1]?.at ?? from) + 1;
      const fact = phraseFact(sentence, { from, to, key });
      resolveMention({ text: source.text, segments: source.segments, marked }, segment, sentence, fact, 1);
      const { tokens } = sentence;
      return { segment, fact, whole: !isNaming(tokens[from - 1]) && !isNaming(tokens[to]) };
    });
}

/** A phrase of a sentence as a finding with what the words around it say. */
export function phraseFact(sentence: SentenceFacts, { from, to, key }: Phrase): PolarityFact {
  const span = spanOf(sentence.tokens, from, to);
  const [context] = termContexts(sentence.tokens, [{ from, to }]);
  return {
    kind: 'polarity',
    concept: { kind: 'finding', name: key, ...span },
    ...span,
    ...(context ?? {
      polarity: 'unknown',
      certainty: 'certain',
      time: 'current',
      experiencer: 'patient',
      asserted: false,
    }),
  };
}
