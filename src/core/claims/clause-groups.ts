import { around, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { firstVerb, type Part } from './coordination';
import { commandAt } from './list-head';
import { isOfShare } from './shares';
import words from './words.json';

/** Parts that belong to one clause, and the words of an earlier one that it goes on with. */
export interface Clause {
  /** Shared subject, with its auxiliary where the clause leaves that out, too. */
  subject?: Span;
  /** Its verb is a participle, and the auxiliary that belongs to it is in `subject`. */
  isElided?: boolean;
  /** It names a thing and what was done with it, without the auxiliary of the clause before. */
  isGapped?: boolean;
  parts: Part[];
}

const presentVerbs = new Set(words.presentVerbs);
const subjects = new Set(words.subjects);
const determiners = new Set(words.determiners);
const qualifiers = new Set(words.qualifiers);
const negations = new Set(words.negations);
const doNotSpread = new Set(words.doNotSpread);
const auxiliaries =
  /^(?:is|are|was|were|has|have|had|be|been|being|will|would|should|could|can|may|might|must)$/;
const leading = new Set(words.leading.words);
const looks = new Set(words.leading.looks);
const often = new Set(words.often);
const reporting = new Set(words.reporting);
const passiveActs = new Set(words.passiveActs);
const prepositions = new Set(words.prepositions);
const commands = new Set(words.commands);
const verbLike = new Set([...words.verbs, ...words.commands]);

/** Words between a joint and what it joins that say nothing themselves. */
const afterJoint = new Set(words.afterJoint);

/** Groups the parts of a sentence into clauses: a part that may be no clause by itself stays with the one before. */
export function clausesOf(parts: readonly Part[]): Clause[] {
  const clauses: Clause[] = [];
  for (const part of parts) {
    const next = nextClause(part, clauses);
    if (next) clauses.push(next);
    else {
      const last = clauses.at(-1);
      if (last) last.parts.push(part);
      else clauses.push({ parts: [part] });
    }
  }
  return clauses;
}

/** True for a part that is a clause of its own: what "or" joins is not said. */
export function isClause(part: Part): boolean {
  return clauseKind(part) !== undefined;
}

function nextClause(part: Part, clauses: readonly Clause[]): Clause | undefined {
  const last = clauses.at(-1);
  if (!last) return undefined;
  const own = withoutFiller(part);
  const command = commandSubject(own, last);
  if (command) return { ...(command.subject && { subject: command.subject }), parts: [own] };
  if (!last.parts.some(({ verbs }) => verbs.length > 0 || last.isElided || last.isGapped)) return undefined;
  if (isElided(own, last)) {
    const subject = elidedSubject(last);
    return subject && { subject, isElided: true, parts: [own] };
  }
  if (isGapped(own, last) && clauses.every(standsAlone)) return { isGapped: true, parts: [own] };
  const kind = clauseKind(part);
  if (kind === 'shared') {
    if (!sharesSubject(last)) return undefined;
    const subject = last.subject ?? subjectOf(last);
    return { parts: [own], ...(subject && { subject }) };
  }
  return kind === 'own' && clauses.every(standsAlone) ? { parts: [own] } : undefined;
}

/** How a part goes on that follows a clause: as a sentence of its own, with that one's subject, or not as a clause. */
function clauseKind(part: Part): 'own' | 'shared' | undefined {
  const [first, second, third] = withoutFiller(part).tokens;
  if (!first) return undefined;
  // "Headache and decreased appetite" names a finding; "cough and improved" tells of one.
  if (qualifiers.has(first.text) && part.item?.kind === 'finding') return undefined;
  const isSo = part.tokens[0]?.text === 'so';
  const comma = part.joint === ',' && !isSo;
  const isTold = (token: Token | undefined): boolean => token !== undefined && part.verbs.includes(token);
  if (isTold(first)) {
    // "Stopped metformin, started insulin"; "metformin, started in 2019," tells more of metformin.
    const isAct = passiveActs.has(first.text) && part.item?.start === second?.start;
    return comma && !presentVerbs.has(first.text) && !isAct ? undefined : 'shared';
  }
  if (subjects.has(first.text) && (isTold(second) || isTold(third))) return 'own';
  const verb = firstVerb(part);
  if (!verb || comma) return determiners.has(first.text) && verb !== undefined ? 'own' : undefined;
  return 'own';
}

/** A part without the words that join it to the one before ("then", "also", "so"); "so", a joint itself, is no part of the claim. */
function withoutFiller(part: Part): Part {
  const kept = part.tokens.filter(({ text }, at) => !(at < 2 && afterJoint.has(text)));
  const start = part.tokens[0]?.text === 'so' ? kept[0]?.start : undefined;
  return { ...part, tokens: kept, start: start ?? part.start };
}

/** What stands before a clause's verb. */
function subjectOf({ parts }: Clause): Span | undefined {
  return around(beforeVerb(parts[0]));
}

function beforeVerb(part: Part | undefined): Token[] {
  const verb = part && firstVerb(part);
  return part?.tokens.filter((token) => verb && token.end <= verb.start) ?? [];
}

/**
 * True when what stands before a clause's verb is who or what it is said of, and nothing that holds of the first verb alone:
 * "he never smoked and takes aspirin", "in 2019 he had an infarct and is on aspirin", "his wife reports he drinks and smokes".
 */
function sharesSubject(clause: Clause): boolean {
  const before = beforeVerb(clause.parts[0]);
  const isPlain = ({ text }: Token): boolean =>
    ![negations, doNotSpread, often, reporting].some((list) => list.has(text)) && !isAdverb(text);
  if (beginsLeading(before) || isOfShare(before) || !before.every(isPlain)) return false;
  const behind = clause.parts.flatMap(({ tokens }) => tokens).slice(before.length);
  return !behind.some(({ text }, at) => subjects.has(text) && verbLike.has(behind[at + 1]?.text ?? ''));
}

/** True for a clause that leaves the next one its own: it begins with no time or condition, and tells not what others say. */
function standsAlone({ parts, isElided }: Clause): boolean {
  if (isElided) return true;
  const list = parts.flatMap(({ tokens }) => tokens);
  return !beginsLeading(beforeVerb(parts[0])) && !list.some(({ text }) => reporting.has(text));
}

/** "In 2019 he", "three days ago his cough": more than a subject stands before the verb, and may hold for what follows. */
function beginsLeading(before: readonly Token[]): boolean {
  const [first, second] = before;
  if (!first || (first.text === 'on' && looks.has(second?.text ?? ''))) return false;
  if (leading.has(first.text) || doNotSpread.has(first.text) || isAdverb(first.text)) return true;
  return before.some(({ text }, at) => {
    const last = before[at - 1]?.text;
    if (last === undefined || prepositions.has(last) || determiners.has(last)) return false;
    return determiners.has(text) || subjects.has(text);
  });
}

function isAdverb(word: string): boolean {
  return /..ly$/.test(word) && word !== 'elderly';
}

/** A clause's auxiliaries and the participle right behind them ("was admitted"); undefined where anything stands between. */
function passiveOf({ parts }: Clause): { from: Token; participle: Token; at: number } | undefined {
  const list = parts[0]?.tokens ?? [];
  const from = list.findIndex((token) => /^(?:was|were|is|are|been|be)$/.test(token.text));
  const [auxiliary, participle] = [list[from], list[from + 1]];
  if (
    !auxiliary ||
    !participle ||
    !/(?:ed|en|held|seen|put|found|thought|told|known|felt|said)$/.test(participle.text)
  )
    return undefined;
  const before = list.slice(0, from);
  const isDenied = before.some(({ text }) => negations.has(text) || text.endsWith("n't") || often.has(text));
  return isDenied ? undefined : { from: auxiliary, participle, at: from + 1 };
}

/** "… and treated with ceftriaxone", behind a clause in the passive. */
function isElided({ tokens: [first, next] }: Part, last: Clause): boolean {
  if (!first || !passiveActs.has(first.text)) return false;
  if (next && !prepositions.has(next.text) && !/^(?:home|today|yesterday)$/.test(next.text)) return false;
  return (last.isElided ?? false) || passiveOf(last) !== undefined;
}

/**
 * Subject and auxiliary of a clause that goes on with a participle: "he was admitted with pneumonia and treated with
 * ceftriaxone". Undefined behind an infinitive ("was advised to be admitted and treated") and where the subject is another's.
 */
function elidedSubject(last: Clause): Span | undefined {
  if (last.isElided) return last.subject;
  const passive = passiveOf(last);
  const [lead] = last.parts;
  if (!passive || !lead || last.subject) return undefined;
  const behind = last.parts.flatMap(({ tokens }) => tokens).slice(passive.at + 1);
  if (behind.some(({ text }, at) => text === 'to' && verbLike.has(behind[at + 1]?.text ?? '')))
    return undefined;
  if (behind.some(({ text }) => auxiliaries.test(text) || subjects.has(text))) return undefined;
  return around(lead.tokens.slice(0, passive.at));
}

/**
 * What an order goes on with that gives two: nothing in "stop aspirin and start omeprazole", "we will" in "we will stop
 * aspirin and start omeprazole". Undefined where no order follows an order, or the first one is denied.
 */
function commandSubject(
  { tokens: [first, next], joint }: Part,
  { parts, subject }: Clause,
): { subject?: Span } | undefined {
  if (!first || !commands.has(first.text) || next?.kind !== 'word' || (joint !== 'and' && joint !== ','))
    return undefined;
  const list = parts[0]?.tokens ?? [];
  const at = commandAt(list);
  if (at === undefined || list.slice(0, at).some(({ text }) => negations.has(text))) return undefined;
  const carried = around(list.slice(0, at)) ?? subject;
  return carried ? { subject: carried } : {};
}

/** "Aspirin was given and clopidogrel withheld": a thing and what was done with it, without the auxiliary. */
function isGapped({ tokens, verbs, item }: Part, last: Clause): boolean {
  const done = tokens.find(({ start }) => item !== undefined && start >= item.end);
  const isFirst = item !== undefined && tokens[0]?.start === item.start;
  if (!isFirst || !done || !passiveActs.has(done.text) || verbs.some((verb) => verb !== done)) return false;
  if (last.isGapped) return true;
  const passive = passiveOf(last);
  return passive !== undefined && /^(?:was|were|is|are)$/.test(passive.from.text);
}
