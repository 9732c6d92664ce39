import { PhraseIndex, type PhraseMention } from '../../text/phrases';
import { type Token } from '../../text/tokens';
import data from '../terms/test-results.json';
import { spanOf, wordAt } from '../token-reach';
import type { ReadResult } from './result';

interface Test {
  name: string;
  analyte?: boolean;
  grows?: boolean;
  /** The test is for antibodies by itself. */
  ofAntibodies: boolean;
}

const phrases = new PhraseIndex<Test>();
for (const { names, analyte, grows } of data.tests) {
  const [name = ''] = names;
  const ofAntibodies = names.some((form) => /antibod|\bana\b|ccp|rpr/i.test(form));
  const test: Test = { name, ofAntibodies, ...(analyte && { analyte }), ...(grows && { grows }) };
  for (const form of names) phrases.add(form.toLowerCase(), test);
}

const positive = new Set(data.positive);
const negative = new Set(data.negative);

/** What may stand between a test and its result. */
const link =
  /^(?:tests?|swabs?|pcr|antigen|antibody|antibodies|results?|screens?|screening|serology|status|sign|maneuver|manoeuvre|came|come|comes|has|have|had|back|was|is|are|were|be|been|being|tested|[:=–—-]|all|both|also|again|still|just|today|now|here|completely|bilaterally|on|the|in|your|urine|urinalysis|dip|dipstick|ua|rapid|home|film|that's|it's|which|and|initially|1[0-9]|[()])$/;
/** What may stand between "positive for" and the test. */
const linkBefore = /^(?:the|a|an|any|your|my|his|her|both|urine|rapid|home|serum|acute|test|swab|of|on|in)$/;
const reach = 8;

const ofGrowth = /^(?:grew|growing|grown|grows|growth|grow)$/;
const denies = /^(?:not|no|non|isn't|wasn't|weren't|aren't|didn't|hasn't|haven't|never|without)$/;
const finds = /^(?:shows?|showed|showing|has|had|with|found|is|are|see|saw|some|contains?|got)$/;
const degree = /^(?:some|a|few|lot|lots|of|trace|many|moderate|large|small|both|and|plenty|little|bit)$/;

interface Outcome {
  value: 'positive' | 'negative';
  from: number;
  to: number;
}

/** "Positive", "not detected", "non-reactive", and of cultures "grew", "no growth". */
function outcomeAt(list: readonly Token[], at: number, test: Test): Outcome | undefined {
  const word = wordAt(list, at);
  if (isOfSomebody(list, at)) return undefined;
  if (positive.has(word)) return { value: 'positive', from: at, to: at + 1 };
  if (negative.has(word)) return { value: 'negative', from: at, to: at + 1 };
  if (test.grows && word === 'ngtd') return { value: 'negative', from: at, to: at + 1 };
  if (denies.test(word)) {
    const next = wordAt(list, at + 1) === '-' ? at + 2 : at + 1;
    const told = wordAt(list, next);
    if (positive.has(told) || (test.grows && ofGrowth.test(told)))
      return { value: 'negative', from: at, to: next + 1 };
    return negative.has(told) ? { value: 'positive', from: at, to: next + 1 } : undefined;
  }
  if (!test.grows || !ofGrowth.test(word)) return undefined;
  // "Grew nothing", "grew no organisms".
  const isNothing = /^(?:nothing|none|no)$/.test(wordAt(list, at + 1));
  return { value: isNothing ? 'negative' : 'positive', from: at, to: isNothing ? at + 2 : at + 1 };
}

/** "COVID-positive contact": the result of somebody else. */
function isOfSomebody(list: readonly Token[], at: number): boolean {
  return /^(?:contacts?|partner|people|person|persons|co-?workers?|colleagues?|exposures?|patients?|family|household|predictive|pressure|margins?|result|tests? (?:means?|would))$/.test(
    wordAt(list, at + 1),
  );
}

function outcomeBehind(
  list: readonly Token[],
  mention: PhraseMention<Test>,
  mentions: readonly PhraseMention<Test>[],
): Outcome | undefined {
  let at = mention.to;
  for (let steps = 0; steps < reach && at < list.length; steps++) {
    const found = outcomeAt(list, at, mention.value);
    if (found) return found;
    const next = mentions.find(({ from }) => from === at || (isJoin(wordAt(list, at)) && from === at + 1));
    if (next) at = next.to;
    else if (link.test(wordAt(list, at))) at++;
    else return undefined;
  }
  return undefined;
}

function isJoin(word: string): boolean {
  return /^(?:,|and|or|\/|&)$/.test(word);
}

function outcomeBefore(
  list: readonly Token[],
  mention: PhraseMention<Test>,
  mentions: readonly PhraseMention<Test>[],
): Outcome | undefined {
  let at = mention.from - 1;
  for (let steps = 0; steps < reach && at >= 0; steps++) {
    const word = wordAt(list, at);
    if (word === 'for' || linkBefore.test(word)) {
      at--;
      continue;
    }
    const before = mentions.find(({ to }) => to === at || to === at + 1);
    if (before && (before.to === at + 1 || isJoin(word))) {
      at = before.from - 1;
      continue;
    }
    const isDenied = denies.test(wordAt(list, at - 1));
    if (positive.has(word) && word !== '+')
      return { value: isDenied ? 'negative' : 'positive', from: isDenied ? at - 1 : at, to: at + 1 };
    return negative.has(word) ? { value: 'negative', from: at, to: at + 1 } : undefined;
  }
  return undefined;
}

/** "The dip shows some nitrites", "no ketones": what is found by being named. */
function analyteOutcome(list: readonly Token[], { from }: PhraseMention<Test>): Outcome | undefined {
  let at = from - 1;
  while (at >= 0 && degree.test(wordAt(list, at)) && !finds.test(wordAt(list, at))) at--;
  const word = wordAt(list, at);
  if (word === 'no') return { value: 'negative', from: at, to: at + 1 };
  if (!finds.test(word)) return undefined;
  const isDenied = [1, 2].some((back) => /^(?:no|not|n't|\w+n't|any)$/.test(wordAt(list, at - back)));
  return isDenied ? undefined : { value: 'positive', from: at, to: at + 1 };
}

/**
 * Reads which tests of a sentence are positive or negative: "COVID and flu negative", "tested positive for strep", "the
 * cultures grew staph", "the dip shows nitrites".
 * @param list the tokens of the sentence
 * @param text the text that they point into, for its capitals
 */
export function binaryResults(list: readonly Token[], text: string): ReadResult[] {
  const isOfAntibodies = list.some(({ text: word }) =>
    /^(?:antibod\w+|igg|igm|vaccin\w+|immun\w+|load)$/.test(word),
  );
  const mentions = phrases
    .all(list)
    .filter(({ from, to }) => to > from + 1 || isWritten(list, from, text))
    .filter(({ value }) => !isOfAntibodies || value.ofAntibodies);
  return mentions.flatMap((mention): ReadResult[] => {
    const outcome =
      outcomeBehind(list, mention, mentions) ??
      outcomeBefore(list, mention, mentions) ??
      (mention.value.analyte ? analyteOutcome(list, mention) : undefined);
    if (!outcome) return [];
    const span = spanOf(list, Math.min(outcome.from, mention.from), Math.max(outcome.to, mention.to));
    return [{ test: mention.value.name, value: outcome.value, ...span }];
  });
}

/** "ANA" is no Ana. */
function isWritten(list: readonly Token[], at: number, text: string): boolean {
  const token = list[at];
  if (token?.text !== 'ana') return true;
  return text.slice(token.start, token.end) === 'ANA';
}
