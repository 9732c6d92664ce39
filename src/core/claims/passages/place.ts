import type { PassageEvidence } from '../../checks/check';
import type { Passage } from '../../evidence/passages/passage';
import { keyOf } from '../../facts/findings/subtypes';
import { oncePer } from '../../once';
import type { Terminology } from '../../terminology/terminology';
import type { Span } from '../../text/span';
import { tokens } from '../../text/tokens';
import { itemsIn, type Item } from './proposition';
import { classes, populationsIn, stemOf } from './words';

/** What the headings over a sentence say that it is about. */
export interface Headings {
  /** Keys of all that they name. */
  topics: ReadonlySet<string>;
  /** Names of the diseases and procedures in them, kinds told apart. */
  conditions: ReadonlySet<string>;
  /** Canonical names of the medicines in them. */
  medicines: ReadonlySet<string>;
  populations: readonly string[];
  /** Words by which those under the title narrow down of whom or when it is, and numbers in them. */
  narrowing: readonly string[];
  /** A word in them says that what follows is not what the guideline itself says. */
  framed: boolean;
}

const conditionKinds = new Set(['finding', 'procedure'] as const);
const medicineKinds = new Set(['medication', 'medication-class'] as const);

/** Reads the title and the headings of a passage. */
export function headingsOf(
  { passage }: Pick<PassageEvidence, 'passage'>,
  terminology: Terminology,
): Headings {
  return headingsIn(passage)(terminology);
}

/** The sentences of a passage ask for them one after the other. */
const headingsIn = oncePer((passage: Passage) =>
  oncePer((terminology: Terminology) => readHeadings(passage, terminology)),
);

/**
 * The headings that what stands below them is said of. The title of a document may be its first heading, beside which others
 * stand: "# Hypothyroidism … # Hyperthyroidism"; it bounds what is said everywhere, and lends its words to nothing outside it.
 */
export function headingsAbove({ title, section }: Pick<Passage, 'title' | 'section'>): string[] {
  return section.length === 0 || section.includes(title) ? [title, ...section] : section;
}

function readHeadings({ title, section }: Passage, terminology: Terminology): Headings {
  const lists = [title, ...section].map((heading) => tokens(heading));
  const items = headingsAbove({ title, section })
    .map((heading) => tokens(heading))
    .flatMap((list) => itemsIn(list, terminology));
  const words = new Set(lists.flat().map(({ text }) => text));
  const namesOf = (kinds: typeof conditionKinds | typeof medicineKinds): ReadonlySet<string> =>
    new Set(lists.flatMap((list) => terminology.findTerms(list, kinds)).map(({ concept }) => keyOf(concept)));
  return {
    topics: new Set(items.map(({ key }) => key)),
    conditions: namesOf(conditionKinds),
    medicines: namesOf(medicineKinds),
    populations: populationsIn(words),
    narrowing: section
      .flatMap((heading) => tokens(heading))
      .flatMap(({ text, kind }) => (kind === 'number' || classes.narrowing.has(text) ? [text] : [])),
    framed: [...words].some((word) => classes.frames.has(stemOf(word)) || word.endsWith("n't")),
  };
}

/**
 * True where what stands around a sentence may turn or bound it: a heading ("Myths", "Not recommended"), the line that a list
 * hangs on ("Do not:"), a next sentence that takes it back.
 */
export function isFramed(
  { passage: { text } }: PassageEvidence,
  sentence: Span,
  headings: Headings,
): boolean {
  return (
    headings.framed || hasLead(text, sentence) || isAnnounced(text, sentence) || isTakenBack(text, sentence)
  );
}

const marker = /^\s*(?:[-*•·–▪◦]|\d{1,2}[.)]|[a-z][.)])\s/;

/** True when a sentence is an item of a list that a line with a colon begins. */
function hasLead(text: string, { start }: Span): boolean {
  const lines = text.slice(0, start).split('\n');
  const own = lines.pop() ?? '';
  if (/:\s*["“”']?\s*$/.test(own)) return true;
  let inList = marker.test(`${own} `);
  for (const line of lines.reverse()) {
    if (line.trim() === '') continue;
    if (/:\s*$/.test(line)) return true;
    if (!inList) return false;
    inList = marker.test(line);
  }
  return false;
}

/** "The following are no longer held to be true. …" */
function isAnnounced(text: string, { start }: Span): boolean {
  const before = /[^.!?\n]*[.!?]\s*$/.exec(text.slice(0, start))?.[0] ?? '';
  return /\b(?:following|below)\b/i.test(before) && holdsAny(before, classes.takingBack);
}

/** "However, …", "This applies only to …": the next sentence is about this one. */
function isTakenBack(text: string, { end }: Span): boolean {
  const next = /^\s*([^.!?\n]*)/.exec(text.slice(end).replace(/^[.!?)"”\]]+/, ''))?.[1] ?? '';
  if (/^(?:however|but|except|unless|nevertheless|nonetheless|yet|exceptions?)\b/i.test(next)) return true;
  return /^(?:this|that|these|it|they|such)\b/i.test(next) && holdsAny(next, classes.takingBack);
}

function holdsAny(text: string, words: ReadonlySet<string>): boolean {
  return tokens(text).some((token) => words.has(token.text) || token.text.endsWith("n't"));
}

/**
 * True where the headings bound what the claim says of everybody: to children, in pregnancy, in kidney disease; and, for a
 * choice that names nothing itself that it is for, to the disease that they are about.
 * @param claim all items of the claim
 * @param hasOwn the claim says in whom or for what
 */
export function isBoundByHeadings(claim: readonly Item[], hasOwn: boolean, headings: Headings): boolean {
  const words = new Set(claim.map(({ word }) => word));
  const named = populationsIn(words);
  const keys = new Set(claim.map(({ key }) => key));
  const isNamed = headings.populations.every((population) => named.includes(population));
  if (!isNamed && !coversAll(headings, keys)) return true;
  const isChoice = [...words].some((word) => classes.choice.has(word));
  return isChoice && !hasOwn && headings.conditions.size > 0 && !sharesAny(headings.conditions, keys);
}

/** A population that is part of a disease's name ("hypertension in pregnancy", "chronic kidney disease") is named with it. */
function coversAll({ conditions }: Headings, keys: ReadonlySet<string>): boolean {
  return conditions.size > 0 && [...conditions].every((name) => namesAny(name, keys));
}

function sharesAny(conditions: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  return [...conditions].some((name) => namesAny(name, keys));
}

/** The disease of a heading, or a kind of it: type 2 diabetes under *Diabetes*. */
function namesAny(condition: string, keys: ReadonlySet<string>): boolean {
  return keys.has(`#${condition}`) || [...keys].some((key) => key.startsWith(`#${condition}: `));
}
