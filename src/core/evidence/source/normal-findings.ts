import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { spanOf } from '../../facts/token-reach';
import type { Token } from '../../text/tokens';
import type { FindingMention } from './finding-mentions';
import data from './normal-findings.json';
import type { SourceIndex } from './source-index';

interface Normal {
  of: readonly string[][];
  says: readonly string[][];
  absent: readonly string[];
}

const words = (phrases: readonly string[]): string[][] => phrases.map((phrase) => phrase.split(' '));
const normals: readonly Normal[] = data.findings.map(({ of, says, absent }) => ({
  of: words(of),
  says: words(says),
  absent,
}));
const exceptions = new Set(data.except);
const reported = new Set(data.reported);

/** True for a finding that only an examination brings to light, so that any statement of it is of one. */
export function isSign(name: string): boolean {
  return !reported.has(name) && normals.some(({ absent }) => absent.includes(name));
}

/**
 * Places where an examiner says of a part of the body what leaves no room for a finding: "your lungs sound nice and clear"
 * for wheezing. What the patient says of it, and what is said with an exception ("clear except at the left base"), is left out.
 * @param name canonical name of the finding
 * @returns mentions in which it is absent
 */
export function normalMentions(name: string, sources: readonly SourceIndex[]): FindingMention[] {
  const ruledOut = normals.filter(({ absent }) => absent.includes(name));
  if (ruledOut.length === 0) return [];
  return sources.flatMap((source) =>
    source.segments.flatMap(({ turn, sentences }, segment) =>
      turn?.speaker === 'patient' || turn?.speaker === 'family'
        ? []
        : sentences.flatMap((sentence) =>
            ruledOut
              .flatMap((normal) => factsIn(sentence, normal, name))
              .map((fact) => ({ source, segment, fact })),
          ),
    ),
  );
}

/**
 * What a sentence rules out by saying that a part of the body is as it should be: "lungs are clear" has no crackles.
 * @returns facts that are absent, with the words that say so
 */
export function ruledOutIn(sentence: SentenceFacts): PolarityFact[] {
  return normals.flatMap((normal) => normal.absent.flatMap((name) => factsIn(sentence, normal, name)));
}

function factsIn({ tokens: list }: SentenceFacts, { of, says }: Normal, name: string): PolarityFact[] {
  if (list.at(-1)?.text === '?') return [];
  return list.flatMap((_, from) => {
    const subject = of.find((form) => standsAt(list, from, form));
    const to = subject && predicateEnd(list, from + subject.length, says);
    if (to === undefined || exceptions.has(list[to]?.text ?? '')) return [];
    const span = spanOf(list, from, to);
    return [
      {
        kind: 'polarity',
        concept: { kind: 'finding', name, ...span },
        ...span,
        polarity: 'absent',
        certainty: 'certain',
        time: 'current',
        experiencer: 'patient',
        asserted: true,
      },
    ];
  });
}

/** Where what is said of a part ends; undefined where something else, or an exception, stands between. */
function predicateEnd(list: readonly Token[], from: number, says: readonly string[][]): number | undefined {
  for (let at = from; at < Math.min(list.length, from + data.reach); at++) {
    const form = says.find((phrase) => standsAt(list, at, phrase));
    if (form) return at + form.length;
    const text = list[at]?.text ?? '';
    if (exceptions.has(text) || /^[.;:?!]$/.test(text)) return undefined;
  }
  return undefined;
}

function standsAt(list: readonly Token[], at: number, form: readonly string[]): boolean {
  return form.every((word, offset) => list[at + offset]?.text === word);
}
