import type { Token } from '../../text/tokens';
import { type CueMention, reportingVerbs } from './cues';
import { behind, clauseEnds, distance, negatives, reaches, type Reading, type Term } from './reach';
import { wordAt } from '../token-reach';

/** True when the finding is that of the relative named: no report by them, and no clause of the patient in between. */
export function isTheirs(reading: Reading, cue: CueMention, term: Term): boolean {
  const { list, cues } = reading;
  if (cue.to <= term.from ? !reaches(list, cue, term.from) : distance(cue, term) > cue.reach) return false;
  if (isCompanion(list, cue)) return false;
  if (cue.from >= term.to) {
    if (isOfOtherBracket(list, cue, term)) return false;
    return !clauseEnds(reading, term.to, cue.from) && !isBracketed(list, cue);
  }
  if (reportingVerbs.has(wordAt(list, cue.to)) || reportingVerbs.has(wordAt(list, cue.to + 1))) return false;
  // "Lives with her husband, no fever": what is denied behind a comma is the patient's.
  const denied = cues.some(
    (other) =>
      negatives.has(other.says) &&
      other.from > cue.to &&
      other.to <= term.from &&
      wordAt(list, other.from - 1) === ',',
  );
  return !denied && !clauseEnds(ofRelative(reading, cue, term), behind(reading, cue), term.from);
}

/**
 * "No fever, no cancer (father had a stroke)", "(brother psoriasis)": a relative in a bracket with something of their own behind
 * them tells of that, and one behind another denial of what that denies.
 */
function isOfOtherBracket(list: readonly Token[], cue: CueMention, term: Term): boolean {
  let at = cue.from;
  while (at > term.to && wordAt(list, at) !== '(') at--;
  if (wordAt(list, at) !== '(') return false;
  if (list.slice(term.to, at).some(({ text }) => denying.test(text))) return true;
  return list[cue.to]?.kind === 'word' && !goesOnAboutIt.test(wordAt(list, cue.to));
}

const denying = /^(?:no|nil|not|none|denies|denied|without)$/;
const goesOnAboutIt =
  /^(?:in|at|aged?|from|since|with|too|also|and|or|only|side|of|on|as|before|after|when|both|has|had|have|did|does|x\d+)$/;

/** "No asthma (sister has)": a relative with a verb of their own in brackets has what the patient is said not to have, or has too. */
function isBracketed(list: readonly Token[], cue: CueMention): boolean {
  return wordAt(list, cue.from) === '(' && /^(?:has|had|have|did|does)$/.test(wordAt(list, cue.to));
}

/** "My sister had cancer, and she never smoked": who speaks of their own relative means the relative by "she". */
function ofRelative(reading: Reading, cue: CueMention, term: Term): Reading {
  const { list, ends } = reading;
  if (wordAt(list, cue.from - 1) !== 'my') return reading;
  const between = list.slice(cue.to, term.from).map(({ text }) => text);
  if (!between.some((word) => /^(?:he|she|they)\b/.test(word))) return reading;
  if (between.some((word) => /^(?:i|me|my|you|your)\b/.test(word))) return reading;
  return { ...reading, ends: ends.filter(({ says }) => says !== 'clause-end') };
}

const brings = /^(?:brought|accompanied|attended|escorted|carried|driven|sent)$/;
const comes = /^(?:here|comes|came|coming|attends|attending|seen|presents|presenting|along|in)$/;
const owner = /^(?:his|her|their|the|a|an|my|both)$/;

/** "Brought in by his mother with fever", "here with her dad for a rash": who came along has nothing; "…, who has asthma" is theirs. */
function isCompanion(list: readonly Token[], cue: CueMention): boolean {
  if (/^(?:who|whose|that|has|had)$/.test(wordAt(list, cue.to))) return false;
  const at = owner.test(wordAt(list, cue.from - 1)) ? cue.from - 2 : cue.from - 1;
  const [verb, particle] = [wordAt(list, at - 1), wordAt(list, at - 2)];
  if (wordAt(list, at) === 'by')
    return brings.test(verb) || (/^(?:in|to|here|along)$/.test(verb) && brings.test(particle));
  return (
    wordAt(list, at) === 'with' &&
    comes.test(verb) &&
    /^(?:with|for|because|due|since|after)$/.test(wordAt(list, cue.to))
  );
}
