import type { SourceIndex } from '../../evidence/source/source-index';
import type { SentenceFacts } from '../../facts/extract';
import { findNumbers } from '../../facts/quantities/numbers';
import { relativesOrTheirs } from '../../facts/persons/persons';
import { TermIndex } from '../../terminology/term-index';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import { cue, words } from '../firm-words';
import { fillerAt, wordsOf } from './fillers';
import data from './states.json';

/** A phrase for what somebody is or does, and what of the topic it leaves possible ("non-smoker": former or never). */
export interface State {
  topic: string;
  means: ReadonlySet<string>;
  /** Before a noun it is said of that. */
  standsAlone: boolean;
  /** It is made of a name, and may be said of somebody behind it ("amoxicillin allergy in the twin"). */
  named: boolean;
}

/** A phrase for a state where it stands; `isOpen`: it is denied, supposed, wished for or of something else. */
export interface StateMention extends Span {
  state: State;
  isOpen: boolean;
}

/** What follows for a claim from a word of its evidence that means the same or the opposite. */
export interface StateFinding {
  verdict: 'supported' | 'contradicted';
  by: Span & { segment: number };
}

const states: State[] = [];
const index = new TermIndex();
const kinds = new Set(['finding'] as const);
for (const { topic, phrases, ...rest } of data.topics) {
  const add = (means: readonly string[], forms: readonly string[], named: boolean): void => {
    const name = String(states.length);
    states.push({ topic, means: new Set(means), standsAlone: 'standsAlone' in rest, named });
    for (const form of forms) index.add(form, { kind: 'finding', name });
  };
  for (const { means, words: forms } of phrases) add(means, forms, false);
  for (const { means, words: forms } of 'each' in rest && rest.each ? ofEach(rest.each) : [])
    add(means, forms, true);
}

/** The phrases of a topic that are made alike of many names ("allergic to codeine"). */
function ofEach(each: { means: string; names: readonly string[]; words: readonly string[] }): {
  means: string[];
  words: string[];
}[] {
  return each.names.map((name) => ({
    means: [each.means, name],
    words: each.words.map((word) => word.replace('*', name)),
  }));
}

function stateAt(list: readonly Token[], at: number): { state: State; to: number } | undefined {
  const found = index.longest(list, at, kinds);
  const state = found?.meaning && states[Number(found.meaning.name)];
  return state && found && { state, to: found.to };
}

/**
 * Decides a claim that says nothing but one state of a person ("He is a former smoker") by the words of the evidence for the
 * same topic ("quit smoking in 2009"). Undefined where these contradict each other, are denied, asked, supposed or said of
 * a relative, and where the claim says more.
 */
export function stateFinding(
  claimFacts: readonly SentenceFacts[],
  evidence: SourceIndex,
): StateFinding | undefined {
  const claimed = claimedState(claimFacts, wordsOf(evidence.text));
  if (!claimed) return undefined;
  const said = evidence.segments.flatMap(({ sentences, turn }, segment) =>
    turn?.speaker === 'family'
      ? []
      : sentences.flatMap((sentence) =>
          statesIn(sentence, claimed.state.topic, evidence.text).map((mention) => ({ ...mention, segment })),
        ),
  );
  const [first] = said;
  if (!first || said.some(({ isOpen }) => isOpen)) return undefined;
  const possible = [...first.state.means].filter((one) => said.every(({ state }) => state.means.has(one)));
  if (possible.length === 0) return undefined;
  const fits = possible.filter((one) => claimed.state.means.has(one));
  if (fits.length === 0) return { verdict: 'contradicted', by: first };
  return fits.length === possible.length && !claimed.more ? { verdict: 'supported', by: first } : undefined;
}

/** The one state that a claim names; `more`: it also says how much of it. */
function claimedState(
  [sentence, ...others]: readonly SentenceFacts[],
  names: ReadonlySet<string>,
): { state: State; more: boolean } | undefined {
  if (!sentence || others.length > 0) return undefined;
  const { tokens: list } = sentence;
  const found: State[] = [];
  let more = false;
  for (let at = 0; at < list.length;) {
    const state = stateAt(list, at);
    const to = state?.to ?? fillerAt(list, at, names) ?? amountAt(list, at);
    if (to === undefined) return undefined;
    if (state) found.push(state.state);
    more ||= !state && fillerAt(list, at, names) === undefined;
    at = to;
  }
  return found.length === 1 && found[0] ? { state: found[0], more } : undefined;
}

const amounts = new Set(data.amounts);

function amountAt(list: readonly Token[], at: number): number | undefined {
  const number = findNumbers(list).find(({ from }) => from === at);
  if (number) return number.to;
  return amounts.has(list[at]?.text ?? '') ? at + 1 : undefined;
}

/** So many words before a phrase may deny it, or make it a wish or an advice ("wants to quit smoking"). */
const cueReach = 4;
const opening =
  /^(?:no|not|never|without|denies|nor|if|to|should|must|would|could|may|might|will|until|unless|than|before|advised|avoid|whether|or|question|previously|before)$/;
/** A state that only begins or ends then is not one of now. */
const bounded = /^(?:from|after|until|before|unless|\?)$/;

/** What was given up may be taken up. */
const returns = /^(?:again|restarted|resumed|relapsed)$/;

/**
 * The states of a topic that one sentence names, those of a relative left out.
 * @param topic one of those in states.json ("smoking")
 * @param text what the spans of the sentence point into, as those of the result do
 */
export function statesIn({ tokens: list }: SentenceFacts, topic: string, text: string): StateMention[] {
  const mentions: StateMention[] = [];
  for (let at = 0; at < list.length;) {
    const found = stateAt(list, at);
    if (found?.state.topic === topic && relativesOrTheirs(list.slice(0, at)).length === 0) {
      const before = list.slice(Math.max(0, at - cueReach), at);
      const next = list[found.to];
      const start = list[at]?.start ?? 0;
      const end = list[found.to - 1]?.end ?? start;
      const sentence = text.slice(list[0]?.start ?? 0, list.at(-1)?.end ?? 0);
      const isAlone =
        next === undefined || next.kind !== 'word' || words.behind.has(next.text) || next.text === 'but';
      // "Smokes cannabis": what a verb does it to is another thing.
      const isOfElse =
        !isAlone &&
        !findNumbers(list).some(({ from }) => from === found.to) &&
        !isStopWord(next.text) &&
        !words.hooks.has(next.text) &&
        !bounded.test(next.text) &&
        next.text !== 'since' &&
        !amounts.has(next.text) &&
        !/ly$/.test(next.text);
      const isOpen =
        sentence.includes('?') ||
        cue.unreal(sentence) ||
        before.some((token) => opening.test(token.text)) ||
        bounded.test(next?.text ?? '') ||
        (found.state.named && /^(?:in|of)$/.test(next?.text ?? '')) ||
        isOfElse ||
        list.some((token) => returns.test(token.text)) ||
        (found.state.standsAlone && !isAlone);
      mentions.push({ start, end, state: found.state, isOpen });
    }
    at = found?.to ?? at + 1;
  }
  return mentions;
}
