import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import type { QuantityFact } from '../fact';
import { wordAt } from '../token-reach';
import { actionsOf } from './actions';
import { assemble, openOrder, type OpenOrder } from './assemble';
import { tellsNoMedicine } from './cues';
import type { MedicationFact } from './medication-fact';
import { isIntroduced } from './introduced';
import { isNextStep } from './next-step';
import { misspeltNames, type MisspeltMention } from './misspelt';
import { findParts, type Part } from './parts';
import { allAre, determiner, freeWords, isReplaced, separator } from './gaps';

/** A medicine's name with what was read of it so far. */
export interface Draft {
  name: TermMention & Partial<MisspeltMention>;
  parts: Part[];
  /** Behind the last token that was read of it. */
  to: number;
  /** From here on another thing is spoken of, which no dictionary has. */
  closed?: number;
}

/** The medicines of one sentence. */
export interface SentenceOrders {
  orders: MedicationFact[];
  /** What is said of a medicine that the sentence does not name ("take it twice a day"). */
  open?: OpenOrder;
}

/** How many telling words may stand between a name, or what was read of it already, and the next part. */
const reach: Record<Part['kind'], number> = {
  strength: 6,
  dose: 6,
  bare: 0,
  frequency: 6,
  duration: 6,
  'as-needed': 7,
  route: 3,
  form: 1,
  action: 0,
};

/**
 * Reads the medicines of one sentence with everything that is said of each.
 * @param named the medicines named in it, in order
 * @param quantities its quantities
 * @param terminology what misspelt names are looked up in
 */
export function findOrders(
  text: string,
  list: readonly Token[],
  named: readonly TermMention[],
  quantities: readonly QuantityFact[],
  terminology: Terminology,
): SentenceOrders {
  const known = named.filter((name) => !tellsNoMedicine(list, name.to));
  const parts = findParts(text, list, quantities, known);
  const misspelt = misspeltNames(list, parts, named, terminology);
  const names = [...known, ...misspelt].sort((a, b) => a.from - b.from);
  const drafts = names.map((name): Draft => ({ name, parts: [], to: name.to }));
  const open: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'action') continue;
    const target = targetOf(list, part, drafts, parts);
    if (target) {
      target.parts.push(part);
      target.to = Math.max(target.to, part.to);
    } else if (part.kind !== 'bare' || isOpenDose(list, part, drafts) || isNextStep(list, part, open)) {
      open.push(part);
    }
  }
  shareFrequency(list, drafts);
  shareWithAll(list, drafts);
  const actions = actionsOf(list, parts, drafts);
  const orders = drafts.map((draft, index) =>
    assemble(text, list, draft.name, draft.parts, actions.get(index)),
  );
  const said = openOrder(text, list, open, names.length === 0 ? parts : []);
  return { orders, ...(said && { open: said }) };
}

/** The medicine that a part belongs to: as a rule the last one named before it. */
function targetOf(
  list: readonly Token[],
  part: Part,
  drafts: readonly Draft[],
  parts: readonly Part[],
): Draft | undefined {
  const inside = drafts.find(({ name }) => name.from <= part.from && part.to <= name.to);
  if (inside) return inside;
  const named = drafts.filter((draft) => draft.name.to <= part.from);
  const last = named.findLast(({ name }) => !isReplaced(list, name.from)) ?? named.at(-1);
  const before = last?.closed !== undefined && last.closed <= part.from ? undefined : last;
  if (before && isSecondDose(list, part, before)) return before;
  const next = drafts.find((draft) => draft.name.from >= part.to);
  // "One capsule every night, it's called tamsulosin."
  if (!before && next && part.kind !== 'bare' && isIntroduced(list, next.name.from)) return next;
  const hasUnit = part.kind === 'strength' || part.kind === 'dose';
  const leads = hasUnit || /^(?:frequency|route|as-needed|form)$/.test(part.kind);
  if (next && leadsTo(list, part, next, parts)) {
    const of = wordAt(list, part.to) === 'of' || wordAt(list, next.name.from - 1) === 'of';
    if (of && (hasUnit || part.kind === 'form' || (part.kind === 'bare' && isTelling(part)))) return next;
    if (leads && (!before || isApart(list, before.to, part.from))) return next;
  }
  if (part.kind === 'bare') {
    if (before && isNextStep(list, part, before.parts)) return before;
    const mayBeDose = isTelling(part, true) || isGoal(list, part);
    return before && mayBeDose && isBareDose(list, part, before) ? before : undefined;
  }
  if (!before) return undefined;
  if ('nextTo' in part && part.nextTo) return before.to === part.from ? before : undefined;
  if (hasUnit && isOfUnknownName(list, before, part.from, parts)) {
    before.closed = part.from;
    return undefined;
  }
  return freeWords(list, before.to, part.from, parts) <= reach[part.kind] ? before : undefined;
}

/** "Two in the morning and two at night": what is joined to a time of a medicine is another time of it. */
function isSecondDose(list: readonly Token[], part: Part, before: Draft): boolean {
  if (part.kind !== 'frequency') return false;
  const first = before.parts.findLast(({ kind }) => kind === 'frequency');
  if (!first || wordAt(list, first.to) !== 'and') return false;
  return list
    .slice(first.to + 1, part.from)
    .every(({ kind, text }) => kind === 'number' || countWords.test(text));
}

const countWords =
  /^(?:a|one|two|three|four|five|six|eight|ten|twelve|half|tablets?|capsules?|puffs?|units?|milligrams?|mg|hundred|twenty|thirty|forty|fifty)$/;

/** Words between a comma and an amount that name nothing. */
const noName =
  /^(?:max|maximum|total|totalling|starting|started|start|initially|first|then|now|currently|usually|normally|previously|formerly|only|just|reduced|increased|up|down|stopped|continue|continued|tablets?|capsules?|caps?|tabs?|dose|doses|strength|oral|topical)$/;

/** "Cetirizine in summer, creatine 5 g": what begins behind the comma is another thing, which no dictionary has. */
function isOfUnknownName(
  list: readonly Token[],
  { to: from, parts: own }: Draft,
  to: number,
  parts: readonly Part[],
): boolean {
  const word = list[to - 1];
  if (wordAt(list, to - 2) !== ',' || word?.kind !== 'word' || to - 2 < from) return false;
  if (noName.test(word.text) || freeWords(list, to - 1, to, parts) === 0) return false;
  // "Paracetamol a gram four times a day, Endone five milligrams": of the one before, all was said.
  return freeWords(list, from, to - 2, []) > 0 || own.some(({ kind }) => kind === 'frequency');
}

/** Nothing but small words and other parts stand between a part and the name behind it: "two puffs of your albuterol". */
function leadsTo(list: readonly Token[], part: Part, next: Draft, parts: readonly Part[]): boolean {
  if (next.name.from - part.to > 8) return false;
  return allAre(list, part.to, next.name.from, determiner, parts);
}

/** A comma or an "and" parts what was read from what follows; or words that say something else. */
function isApart(list: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (separator.test(wordAt(list, at))) return true;
  return freeWords(list, from, to, []) > 2;
}

/** A number without unit that can be a strength; spoken ones below five are said of too many things. */
function isTelling(part: Extract<Part, { kind: 'bare' }>, behind = false): boolean {
  const { value, spoken, decimals, high } = part.amount;
  return (high ?? value) >= 5 || decimals > 0 || (behind && !spoken && value >= 1);
}

/** "And prazosin to three.": behind a "to", with nothing that it counts, a small number is what the dose goes to. */
function isGoal(list: readonly Token[], { from, to }: Part): boolean {
  return (
    wordAt(list, from - 1) === 'to' && /^(?:[.,;?!]|then|and|now|today|tonight)?$/.test(wordAt(list, to))
  );
}

const bareLink =
  /^(?:to|at|of|is|was|up|from|on|,|:|then|dose|the|a|back|down|about|around|uh|um|your|her|his)$/;

/** "lisinopril 20", "Lasix to 80", and no list number, and nothing that is counted. */
function isBareDose(list: readonly Token[], part: Part, before: Draft): boolean {
  if (part.from - before.to > 5 || !allAre(list, before.to, part.from, bareLink, [])) return false;
  if (before.parts.some(({ kind }) => kind === 'strength') && wordAt(list, part.from - 1) !== 'to')
    return false;
  const after = list[part.to];
  if (!after) return true;
  if (/^[.)]$/.test(after.text)) return list[part.to + 1] === undefined;
  return !/^(?:times?|x|refills?|more|other|of|-|\/|%|percent|out)$/.test(after.text);
}

/** What may stand before an amount that answers for a medicine named before, and behind it. */
const openBefore =
  /^(?:[,.]|yeah|yes|yep|uh|um|er|erm|so|well|okay|right|on|to|a|the|at|of|just|it's|i'm|i|am|been|he's|she's|you're|take|takes|taking|about|and|that's|still|only)$/;
const openBehind =
  /^(?:[,.;]|i|once|twice|three|four|every|at|in|daily|a|each|per|with|for|since|until|from|milligrams?|mg|nocte|mane|od|bd|tds|qds|bid|tid)?$/;

/** "Two hundred, twice a day", "Yeah, a hundred and fifty at night": the amount begins the sentence, and nothing is counted by it. */
function isOpenDose(
  list: readonly Token[],
  part: Extract<Part, { kind: 'bare' }>,
  drafts: readonly Draft[],
): boolean {
  if (drafts.length > 0 || !isTelling(part) || part.amount.high !== undefined) return false;
  return (
    part.from <= longestOpening &&
    allAre(list, 0, part.from, openBefore, []) &&
    openBehind.test(wordAt(list, part.to))
  );
}

/** So many small words may stand before it. */
const longestOpening = 4;

/** "Lisinopril and amlodipine daily": names without anything between share the frequency, unless the last has a dose of its own. */
function shareFrequency(list: readonly Token[], drafts: readonly Draft[]): void {
  for (let index = drafts.length - 1; index > 0; index--) {
    const [draft, last] = [drafts[index - 1], drafts[index]];
    if (!draft || !last || draft.parts.length > 0) continue;
    if (last.parts.some(({ kind }) => kind === 'strength' || kind === 'dose')) continue;
    if (!allAre(list, draft.name.to, last.name.from, /^(?:,|and|or|&|plus|the|your|her|his)$/, [])) continue;
    draft.parts.push(...last.parts.filter(({ kind }) => kind === 'frequency' || kind === 'as-needed'));
  }
}

/** "Clarithromycin five hundred and metronidazole four hundred, both twice a day": said of all that were named. */
function shareWithAll(list: readonly Token[], drafts: readonly Draft[]): void {
  const last = drafts.at(-1);
  const shared = last?.parts.find(
    ({ kind, from }) => kind === 'frequency' && /^(?:both|all|each)$/.test(wordAt(list, from - 1)),
  );
  if (!last || !shared) return;
  const whose = wordAt(list, shared.from - 1) === 'both' ? drafts.slice(-2) : drafts;
  for (const draft of whose) {
    if (draft !== last && !draft.parts.some(({ kind }) => kind === 'frequency')) draft.parts.push(shared);
  }
}
