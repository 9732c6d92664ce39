import type { Span } from './span';

// A full stop after one of these does not end a sentence.
const abbreviations = new Set(
  (
    'dr mr mrs ms prof st vs e.g i.e etc approx dept est fig figs no nos vol ca cf al inc jr sr hr hrs min mins sec ' +
    'wk wks mo mos yr yrs tab tabs cap caps inj mg mcg ml pt pts dx tx hx rx fx sx p.o b.i.d t.i.d q.i.d q.d p.r.n a.m p.m ' +
    'b.d o.d t.d.s i.v i.m s.c subq resp temp ext abd neuro'
  ).split(' '),
);

const closers = /["'”’)\]*_]/;
// "H. pylori", "E. coli": a capital letter before a small one is a name cut short, and no item.
const listItem = /^[ \t]*(?:[-*•+]|\d{1,2}[.)]|[a-z][.)]|[A-Z]\)|[A-Z]\.(?![ \t]+\p{Ll}))[ \t]+/u;

const numberWord =
  '(?:\\d+|oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|' +
  'seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)';
const beforeSpokenPoint = new RegExp(`(?:^|[\\s-])(?:${numberWord}|a|the|is|was|at|of)$`, 'i');
const afterSpokenPoint = new RegExp(`^${numberWord}\\b`, 'i');

/** Some transcripts write a spoken decimal point as a stop between spaces: "ninety eight . six". */
function isSpokenPoint(text: string, at: number): boolean {
  return (
    text[at - 1] === ' ' &&
    text[at + 1] === ' ' &&
    beforeSpokenPoint.test(text.slice(Math.max(0, at - 12), at - 1)) &&
    afterSpokenPoint.test(text.slice(at + 2, at + 16))
  );
}

/** True when the full stop at `at` belongs to a number, an initial or an abbreviation. */
function stopIsInner(text: string, at: number): boolean {
  if (isSpokenPoint(text, at)) return true;
  const next = text[at + 1] ?? '';
  if (/[\p{L}\p{N}]/u.test(next)) return true;
  const before = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? '';
  // An initial, but not the end of a unit ("mmol/L.").
  if (/^\p{Lu}$/u.test(before) && text[at - 2] !== '/') return true;
  if (!abbreviations.has(before.toLowerCase())) return false;
  // "No. 3" is a number; "No. I slept well." is an answer.
  if (/^nos?$/i.test(before)) return /^\s*\d/.test(text.slice(at + 1, at + 8));
  // Units and Latin shorthand end sentences too: they do when a capital follows ("… 5 mg. He sleeps …").
  const following = /^[.\s]*(\S)/.exec(text.slice(at + 1))?.[1] ?? '';
  const title = /^(?:dr|mr|mrs|ms|prof|st|vs|e\.g|i\.e|fig|cf|approx)$/i.test(before);
  return title || !/\p{Lu}/u.test(following);
}

/** A text without full stops is cut after this many characters, which bounds what reading one sentence costs. */
const longestSentence = 2000;

/** Where to cut a sentence that is too long: between words if it can be, never inside of a character. */
function cutBefore(text: string, start: number): number {
  const limit = start + longestSentence;
  for (let at = limit; at > start + longestSentence / 2; at--) if (/\s/.test(text[at] ?? '')) return at;
  return /[\uDC00-\uDFFF]/.test(text[limit] ?? '') ? limit - 1 : limit;
}

const isTableRow = /\S \| \S/;

/** "Allergy: penicillin (rash)": a line with a label of its own goes on with no other, however long that is. */
const labelled = /^\s*\p{Lu}[\p{L}\d/&()-]*(?: [\p{L}\d/&()-]+){0,3} {0,3}:\s/u;

/** A line break ends a sentence when the next line starts something new or the line before is short or closed. */
function breakEnds(text: string, at: number, lineStart: number): boolean {
  const rest = text.slice(at + 1, at + 200);
  const next = /^[^\n\r]*/.exec(rest.replace(/^\r?\n?/, ''))?.[0] ?? '';
  if (next.trim() === '' || listItem.test(next) || /^\s*(?:#{1,6}\s|\||>|\[)/.test(next)) return true;
  if (labelled.test(next)) return true;
  const line = text.slice(lineStart, at).trimEnd();
  if (isTableRow.test(line) && isTableRow.test(next)) return true;
  if (/[:;|]$/.test(line) || /^\s*#{1,6}\s/.test(line)) return true;
  // A wrapped line goes on with a lower-case word; a capital after a short line is a new line of its own.
  if (/^\s*[\p{Ll},;(&/+]/u.test(next)) return false;
  return line.trim().length < 60 || /[.!?]["'”’)\]]*$/.test(line);
}

/** A number behind more spaces than these is inside of its line. */
const deepestIndent = 16;

/** Inside of a line, nobody numbers further than this. */
const mostInLine = 20;

/**
 * True when what a sentence begins with numbers it: at the start of a line, or in a row inside of one ("1. Rest. 2. Fluids.").
 * "Sertraline. 50." and a turn that begins with "12." are answers.
 * @param first where the part that is split begins, behind white space
 */
function isNumbering(text: string, at: number, marker: string, first: number): boolean {
  const digits = /^\d+/.exec(marker)?.[0];
  if (digits === undefined) return true;
  const before = text.slice(Math.max(0, at - deepestIndent), at);
  if (/\n[ \t]*$/.test(before) || (at <= deepestIndent && /^[ \t]*$/.test(before))) return true;
  return Number(digits) <= (at === first ? 1 : mostInLine);
}

/**
 * Splits a text into sentences. Spans are trimmed of outer white space and of list bullets, and come in order.
 * Abbreviations, decimals and initials do not end a sentence; a blank line, a list item, a heading and a finished
 * short line do. A text without any of them is cut between words.
 * @param text the whole text; spans point into it
 * @param within only this part is split
 */
export function splitSentences(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const spans: Span[] = [];
  const inner = text.slice(within.start, within.end);
  const first = within.start + inner.length - inner.trimStart().length;
  let start = within.start;
  let lineStart = within.start;
  const push = (end: number): void => {
    while (end - start > longestSentence) pushPart(cutBefore(text, start));
    pushPart(end);
  };
  const pushPart = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const marker = listItem.exec(raw.trimStart())?.[0] ?? '';
    const bullet = isNumbering(text, start + lead, marker, first) ? marker.length : 0;
    const from = start + lead + bullet;
    const to = start + raw.trimEnd().length;
    if (to > from && /[\p{L}\p{N}]/u.test(text.slice(from, to))) spans.push({ start: from, end: to });
    start = end;
  };
  for (let at = within.start; at < within.end; at++) {
    const ch = text[at];
    if (ch === '\n') {
      if (breakEnds(text, at, lineStart)) push(at + 1);
      lineStart = at + 1;
    } else if (ch === '.' || ch === '!' || ch === '?' || ch === '…') {
      if (ch === '.' && stopIsInner(text, at)) continue;
      const before = Math.max(start, lineStart);
      const marker = at - before < 40 ? text.slice(before, at) : '';
      if (/^\s*(?:\d{1,2}|[a-z])$/i.test(marker)) {
        const from = before + marker.length - marker.trimStart().length;
        if (isNumbering(text, from, marker.trim(), first)) continue;
      }
      let end = at + 1;
      while (end < within.end && (/[.!?…]/.test(text[end] ?? '') || closers.test(text[end] ?? ''))) end++;
      if (end >= within.end || /\s/.test(text[end] ?? '')) {
        push(end);
      }
      at = end - 1;
    }
  }
  push(within.end);
  return spans;
}
