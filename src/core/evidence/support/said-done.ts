import type { SourceIndex } from '../source/source-index';
import data from './restated-words.json';
import type { Comparison } from './said-of-whom';
import { turningIn } from './said-sequence';

const done = new Set(data.done);
const intended = new Set(data.intended);
const past = new Set(data.past);
const wished = new Set(data.wished);

/** True when both speak of what is done, or neither: "we'll book the scan" is no scan that was obtained. */
export function isDoneAlike({ ours, inner, sentences }: Comparison, source: SourceIndex): boolean {
  const theirs = sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text));
  const words = ` ${theirs.join(' ')} `;
  const isBack = turningIn(ours).size > 0 && data.again.some((phrase) => words.includes(` ${phrase} `));
  if (isBack && !data.again.some((phrase) => ` ${ours.join(' ')} `.includes(` ${phrase} `))) return false;
  const isPatient = inner.some(({ segment }) => source.segments[segment]?.turn?.speaker === 'patient');
  if (isPatient && theirs.some((word) => wished.has(word)) && !ours.some((word) => wished.has(word))) {
    return false;
  }
  if (!ours.some((word) => done.has(word))) return true;
  const isPast = theirs.some((word) => past.has(word) || /\p{L}{2}ed$/u.test(word));
  return isPast && !theirs.some((word) => intended.has(word) && !ours.includes(word));
}
