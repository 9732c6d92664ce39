import { fillers, speechAct } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { type RelativeWord, relativeWords } from '../../facts/persons/relative-words';
import { spanOf, wordAt } from '../../facts/token-reach';
import type { Token } from '../../text/tokens';
import { asksOfFamily } from './family-questions';
import type { Segment } from './source-index';

/** "My mum does", "yes, my dad and my brother had it too": so many words at most. */
const longest = 12;
const verb = /^(?:do|does|did|has|had|have)$/;
const rest = /^(?:it|that|them|one|those|got|had|too|though|as|well|i|think|[.,!])$/;
/** What goes on about it, and leaves it as it is: "my sister had it in her pregnancy". */
const stops = /^(?:,|in|at|when|since|for|from|after|as|and|badly|terribly|really)$/;
/** What may stand before and between the relatives of an answer. */
const lead =
  /^(?:yes|yeah|yep|yup|well|no|just|only|um|uh|oh|my|our|mine|and|both|[.,-]|maternal|paternal|older|oldest|younger|youngest|elder|eldest|half|twin|great|late)$/;
/** "My dad, he was fifty", "my gran on my mum's side". */
const goesOn = /^(?:[.,!;-]|on|at|when|in|who|he|she|they)$/;

/**
 * Adds what an answer says of relatives without naming it again, in place: "Any migraines?" – "No. My mum does." tells of the
 * mother's migraine, and "Any diabetes in the family?" – "My dad." of the father's.
 * @param marked the transcript has question marks
 */
export function nameForRelatives(text: string, segments: readonly Segment[], marked: boolean): void {
  segments.forEach(({ turn, sentences }, at) => {
    const asked = segments[at - 1];
    if (!turn || !asked?.turn || asked.turn.speaker === turn.speaker) return;
    const question = asked.sentences.at(-1);
    const fact = askedFor(text, asked, marked);
    if (!question || !fact) return;
    const isOfFamily = fact.experiencer === 'family' && asksOfFamily(question.tokens);
    let named = false;
    for (const sentence of sentences) {
      if (relativeWords(sentence.tokens).length === 0) continue;
      const isFirst = named || sentence === firstSaid(text, sentences);
      const isBare = sentence.polarities.length === 0 && isFirst;
      const said = relativesSaid(sentence.tokens, isOfFamily && isBare);
      sentence.polarities.push(...said.places.map((place) => ofRelative(sentence, fact, place, said.past)));
      named ||= said.places.length > 0;
    }
    // Whose it is stands in the answer, and what was asked says no more of it.
    if (named && isOfFamily) question.polarities.splice(question.polarities.indexOf(fact), 1);
  });
}

function ofRelative(
  { tokens }: SentenceFacts,
  { concept }: PolarityFact,
  at: number,
  past: boolean,
): PolarityFact {
  const span = spanOf(tokens, at, at + 1);
  return {
    kind: 'polarity',
    concept: { ...concept, ...span },
    ...span,
    polarity: 'present',
    certainty: 'certain',
    time: past ? 'past' : 'current',
    experiencer: 'family',
    asserted: true,
  };
}

/** The first sentence of an answer that is more than a yes. */
function firstSaid(text: string, sentences: readonly SentenceFacts[]): SentenceFacts | undefined {
  return sentences.find(
    ({ start, end }) => !/^(?:yes|yeah|yep|yup)?\W*$/i.test(text.slice(start, end).replace(fillers, '')),
  );
}

interface Said {
  /** Token indices of the relatives. */
  places: number[];
  past: boolean;
}

const nobody: Said = { places: [], past: false };

/** The relatives of a sentence that says no more than that they have it, or, where the family was asked after, who they are. */
function relativesSaid(list: readonly Token[], isOfFamily: boolean): Said {
  const words = relativeWords(list);
  // "My mother, and my aunt took her own life.": the list of those who have it may be shorter than that of all.
  for (let count = words.length; count > 0; count--) {
    const said = saidOf(list, words.slice(0, count), isOfFamily);
    if (said) return said;
  }
  return nobody;
}

function saidOf(list: readonly Token[], own: readonly RelativeWord[], isOfFamily: boolean): Said | undefined {
  const end = (own.at(-1)?.at ?? 0) + 1;
  const isList = list
    .slice(0, end)
    .every(({ text }, at) => lead.test(text) || own.some((word) => word.at === at));
  // "In-law" and what is whose: who that is cannot be told by one word.
  if (!isList || own.some(({ name }) => /-in-law$|^(?:family|relatives?)$/.test(name))) return undefined;
  const places = own.map(({ at }) => at);
  const next = wordAt(list, end);
  if (verb.test(next)) {
    const stop = list.findIndex(({ text }, index) => index > end && stops.test(text));
    const tail = list.slice(end + 1, stop < 0 ? undefined : stop);
    const isShort = tail.length <= longest && tail.every(({ text }) => rest.test(text));
    return isShort ? { places, past: /^(?:did|had)$/.test(next) } : undefined;
  }
  return isOfFamily && (next === '' || goesOn.test(next)) ? { places, past: false } : undefined;
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
