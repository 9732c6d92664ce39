import { speechAct } from '../../facts/answers';
import type { PolarityFact } from '../../facts/fact';
import { relativeBefore } from '../../facts/relative-words';
import { spanOf } from '../../facts/token-reach';
import type { Token } from '../../text/tokens';
import type { Segment } from './source-index';

/** "My mum does", "my dad had it too": so many words at most. */
const longest = 9;
const verb = /^(?:does|did|has|had)$/;
const rest = /^(?:it|that|them|one|those|got|had|too|though|as|well|i|think|[.,!])$/;

/**
 * Adds what an answer says of a relative without naming it again, in place: "Any migraines?" – "No. My mum does." tells of
 * the mother's migraine.
 * @param marked the transcript has question marks
 */
export function nameForRelatives(text: string, segments: readonly Segment[], marked: boolean): void {
  segments.forEach(({ turn, sentences }, at) => {
    const asked = segments[at - 1];
    if (!turn || !asked?.turn || asked.turn.speaker === turn.speaker) return;
    for (const sentence of sentences) {
      const said = sentence.polarities.length === 0 ? verbOfRelative(sentence.tokens) : undefined;
      const fact = said === undefined ? undefined : askedFor(text, asked, marked);
      if (said === undefined || !fact) continue;
      const span = spanOf(sentence.tokens, said, said + 1);
      sentence.polarities.push({
        kind: 'polarity',
        concept: { ...fact.concept, ...span },
        ...span,
        polarity: 'present',
        certainty: 'certain',
        time: /^(?:did|had)$/.test(sentence.tokens[said]?.text ?? '') ? 'past' : 'current',
        experiencer: 'family',
        asserted: true,
      });
    }
  });
}

/** Where the verb of a relative stands, in a sentence that says nothing else. */
function verbOfRelative(list: readonly Token[]): number | undefined {
  if (list.length > longest) return undefined;
  const at = list.findIndex(({ text }) => verb.test(text));
  if (at < 1 || relativeBefore(list, at) === undefined) return undefined;
  // "My husband has them, poor man."
  const comma = list.findIndex(({ text }, index) => text === ',' && index > at);
  return list.slice(at + 1, comma < 0 ? undefined : comma).every(({ text }) => rest.test(text))
    ? at
    : undefined;
}

/** The one finding that a turn asks for. */
function askedFor(text: string, { sentences }: Segment, marked: boolean): PolarityFact | undefined {
  const last = sentences.at(-1);
  const [fact, ...others] = last?.polarities ?? [];
  if (!last || !fact || others.some(({ concept }) => concept.name !== fact.concept.name)) return undefined;
  const act = speechAct(text.slice(last.start, last.end), fact.start - last.start, { marked });
  return act === 'asks' || last.tokens.length <= shortestQuestion ? fact : undefined;
}

/** "Migraines?" */
const shortestQuestion = 3;
