import type { Token } from '../../text/tokens';
import { boundsDenial, type CueMention, goesOnBehindDenial, testWords } from './cues';
import type { Reading, Term } from './reach';
import { wordAt } from '../token-reach';

/**
 * True where a cue behind a finding belongs to what follows it, and says nothing of the finding: "cough, negative swab",
 * "negative pressure". A denial of one word may go on where it stands right behind its finding: "malaria negative on film".
 * @param from the token behind the finding, or behind the list that it stands in
 */
export function belongsAhead({ list, terms }: Reading, cue: CueMention, from: number): boolean {
  // "The blurring and the light hurting say no": an answer to something else.
  if (/^(?:say|says|said|saying)$/.test(wordAt(list, cue.from - 1))) return true;
  // "Thirsty, not especially." ends there; "pain, not really a pressure" says of what kind it is.
  if (wordAt(list, cue.from) === ',' && list[cue.to]?.kind === 'word') return true;
  // "Stroke unlikely given the normal CT": said of what stands before it, unless it qualifies the next finding.
  if (/^(?:unlikely|doubtful|improbable)$/.test(wordAt(list, cue.from)))
    return terms.some(
      ({ from: next }) => next === cue.to || (next === cue.to + 1 && !reason.test(wordAt(list, cue.to))),
    );
  const isLetter = wordAt(list, cue.to - 1) === 'n';
  if (cue.to !== cue.from + 1 && !isLetter) return false;
  // "Tired yeah dizzy no I crave ice": one answer after the other, each behind its name.
  const own = terms.find(({ to }) => to === from && to === cue.from);
  if (own && /^(?:yes|yeah|yep|yup|no|nope|nah)$/.test(wordAt(list, own.from - 1))) return false;
  const between = list.slice(from, cue.from).map(({ text }) => text);
  if (between.includes(',')) return true;
  if (list[cue.to]?.kind !== 'word') return false;
  // "Diabetes: N Asthma: Y": the next line of the form.
  if (isLetter) return !terms.some((other) => other.from === cue.to);
  const isAnswer = between.length === 1 && formMarks.test(between[0] ?? '');
  if (/^(?:no|nil|none|denies)$/.test(wordAt(list, cue.from)) && !isAnswer) return true;
  return !isAnswer && !between.every((word) => testWords.has(word) || degree.test(word))
    ? true
    : !goesOn(list, cue.to);
}

const reason = /^(?:given|due|because|with|as|since|based|considering|in|on|at|for|[.,;:])$/;
const formMarks = /^[:=–—-]$/;
const degree = /^(?:now|since|then|completely|fully|entirely|all|also|finally|status|infection|virus)$/;

function goesOn(list: readonly Token[], at: number): boolean {
  return goesOnBehindDenial.has(wordAt(list, at)) || /^x\d+$/.test(wordAt(list, at));
}

/** True where a cue behind a finding denies it of a place, a time or an occasion only: "wheeze absent at the bases", "0/10 at rest". */
export function isBoundedBehind(list: readonly Token[], cue: CueMention, term: Term): boolean {
  if (cue.from < term.to) return false;
  const isScore = list[cue.to - 1]?.kind === 'number';
  if (cue.to !== cue.from + 1 && !isScore) return false;
  if (!boundsDenial.has(wordAt(list, cue.to))) return false;
  return !list.slice(cue.to + 1, cue.to + 4).some(({ text }) => testWords.has(text));
}

/** True where the box of a form beside a finding is empty: "[ ] fever [x] cough", "fever [ ] cough [x]". */
export function isUnticked({ list, terms }: Reading, term: Term): boolean {
  const first = list.findIndex((_, at) => boxAt(list, at) !== undefined);
  if (first < 0) return false;
  const isBefore = terms.every(({ from }) => first < from);
  if (!isBefore) return boxAt(list, term.to) === 'empty';
  return boxAt(list, term.from - 2) === 'empty' || boxAt(list, term.from - 1) === 'empty';
}

function boxAt(list: readonly Token[], at: number): 'empty' | 'ticked' | undefined {
  const text = wordAt(list, at);
  if (/^[☐□]$/.test(text)) return 'empty';
  if (/^[☑☒■]$/.test(text)) return 'ticked';
  if (text !== '[') return undefined;
  if (wordAt(list, at + 1) === ']') return 'empty';
  return /^[x✓✔y]$/.test(wordAt(list, at + 1)) && wordAt(list, at + 2) === ']' ? 'ticked' : undefined;
}
