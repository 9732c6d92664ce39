import type { Token } from '../../../text/tokens';
import { type Aligned, classAt, isKeptContent, tells } from './aligned';
import { classes, isBoundPlainly } from './words';

/** A piece of a sentence between two marks; token indices, `to` exclusive. */
interface Clause {
  from: number;
  to: number;
  /** The first and the last word that the claim has as well. */
  first: number;
  last: number;
}

/**
 * True when nothing that the sentence has and the claim leaves out stands over what the claim says. Before it, in its clause,
 * only who has it, that it was seen, and what kind it is may stand; within it what a preposition hangs on; right behind it no
 * noun that it belongs to ("diabetes charity"). What else there is may be a thought, a wish or somebody else's.
 */
export function isAsserted(aligned: Aligned): boolean {
  return clausesOf(aligned).every(
    (clause) =>
      leadsPlainly(aligned, clause) &&
      runsPlainly(aligned, clause) &&
      endsPlainly(aligned, clause) &&
      !isPickedOut(aligned, clause),
  );
}

const bounds = new Set([',', ';', ':', '(', ')', '.', '?', '!', '—', '–']);

function clausesOf(aligned: Aligned): Clause[] {
  const { list } = aligned;
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at <= list.length; at++) {
    if (at < list.length && !bounds.has(list[at]?.text ?? '')) continue;
    const held = indices(from, at).filter((index) => isKeptContent(aligned, index));
    const [first] = held;
    const last = held.at(-1);
    if (first !== undefined && last !== undefined) clauses.push({ from, to: at, first, last });
    from = at + 1;
  }
  return clauses;
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}

function wordAt(list: readonly Token[], at: number): string {
  return list[at]?.text ?? '';
}

const determiners = new Set(['a', 'an', 'the', 'his', 'her', 'their', 'this', 'that', 'its', 'any', 'no']);
const auxiliaries = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'had', 'been', 'be']);
const pronouns = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you', 'who', 'which', 'that']);

/** Where the unbroken run of unknown words and hyphens begins that ends right before `at`. */
function runBefore(aligned: Aligned, from: number, at: number): number {
  let start = at;
  while (start > from && isOfRun(aligned, start - 1)) start--;
  return start;
}

function isOfRun(aligned: Aligned, at: number): boolean {
  return classAt(aligned, at) === 'free' || /^[-/]$/.test(wordAt(aligned.list, at));
}

/** True where words that say what kind something is may begin: not behind who does something, which is a verb. */
function mayQualify(aligned: Aligned, from: number, start: number): boolean {
  if (start === from) return true;
  const before = wordAt(aligned.list, start - 1);
  const kind = classAt(aligned, start - 1);
  if (determiners.has(before) || auxiliaries.has(before) || kind === 'preposition' || kind === 'join')
    return true;
  if (classes.patient.has(before)) return false;
  return kind === 'plain' || kind === 'mark';
}

function leadsPlainly(aligned: Aligned, { from, first }: Clause): boolean {
  // "For an acute attack start colchicine": an order may begin behind what it is for.
  const isOrder =
    classes.orders.has(wordAt(aligned.ours, 0)) && classes.orders.has(wordAt(aligned.list, first));
  if (isOrder && classes.prepositions.has(wordAt(aligned.list, from))) return true;
  const run = runBefore(aligned, from, first);
  if (run < first && (isVerbOfClaim(aligned, first) || !mayQualify(aligned, from, run))) return false;
  if (indices(from, run).some((at) => isUnknown(aligned, at))) return false;
  if (isVerbOfClaim(aligned, first) && !isDoneByPatient(aligned, from, first)) return false;
  return !isBound(aligned, from, run);
}

function isUnknown(aligned: Aligned, at: number): boolean {
  const kind = classAt(aligned, at);
  return kind === 'free' || kind === 'number';
}

/** "He takes": the first word of the claim says what the patient does. */
function isVerbOfClaim({ ours, list }: Aligned, at: number): boolean {
  const first = ours.findIndex((token) => token.kind === 'word' && tells(token));
  const before = wordAt(ours, first - 1);
  return (
    first > 0 &&
    classes.patient.has(before) &&
    wordAt(list, at).slice(0, 3) === wordAt(ours, first).slice(0, 3)
  );
}

function isDoneByPatient(aligned: Aligned, from: number, first: number): boolean {
  return indices(from, first).every((at) => !/^(?:typed|preposition)$/.test(classAt(aligned, at)));
}

/** "A leaflet for asthma", "immune to rubella": what a preposition binds to a word before it is not said of the patient. */
function isBound({ list, kept }: Aligned, from: number, run: number): boolean {
  let at = run - 1;
  while (at >= from && determiners.has(wordAt(list, at))) at--;
  if (at < from || kept[at] || !classes.binding.has(wordAt(list, at))) return false;
  return !isBoundPlainly(list, at - 1);
}

function runsPlainly(aligned: Aligned, { first, last }: Clause): boolean {
  const { list } = aligned;
  let hangs = false;
  for (let at = first; at <= last; at++) {
    const kind = classAt(aligned, at);
    const word = wordAt(list, at);
    if (classes.prepositions.has(word)) {
      // "The patient in the next bed" is another one.
      if (kind === 'preposition' && classes.patient.has(singular(wordAt(list, at - 1)))) return false;
      hangs = true;
    } else if (isKeptContent(aligned, at) || auxiliaries.has(word)) hangs = false;
    else if (kind === 'kept') continue;
    else if (pronouns.has(word) || (kind === 'number' && !hangs)) return false;
    else if (kind === 'free' && !hangs) {
      const next = indices(at, last + 1).find((index) => !isOfRun(aligned, index)) ?? last;
      const start = runBefore(aligned, first, next);
      if (!isKeptContent(aligned, next) || !mayQualify(aligned, first, start)) return false;
      at = next - 1;
    }
  }
  return true;
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** What may be said of a thing with "is" or "was" and leave it there. */
function endsPlainly(aligned: Aligned, { to, last }: Clause): boolean {
  const { list } = aligned;
  let at = last + 1;
  if (at >= to) return true;
  if (wordAt(list, at) === '-' || classAt(aligned, at) === 'number' || isOfPart(aligned, last)) return false;
  if (auxiliaries.has(wordAt(list, at))) {
    while (at < to && auxiliaries.has(wordAt(list, at))) at++;
    const kind = at < to ? classAt(aligned, at) : 'plain';
    return kind !== 'free' && kind !== 'idle';
  }
  return classAt(aligned, at) !== 'free' || classes.behind.has(wordAt(list, at));
}

/** "The abdomen is soft in the upper quadrants": what something is like holds there. What was done there was done. */
function isOfPart({ list, kept }: Aligned, last: number): boolean {
  const isLike = copulas.has(wordAt(list, last - 1)) && !/(?:ed|en)$/.test(wordAt(list, last));
  return isLike && !kept[last + 1] && /^(?:in|on|at|over)$/.test(wordAt(list, last + 1));
}

const copulas = new Set(['is', 'are', 'was', 'were']);

/** "Lesions on the back are benign": several things are picked out of more by what the claim leaves out. */
function isPickedOut(aligned: Aligned, { from, to, first }: Clause): boolean {
  const { list, kept } = aligned;
  let end = first;
  while (end + 1 < to && isKeptContent(aligned, end + 1)) end++;
  const head = indices(first, end + 1).find(
    (at) => collective.test(wordAt(list, at)) || (several.test(wordAt(list, at)) && isSubject(list, at, to)),
  );
  if (head === undefined) return false;
  const next = wordAt(list, head + 1);
  const isRestricted =
    (classes.prepositions.has(next) || /^(?:who|which|that|whose)$/.test(next)) && kept[head + 1] === false;
  // "Male mice", "elderly men": what is usual to say of a patient picks out some of several.
  const isKind = head === first && first > from && classAt(aligned, first - 1) === 'plain';
  const isQualified = isKind || runBefore(aligned, from, first) < first;
  return isRestricted || isQualified;
}

/** Of several, what is left out may pick some; of a group, which one it is. */
const several = /(?:[^s]s|^(?:wo)?men|^people|^children|^mice)$/;
const collective = /^(?:sub)?(?:group|cohort|population|sample)$/;

function isSubject(list: readonly Token[], at: number, to: number): boolean {
  return list.slice(at + 1, to).some(({ text }) => /^(?:are|were|have|had)$/.test(text));
}
