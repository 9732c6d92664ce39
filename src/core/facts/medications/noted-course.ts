import type { Span } from '../../text/span';
import words from '../terms/noted-course.json';

/** What a note does with a medicine: it starts it, goes on with it, has it taken, stops it, or gives more or less of it. */
export type Course = 'start' | 'continue' | 'take' | 'stop' | 'change';

/** A course, and whether the note has it done or has it done today. */
export interface NotedCourse {
  course: Course;
  now: boolean;
}

const any = (list: readonly string[]): string => `(?:${list.join('|')})`;
const courses: readonly Course[] = ['start', 'continue', 'take', 'stop', 'change'];
const between = String.raw`(?: ${any(words.between)})*`;
/** An amount and how often, between a name and what is done with it: "Gabapentin 100 mg qhs started". */
const amount = String.raw`(?: (?!${any(words.between)}\b|and\b|&)\S+){0,5}?(?: (?:to|be|is|was|were|been|has|will|also|now|re-?))*`;
const before = courses.map(
  (course) => [course, new RegExp(String.raw`(?:^|\s)${any(words[course].before)}${between}\s*$`)] as const,
);
const behind = courses.map(
  (course) => [course, new RegExp(String.raw`^${amount} ${any(words[course].behind)}(?![\w-])`)] as const,
);
const open = new RegExp(String.raw`(?:^|[^\w-])${any(words.open)}(?![\w-])`);
const now = new RegExp(String.raw`(?:^|[^\w-])${any(words.now)}(?![\w-])`);

/** "Restart on Friday": what is off for now may be given then. */
const later = /\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in \w+ (?:days?|weeks?|months?))\b/;
const past = /\b(?:was|were|had|last|week|month|(?:has|have) been(?! (?:asked|told|advised)))\b/;

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
  const found = new Set([
    ...before.filter(([, pattern]) => pattern.test(front)).map(([course]) => course),
    ...behind.filter(([, pattern]) => pattern.test(back)).map(([course]) => course),
  ]);
  // "Remains on" holds an "on" too.
  if (found.has('continue')) found.delete('take');
  const [course] = found;
  // "Was halved last week" is told of the past, and says nothing of what is decided now.
  if ((course === 'stop' || course === 'change') && past.test(written)) return undefined;
  return found.size === 1 && course
    ? { course, now: now.test(written.slice(clause.start, clause.end)) }
    : undefined;
}
