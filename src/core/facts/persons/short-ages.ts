import type { Token } from '../../text/tokens';
import type { AgeFact } from '../fact';
import { contextOf } from '../quantities/surroundings';
import { glued, spanOf } from '../token-reach';

/** Body temperatures in °F begin here: "98F" is none of an age. */
const coldest = 95;
const oldest = 122;
const sexLetter = /^[MF]$/;

/**
 * "73M", "Thank you for seeing this 26F": how old and of which sex the patient is, as terse notes begin. Capitals alone, right
 * behind the number; undefined for "8m walked", "101F" and any place where a length or a temperature may be meant.
 * @param list the tokens of the sentence in `text`
 */
export function ageWithSex(text: string, list: readonly Token[]): AgeFact | undefined {
  const at = list.findIndex((token, index) => token.kind === 'number' && mayBegin(list, index));
  const [number, letter, next] = [list[at], list[at + 1], list[at + 2]];
  if (!number || !letter || !glued(list, at + 1)) return undefined;
  const written = text.slice(letter.start, letter.end);
  const years = Number(number.text);
  if (!sexLetter.test(written) || !Number.isInteger(years) || years < 1) return undefined;
  if (years > oldest || (written === 'F' && years >= coldest)) return undefined;
  if (next && !(next.kind === 'word' || /^[.,;:(–-]$/.test(next.text))) return undefined;
  return {
    kind: 'age',
    ...spanOf(list, at, at + 2),
    years: { low: years, high: years },
    unit: 'a',
    number: spanOf(list, at, at + 1),
    whose: 'patient',
    then: false,
    context: contextOf(list, at, at + 2),
  };
}

/** At the beginning, behind a label, or behind what points at the patient. */
function mayBegin(list: readonly Token[], at: number): boolean {
  return at === 0 || (at <= longestLead && leads.test(list[at - 1]?.text ?? ''));
}

/** Tokens: "Thank you for seeing this very pleasant 26F". */
const longestLead = 8;
const leads = /^(?::|this|pleasant|lovely|fit|well|is|a|an)$/;
