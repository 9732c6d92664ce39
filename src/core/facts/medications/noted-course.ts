import type { Span } from '../../text/span';
import words from '../terms/noted-course.json';

/** What a note does with a medicine: it starts it, goes on with it, has it taken, stops it, or gives more or less of it. */
export type Course = 'start' | 'continue' | 'take' | 'stop' | 'increase' | 'decrease' | 'change';

/** A course, and how the note tells it. */
export interface NotedCourse extends Span {
  course: Course;
  /** The note has it done or has it done today. */
  now: boolean;
  /** It tells of what was done: "was stopped", and not "stopped". */
  told: boolean;
  /** It says when in the past: "given last year". */
  dated: boolean;
  /** It says in so many words that the dose stays as it is. */
  same: boolean;
}

const any = (list: readonly string[]): string => `(?:${list.join('|')})`;
const courses: readonly Course[] = ['start', 'continue', 'take', 'stop', 'increase', 'decrease', 'change'];
const between = String.raw`(?: ${any(words.between)})*`;
/** An amount and how often, between a name and what is done with it: "Gabapentin 100 mg qhs started". */
const amount = String.raw`(?: (?!${any(words.between)}\b|and\b|&)\S+){0,5}?(?: (?:to|be|is|was|were|been|has|will|also|now|re-?))*`;
const before = courses.map(
  (course) =>
    [course, new RegExp(String.raw`(?:^|\s)(?<said>${any(words[course].before)})${between}\s*$`)] as const,
);
const behind = courses.map(
  (course) =>
    [course, new RegExp(String.raw`^${amount} (?<said>${any(words[course].behind)})(?![\w-])`)] as const,
);
/** "Apixaban: stop.", "amlodipine 5 mg (stopped)": all that a clause of its own says of the name before it. */
const apart = courses.map(
  (course) =>
    [
      course,
      new RegExp(
        String.raw`^[^,;:(.]{0,30}(?:\.\d[^,;:(.]{0,20})?[,:(–—-]\s?(?:(?:to|be|is|now)\s)*(?<said>${any(words[course].behind)})(?: (?:unchanged|today|now|due to|because|as before|for now|at the same)\b|\s*(?:[.,;)]|$))`,
      ),
    ] as const,
);
const same = new RegExp(String.raw`\b${any(words.same)}\b`);
const open = new RegExp(String.raw`(?:^|[^\w-])${any(words.open)}(?![\w-])`);
const now = new RegExp(String.raw`(?:^|[^\w-])${any(words.now)}(?![\w-])`);

/** "Restart on Friday": what is off for now may be given then. */
const later = /\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in \w+ (?:days?|weeks?|months?))\b/;
const past = /\b(?:had|last|week|month|year|yesterday|recently|in (?:19|20)\d\d)\b/;
const aux = /\b(?:was|were|(?:has|have) been(?! (?:asked|told|advised)))\b/;

/** "Has been held": what was paused may be given by now. */
const paused = /^(?:held|hold|on hold|withh|pause|suspend)/;

/** The end of a clause: what is said behind it is of something else. */
const clauseEnd = /[,;:()]|\.(?!\d)|\bbut\b|\band\b|\bw\/|\bfor\b(?! (?:the|a|\d))/gi;

function clauseOf(text: string, { start, end }: Span): Span {
  const ends = [...text.matchAll(clauseEnd)];
  const last = ends.findLast((found) => found.index + found[0].length <= start);
  const next = ends.find((found) => found.index >= end);
  return { start: last ? last.index + last[0].length : 0, end: next?.index ?? text.length };
}

/**
 * Reads what a note's statement does with a medicine, from the clause that names it. Undefined where it does not tell,
 * tells two things, or tells it under a condition, as past, or as what is only considered.
 * @param name where the statement names the medicine
 */
export function notedCourse(text: string, name: Span): NotedCourse | undefined {
  const written = text.toLowerCase().replaceAll('’', "'");
  const clause = clauseOf(written, name);
  if (open.test(written) || later.test(written)) return undefined;
  const front = written.slice(clause.start, name.start);
  const back = written.slice(name.end, clause.end).trimEnd();
  const found = new Map<Course, Span>();
  const take = (patterns: typeof before, part: string, offset: number): void => {
    for (const [course, pattern] of patterns) {
      const said = pattern.exec(part);
      const word = said?.groups?.said ?? '';
      const start = offset + (said?.index ?? 0) + (said?.[0].lastIndexOf(word) ?? 0);
      if (said) found.set(course, { start, end: start + word.length });
    }
  };
  take(before, front, clause.start);
  take(behind, back, name.end);
  if (found.size === 0) take(apart, written.slice(name.end), name.end);
  // "Remains on" and "started on" hold an "on" too.
  if (found.size > 1) found.delete('take');
  const [[course, at] = []] = found;
  if (found.size !== 1 || !course || !at) return undefined;
  const around = written.slice(clause.start, clause.end);
  const told = aux.test(written);
  // "Was halved last week" is told of the past, and says nothing of what is decided now.
  const dated = past.test(written);
  if (course !== 'start' && course !== 'continue' && course !== 'take' && dated) return undefined;
  if (told && course === 'stop' && paused.test(written.slice(at.start, at.end))) return undefined;
  return { course, ...at, now: now.test(around), told, dated, same: same.test(written) };
}
