import { builtInTerminology } from '../../terminology/built-in';
import type { TermMention } from '../../terminology/term-index';
import { PhraseIndex, type PhraseMention } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import data from '../terms/test-results.json';
import { spanOf, wordAt } from '../token-reach';
import type { ReadResult } from './result';

const tests = new Set(data.levels.of);
const levels = new PhraseIndex<string>();
for (const level of ['normal', 'high', 'low'] as const)
  for (const phrase of data.levels[level]) levels.add(phrase, level);

const measured = new Set(['measurement'] as const);

/** What may stand between a test and how high it is. */
const link =
  /^(?:levels?|counts?|results?|tests?|enzymes?|is|was|are|were|be|been|has|have|had|came|come|comes|back|looks?|looked|remains?|all|both|also|still|just|today|now|again|slightly|mildly|moderately|markedly|significantly|severely|very|quite|really|bit|little|too|completely|entirely|perfectly|a|the|on|side|serum|your|his|her|that's|it's|which|[:=–—-])$/;
/** So many words lie between them. */
const reach = 8;
const negated = /^(?:no|not|without|isn't|wasn't|aren't|weren't|never|n't|nor|if|or|than|of)$/;

/**
 * Reads which laboratory tests of a sentence are called normal, high or low: "bilirubin elevated", "your sodium and potassium are
 * normal", "raised CRP".
 * @param list the tokens of the sentence
 */
export function levelResults(list: readonly Token[]): ReadResult[] {
  const said = levels.all(list).filter(({ from, to }) => !isNegated(list, from) && wordAt(list, to) !== 'or');
  if (said.length === 0) return [];
  const names = builtInTerminology.findTerms(list, measured).filter(({ concept }) => tests.has(concept.name));
  return names.flatMap((test): ReadResult[] => {
    const level = levelBehind(list, test, names, said) ?? levelBefore(list, test, said);
    if (!level) return [];
    const span = spanOf(list, Math.min(test.from, level.from), Math.max(test.to, level.to));
    return [{ test: test.concept.name, value: level.value, ...span }];
  });
}

function isNegated(list: readonly Token[], from: number): boolean {
  return list.slice(Math.max(0, from - 3), from).some(({ text }) => negated.test(text));
}

function levelBehind(
  list: readonly Token[],
  { to }: TermMention,
  names: readonly TermMention[],
  said: readonly PhraseMention<string>[],
): PhraseMention<string> | undefined {
  let at = to;
  for (let steps = 0; steps < reach && at < list.length; steps++) {
    const found = said.find(({ from }) => from === at);
    if (found) return isOfNext(list, found.to, names) ? undefined : found;
    const word = wordAt(list, at);
    const next = names.find(({ from }) => from === (/^(?:,|and|&|\/)$/.test(word) ? at + 1 : at));
    if (next) at = next.to;
    else if (link.test(word)) at++;
    else return undefined;
  }
  return undefined;
}

/** "Sodium normal", and "sodium, low potassium": a word right before another test is said of that one. */
function isOfNext(list: readonly Token[], to: number, names: readonly TermMention[]): boolean {
  return names.some(({ from }) => from === to || (wordAt(list, to) === 'serum' && from === to + 1));
}

function levelBefore(
  list: readonly Token[],
  { from }: TermMention,
  said: readonly PhraseMention<string>[],
): PhraseMention<string> | undefined {
  const at = wordAt(list, from - 1) === 'serum' ? from - 1 : from;
  return said.find(({ to }) => to === at);
}
