import { overlaps, type Span } from '../../text/span';
import type { Passage } from './passage';

// Only what a document says of itself is shown; nothing is inferred from its kind, its file or the calendar.

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
// Month and year by numbers ("04/2025", "2025/04") as well.
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${month}\\.?,?\\s+(?:\\d{1,2},?\\s+)?(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d|(?:0?[1-9]|1[0-2])[./](?:19|20)\\d\\d|(?:19|20)\\d\\d[./](?:0[1-9]|1[0-2])|(?:19|20)\\d\\d`;
const stamp =
  '(?:last\\s+)?(?:published|publication date|date of (?:issue|publication|approval|revision|(?:last )?(?:review|update))|issued|issue date|date|dated|updated|update|reviewed|review date|revised|effective(?:\\s+(?:from|date))?|approved|valid from|(?:version|edition|revision)(?:\\s+[\\d.]+)?|issue\\s+\\d+|(?:\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|new|revised)\\s+edition|copyright|©)';
const stamped = new RegExp(
  `(?:^|[\\s(*_|>#"'-])${stamp}(?:\\s+(?:on|in|of))?\\s*[:,]?[\\s*_"']*\\(?(${date})\\b`,
  'im',
);
const inTitle = /\b((?:19|20)\d\d)\b/;
/** "October 2023": a line below the title that is nothing but a month and a year. */
const loneDate = new RegExp(
  `^[\\s*_(>]*((?:\\d{1,2}\\s+)?${month}\\.?,?\\s+(?:19|20)\\d\\d)[\\s*_).]*$`,
  'i',
);
/** "2024", right below the title. */
const loneYear = /^[\s*_(]*((?:19|20)\d\d)[\s*_).]*$/;
const linesOfYear = 3;
/** So many lines may stand before it, empty ones apart. */
const linesOfTitle = 10;
/** A document says its date at its beginning or not at all. Characters. */
const front = 3000;

/**
 * The date that a document gives itself, as written: near its beginning behind a word like "updated", else on a line of its
 * own below the title, else a year in its title or first line. Undefined when it says none.
 */
export function documentDate(title: string, text: string): string | undefined {
  const found = stamped.exec(text.slice(0, front))?.[1];
  return (found ?? lineDate(text) ?? inTitle.exec(title)?.[1] ?? titleLineYear(text))
    ?.replace(/\s+/g, ' ')
    .trim();
}

/** "Kidney disease guideline (2016)": the year in brackets that ends a first line without a full stop. */
function titleLineYear(text: string): string | undefined {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return /^[^.;:]{3,100}\(((?:19|20)\d\d)\)[\s*_]*$/.exec(first)?.[1];
}

function lineDate(text: string): string | undefined {
  const lines = text.slice(0, front).split('\n');
  const first = lines.filter((line) => line.trim() !== '').slice(0, linesOfTitle);
  return (
    first.map((line) => loneDate.exec(line)?.[1]).find((found) => found !== undefined) ??
    first
      .slice(0, linesOfYear)
      .map((line) => loneYear.exec(line)?.[1])
      .find((found) => found !== undefined)
  );
}

const words = '(?:very )?(?:low|moderate|high|strong|weak|conditional)';
const mark = '[1-5](?:[abc]|[+-]{1,2})?|[IV]{1,3}[ab]?|[A-E]\\d?(?:-(?:NR|LD|EO|R))?';
const value = `(?:${words}|${mark})`;
const named =
  '(?:strength of (?:the )?(?:recommendation|evidence)|(?:quality|level|certainty|grade|class) of (?:the )?(?:evidence|recommendation)|evidence (?:level|grade|quality|certainty)|recommendation (?:grade|class|level|strength)|LOE|COR)';
const grades: readonly RegExp[] = [
  new RegExp(`\\b${named}\\b\\s*(?:is|:|=)?\\s*(?:["“(]${value}["”)]|${value}(?![\\w+]))`, 'i'),
  new RegExp(`\\b(?:GRADE|recommendation|certainty|evidence|quality)\\s*:\\s*${words}\\b`, 'i'),
  /\b(?:very )?(?:low|moderate|high)[- ](?:quality|certainty)(?: of)? evidence\b/i,
  /\b(?:very )?(?:low|moderate|high)[- ]certainty\b/i,
  /\b(?:strong|weak|conditional) recommendation\b/i,
  /\b(?:(?:SIGN|NICE|ESC|AHA|USPSTF) )?(?:[Cc]lass|[Gg]rade|[Ll]evel) (?:I{1,3}[ab]?|IV|[1-5][abcABC]|[1-4][+-]{1,2}|[A-E])(?=[\s,;.)\]*_]|$)/,
  /[[(](?:[12][ABC]|[1-4][+-]{1,2}|[A-D][+-]?|I{1,3}[ab]?[,-]\s?[ABC])[\])]/,
  // The circles of GRADE tables.
  /[⊕⨁]{1,4}[◯○⊝⊖]{0,3}/u,
];
/** Grades of one tag stand this near to each other ("Class I, Level A"). Characters. */
const tagGap = 4;

/**
 * How strong a text says that its evidence or recommendation is, in its own words; both, where it tells both ("strong
 * recommendation, high-certainty evidence"). Undefined when it does not say.
 */
export function evidenceStrength(text: string): string | undefined {
  const found = gradesIn(text);
  return found.length === 0
    ? undefined
    : found.map((at) => text.slice(at.start, at.end).replace(/\s+/g, ' ').trim()).join(', ');
}

/** Where a text names a grade: the first of each kind and those right behind it, in order, where none is part of another. */
function gradesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const grade of grades) {
    let last: number | undefined;
    for (const match of text.matchAll(new RegExp(grade, `g${grade.flags}`))) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (last !== undefined && span.start - last > tagGap) break;
      last = span.end;
      if (!found.some((other) => overlaps(span, other))) found.push(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * True for a line or sentence that says only how a document stands: its date, its edition, the grade of what is before it.
 */
export function isOnlyNote(text: string): boolean {
  const spans = gradesIn(text);
  const withoutGrades = [...text].filter((_, at) => !spans.some(({ start, end }) => start <= at && at < end));
  const rest =
    spans.length > 0 ? withoutGrades.join('') : text.replace(everyStamp, ' ').replace(everyDate, ' ');
  const words = rest.match(/\p{L}+/gu) ?? [];
  return (spans.length > 0 || rest !== text) && words.every((word) => noteWords.has(word.toLowerCase()));
}

const everyStamp = new RegExp(`\\b${stamp}`, 'gi');
const everyDate = new RegExp(`\\b(?:${date})\\b`, 'gi');
/** What stands beside a date or grade and says nothing of its own. */
const noteWords = new Set([
  'grade',
  'and',
  'of',
  'on',
  'in',
  'the',
  'next',
  'to',
  'evidence',
  'recommendation',
  'from',
  'until',
  'by',
  'sign',
  'nice',
  'esc',
  'aha',
  'acc',
  'uspstf',
  'certainty',
  'quality',
  'strength',
]);

/**
 * The strength that a passage gives for one of its sentences: in the sentence, in one right behind it that says nothing else,
 * or in the heading that it stands under. A grade elsewhere in the passage is another sentence's.
 * @param sentence span inside `passage.text`
 */
export function gradeOf({ text, section }: Passage, sentence: Span): string | undefined {
  const own = evidenceStrength(text.slice(sentence.start + foreignTag(text, sentence), sentence.end));
  if (own !== undefined) return own;
  const gap = /^[.!?)"”\]]*\s*/.exec(text.slice(sentence.end))?.[0].length ?? 0;
  const after = { start: sentence.end + gap, end: text.length };
  const tag = foreignTag(text, after);
  const behind =
    tag > 0 ? text.slice(after.start, after.start + tag) : restOfSentence(text.slice(after.start));
  const next = isOnlyNote(behind.trim()) ? evidenceStrength(behind) : undefined;
  return next ?? evidenceStrength(section.at(-1) ?? '');
}

function restOfSentence(text: string): string {
  return /^[^\n.!?]*/.exec(text)?.[0] ?? '';
}

/**
 * How many characters of a sentence are a tag in front of it that is the grade of the sentence before: one that stands behind
 * that on its line, or that fills a line of its own. One that begins a line is of what follows ("[1A] Give aspirin.").
 * @param text what the span points into
 */
export function foreignTag(text: string, { start, end }: Span): number {
  const sentence = text.slice(start, end);
  const [tag] = tagInFront.exec(sentence) ?? lineInFront.exec(sentence) ?? [''];
  if (tag === '' || !isOnlyNote(tag)) return 0;
  const isAlone = tag.includes('\n');
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return isAlone || /[\p{L}\p{N}]/u.test(before) ? tag.length : 0;
}

/** In brackets, or the circles of GRADE tables. */
const tagInFront = /^\s*[*_]*(?:[([][^()[\]]*[)\]]|[⊕⨁]{1,4}[◯○⊝⊖]{0,3})[*_.]*\s*/u;
/** "Evidence level: 1++", with more below it. */
const lineInFront = /^[^\n.!?]*\n\s*(?=\S)/;
