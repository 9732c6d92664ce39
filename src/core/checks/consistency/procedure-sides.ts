import { type OneSide, oppositeSide, shortSides } from '../../facts/sides/one-side';
import { isRelative } from '../../facts/persons/persons';
import { isBackground } from '../../text/sections';
import type { Span } from '../../text/span';
import { wordTable } from '../../text/word-table';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import data from './procedure-regions.json';

interface Sided extends Span {
  at: number;
  side: OneSide;
  /** As it is written, without its side. */
  name: string;
}

const sides = wordTable<OneSide>({ left: 'left', right: 'right', ...shortSides });

/** "Left hip", "L total hip", "hemiarthroplasty of the left hip", "nephrectomy (left)", "hip fracture on the right". */
function patternOf(names: readonly string[]): RegExp {
  const any = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\s-]+/g, '[\\s-]+'))
    .join('|');
  const before = String.raw`\b(?<before>left|right|lt|rt|[LR])\b[-\s](?:sided\s)?(?:[\p{L}-]+\s){0,2}?`;
  const behind = String.raw`(?:,?\s(?:of|on|to|for|in|at)\s(?:the\s|his\s|her\s)?|\s\(|,\s|\s)(?<behind>left|right)\b(?!\s(?:and|or|after|before|away|now|when|then)\b)`;
  return new RegExp(
    `${before}(?<first>${any})\\b|(?<![\\p{L}#])(?<second>${any})\\b(?:\\s(?:surgery|repair))?${behind}`,
    'giu',
  );
}

const regions = Object.values(data.regions).map(({ procedures, complaints, parts }) => ({
  procedures: patternOf(procedures),
  complaints: patternOf([...complaints, ...parts]),
}));

/** Another operation than the one at hand: of the past, or of somebody else. */
const past =
  /\b(?:previous\w*|prior|past|history|hx|(?<!(?:year|yr|month|week|day)s?[-\s])old|s\/p|status post|post|ago|underwent|had|years?|since|in (?:19|20)\d\d|after|following|mother|father|sister|brother|wife|husband)\b/i;
/** A complaint of another time gives no reason for an operation now. */
const former =
  /\b(?:previous\w*|prior|past|history|hx|(?<!(?:year|yr|month|week|day)s?[-\s])old|s\/p|status post|ago|childhood|in (?:19|20)\d\d|resolved|healed)\b/i;
/** An operation with a year, or in a list of the past, has been done, and the other side may be next. */
const dated =
  /\b(?:19|20)\d\d\b|^\W*(?:past )?(?:psh|pshx|pmsh|surgical history|surgeries|operations)\b|\b(?:underwent|had|done|completed|performed)\b/i;
/** Said to be coming: a plan, a list, a consent form. */
const coming =
  /\b(?:plan\w*|for|list\w*|book\w*|schedul\w*|consent\w*|tomorrow|today|tonight|proceed\w*|arrange\w*|refer\w*|elective|urgent|theatre|or|proposed|offer\w*|awaiting|requires?|needs?|recommend\w*|will|to have)\b/i;
const both = /\b(?:both|bilateral(?:ly)?|contralateral|opposite|other side|either)\b/i;

function mentionsIn(text: string, at: number, pattern: RegExp): Sided[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }): Sided[] => {
    const side = sides[(groups['before'] ?? groups['behind'] ?? '').toLowerCase()];
    const name = groups['first'] ?? groups['second'] ?? '';
    return side ? [{ at, start: index, end: index + whole.length, side, name }] : [];
  });
}

/**
 * An operation that is to be done on the other side than all that the note says of its part of the body: "right hip fracture"
 * and "left hemiarthroplasty tomorrow". Silent where anything is said of the operation's side.
 */
export function operationsOnOtherSide(input: NoteCheckInput): NoteFindingDraft[] {
  if (both.test(input.text)) return [];
  return regions.flatMap(({ procedures, complaints }): NoteFindingDraft[] => {
    const operations: Sided[] = [];
    const others: Sided[] = [];
    // "S/p left TKA in June": no reason for one on the right.
    const earlier: Sided[] = [];
    input.statements.forEach(({ statement: { text }, section, facts }, at) => {
      if (facts.some(({ tokens }) => tokens.some((token) => isRelative(token.text.replace(/['’]s$/, '')))))
        return;
      const done = mentionsIn(text, at, procedures);
      const isPlanned =
        !isBackground(section) &&
        !past.test(text) &&
        (coming.test(text) || /\bplan\b/i.test(section?.title ?? ''));
      if (isPlanned) operations.push(...done);
      else (isBackground(section) || former.test(text) || dated.test(text) ? earlier : others).push(...done);
      const inside = (one: Sided): boolean =>
        done.some(({ start, end }) => one.start < end && start < one.end);
      if (isBackground(section) || former.test(text)) return;
      others.push(...mentionsIn(text, at, complaints).filter((one) => !inside(one)));
    });
    const [operation] = operations;
    const [reason] = others;
    if (!operation || !reason || operations.some(({ side }) => side !== operation.side)) return [];
    if ([...others, ...earlier].some(({ side }) => side === operation.side)) return [];
    const side = oppositeSide[operation.side];
    const message = `The ${operation.name} here is on the ${operation.side}, and the ${reason.name} is on the ${side} in the note.`;
    const cited = reason.at === operation.at ? [] : [reason.at];
    return [disagreement(input, operation.at, operation, cited, message, { expected: side })];
  });
}
