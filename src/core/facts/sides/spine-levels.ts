import type { Token } from '../../text/tokens';
import type { TermMention } from '../../terminology/term-index';

/** How many vertebrae each part of the spine has. */
const most: Readonly<Record<string, number>> = { c: 7, t: 12, l: 5, s: 5 };

const digits: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
}; // prettier-ignore

/** Behind a single level: "T2" alone may be a stage or a sequence of an MRI, "C5" a complement. */
const ofSpine =
  /^(?:nerves?|roots?|radiculopathy|radicular|dermatome|myotome|foramen|foraminal|facets?|transforaminal|discs?|disks?|pedicle|lamina|vertebra|distribution|level|laminotomy|laminectomy)$/;

interface Level {
  letter: string;
  number: number;
  to: number;
}

/** "L4", "L four". */
function levelAt(list: readonly Token[], at: number): Level | undefined {
  const word = list[at]?.text ?? '';
  const glued = /^([ctls])(\d{1,2})$/.exec(word);
  const letter = glued?.[1] ?? (/^[ctls]$/.test(word) ? word : undefined);
  if (letter === undefined) return undefined;
  const number = glued ? Number(glued[2]) : numberAt(list, at + 1);
  if (number === undefined || number < 1 || number > (most[letter] ?? 0)) return undefined;
  return { letter, number, to: glued ? at + 1 : at + 2 };
}

function numberAt(list: readonly Token[], at: number): number | undefined {
  const { text = '', kind } = list[at] ?? {};
  if (kind === 'number') return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
  return digits[text];
}

/**
 * Finds levels of the spine as parts of the body: "L4-5", "L4/L5" and "L four five" are `l4-5`, "L5-S1" is `l5-s1`, and
 * "C6 radiculopathy" is of `c6`.
 */
export function spineLevels(list: readonly Token[]): TermMention[] {
  const found: TermMention[] = [];
  for (let at = 0; at < list.length; at++) {
    const first = levelAt(list, at);
    if (!first) continue;
    const second = secondLevel(list, first);
    const name = second
      ? `${first.letter}${first.number}-${second.letter === first.letter ? '' : second.letter}${second.number}`
      : `${first.letter}${first.number}`;
    const to = second?.to ?? first.to;
    if (!second && !ofSpine.test(list[to]?.text ?? '')) continue;
    const span = { start: list[at]?.start ?? 0, end: list[to - 1]?.end ?? 0 };
    found.push({ concept: { kind: 'anatomy', name, ...span }, from: at, to });
    at = to - 1;
  }
  return found;
}

/** The vertebra below: the next one, or the first of the next part of the spine. */
function secondLevel(list: readonly Token[], first: Level): Level | undefined {
  const at = /^[-–/]$/.test(list[first.to]?.text ?? '') ? first.to + 1 : first.to;
  const number = numberAt(list, at);
  const second = number === undefined ? levelAt(list, at) : { letter: first.letter, number, to: at + 1 };
  if (!second) return undefined;
  const isNext =
    second.letter === first.letter
      ? second.number === first.number + 1
      : second.number === 1 && first.number === most[first.letter];
  return isNext ? second : undefined;
}

/** The name of a part of the body as it is written: a level of the spine in capitals. */
export function formatPart(name: string): string {
  return /^[ctls]\d/.test(name) ? name.toUpperCase() : name;
}

/** True for the name of a level of the back; those of the neck are no part of it. */
export function isLevelOfBack(name: string): boolean {
  return /^[tls]\d/.test(name);
}
