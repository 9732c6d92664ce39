import type { Span } from '../../text/span';
import type { Passage } from './passage';

// Only what a document says of itself is shown; nothing is inferred from its kind, its file or the calendar.

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
// Month and year by numbers ("04/2025", "2025/04") as well.
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${month}\\.?,?\\s+(?:\\d{1,2},?\\s+)?(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d|(?:0?[1-9]|1[0-2])[./](?:19|20)\\d\\d|(?:19|20)\\d\\d[./](?:0[1-9]|1[0-2])|(?:19|20)\\d\\d`;
const stamp =
  '(?:last\\s+)?(?:published|publication date|issued|issue date|date|dated|updated|update|reviewed|review date|revised|revision|effective(?:\\s+(?:from|date))?|approved|valid from|version(?:\\s+[\\d.]+)?|edition|copyright|©)';
const stamped = new RegExp(
  `(?:^|[\\s(*_|>#"'-])${stamp}(?:\\s+(?:on|in|of))?\\s*[:,]?[\\s*_"']*\\(?(${date})\\b`,
  'im',
);
const inTitle = /\b((?:19|20)\d\d)\b/;
/** A document says its date at its beginning or not at all. Characters. */
const front = 3000;

/**
 * The date that a document gives itself, as written: near its beginning behind a word like "updated", else a year in its
 * title. Undefined when it says none.
 */
export function documentDate(title: string, text: string): string | undefined {
  const found = stamped.exec(text.slice(0, front))?.[1];
  return (found ?? inTitle.exec(title)?.[1])?.replace(/\s+/g, ' ').trim();
}

const grades: readonly RegExp[] = [
  /\b(?:strength of (?:the )?(?:recommendation|evidence)|(?:quality|level|certainty|grade|class) of (?:the )?(?:evidence|recommendation)|evidence (?:level|grade|quality|certainty)|recommendation (?:grade|class|level|strength)|LOE|COR)\b\s*(?:is|:|=)?\s*["“(]?(?:(?:very )?(?:low|moderate|high|strong|weak|conditional)|[1-5][abc+-]*|[IV]{1,3}[ab]?|[A-E]\d?)\b["”)]?/i,
  /\b(?:(?:very )?low|moderate|high)[- ](?:quality|certainty)(?: of)? evidence\b/i,
  /\b(?:strong|weak|conditional) recommendation\b/i,
  /\b(?:[Cc]lass|[Gg]rade|[Ll]evel) (?:I{1,3}[ab]?|IV|[1-5][abcABC]|[A-E])\b(?=[\s,;.)\]]|$)/,
  /[[(](?:[12][ABC]|[A-D][+-]?|I{1,3}[ab]?[,-]\s?[ABC])[\])]/,
];

/** How strong a text says that its evidence or recommendation is, in its own words; undefined when it does not say. */
export function evidenceStrength(text: string): string | undefined {
  for (const grade of grades) {
    const [found] = grade.exec(text) ?? [];
    if (found !== undefined) return found.replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

/**
 * The strength that a passage gives for one of its sentences: in the sentence, in one right behind it that says nothing else,
 * or in the heading that it stands under. A grade elsewhere in the passage is another sentence's.
 * @param sentence span inside `passage.text`
 */
export function gradeOf({ text, section }: Passage, { start, end }: Span): string | undefined {
  const own = evidenceStrength(text.slice(start, end));
  if (own !== undefined) return own;
  const behind = /^[.!?)"”\]]*\s*([^\n.!?]*)/.exec(text.slice(end))?.[1]?.trim() ?? '';
  const next = evidenceStrength(behind);
  const isAlone =
    next !== undefined && behind.replace(/[([\])]/g, '').trim().length <= next.length + tagLength;
  return isAlone ? next : evidenceStrength(section.at(-1) ?? '');
}

/** What a tag may hold beside its grade: "GRADE: strong recommendation". Characters. */
const tagLength = 8;
