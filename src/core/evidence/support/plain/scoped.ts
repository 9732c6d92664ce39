import { contains } from '../../../text/span';
import type { Token } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import { classAt, type Aligned } from './aligned';
import { classes } from './words';

const bounds = new Set([',', ';', ':', '(', ')', '.', '?', '!', '—', '–']);
/** Of these, behind what is said, only people or an analysis bound it: "for women", "on sensitivity analysis", "at the highest dose". */
const mayScope = new Set(['on', 'at', 'for']);
const possessives = new Set(['his', 'her', 'their', 'my', 'your']);
const onePerson = /^(?:he|she|i|you|patient|pt|man|woman|lady|gentleman|boy|girl|mr|mrs|ms)$/;

/**
 * True when the claim leaves out of whom, or by which reckoning, a sentence says something: "in the subgroup with diabetes",
 * "among smokers", "on sensitivity analysis", "in mice". What is so in a part is not so in all. A place of care, a place of the
 * body and a time leave it true, and so does whatever is somebody's own, or in a sentence about one person.
 */
export function isScoped(aligned: Aligned): boolean {
  const { list, kept } = aligned;
  if (list.slice(0, subjectReach).some(({ text }) => onePerson.test(text))) return false;
  return list.some(({ text }, at) => {
    if (kept[at] !== false || possessives.has(list[at + 1]?.text ?? '')) return false;
    const isScope = classes.scopes.has(text);
    const isFront = at === 0 && classes.prepositions.has(text);
    if (!isScope && !isFront && !mayScope.has(text)) return false;
    const object = objectOf(list, at);
    if (text === 'for' && !isFront && !object.some((index) => isGroup(list[index]))) return false;
    return object.some((index) => picksOut(aligned, index, isScope));
  });
}

/** "The patient", "this 60-year-old man": who a sentence is about stands within so many tokens. */
const subjectReach = 7;

function isGroup(token: Token | undefined): boolean {
  return /(?:[^s]s|men|people|children)$/.test(token?.text ?? '');
}

/** The tokens that hang on the preposition at `at`: up to the next preposition, mark or verb. */
function objectOf(list: readonly Token[], at: number): number[] {
  const found: number[] = [];
  for (let next = at + 1; next < list.length; next++) {
    const { text = '' } = list[next] ?? {};
    if (bounds.has(text) || classes.prepositions.has(text) || isAuxiliary(text)) break;
    found.push(next);
  }
  return found;
}

function isAuxiliary(text: string): boolean {
  return /^(?:is|are|was|were|has|have|had)$/.test(text);
}

/** True for a word that picks out of whom something is said: one that is not known for a place or time, or a disease. */
function picksOut(aligned: Aligned, at: number, isScope: boolean): boolean {
  const token = aligned.list[at];
  if (!token || isStopWord(token.text)) return false;
  const kind = classAt(aligned, at);
  if (kind === 'typed') return isScope && aligned.sentence.polarities.some((fact) => contains(fact, token));
  return kind === 'free' && !classes.settings.has(token.text) && !classes.moments.has(token.text);
}
