import type { Citation } from '../../core/evidence/citations/citation';
import type { Terminology } from '../../core/terminology/terminology';
import { tokenise } from '../../core/text/words';
import { tokens } from '../../core/text/tokens';
import { conceptsIn } from './expanded-query';
import { isOfThing, isSame, sharedThings, thingsIn, type Thing } from './things';

/** A thing that a sentence names beside what it shares with a claim: what is said of it may bear on the claim, too. */
export interface Bridge {
  /** The thing ("tacrolimus"). */
  name: string;
  /** The sentence that names it together with a part of the claim. */
  citation: Citation;
  /** What that sentence leaves unsaid of the claim. */
  rest: readonly Thing[];
}

/** How well a sentence says through a bridge what is left of a claim. */
export interface Bridged {
  bridge: Bridge;
  /** Share of the bridge's thing and of what is left that the sentence holds (0…1). */
  share: number;
}

/** A sentence that shares less of the claim's words, and none of its named things, is about something else. */
const fewestShared = 0.4;
/** With less of the bridge's thing and of what is left, the sentence behind the bridge is. */
const fewestShare = 0.5;

/**
 * The bridges that sentences offer: each holds a part of the claim beside a named thing that nobody has asked for, and leaves
 * the other part unsaid.
 * @param sentences best first
 * @param asked names of what was searched for already
 */
export function bridgesFrom(
  claim: string,
  sentences: readonly { citation: Citation; things: readonly Thing[] }[],
  asked: ReadonlySet<string>,
  terminology: Terminology,
): Bridge[] {
  const things = thingsIn(claim, terminology);
  const bridges = new Map<string, Bridge>();
  for (const { citation, things: held } of sentences) {
    const shared = new Set(sharedThings(things, held));
    const rest = things.filter((thing) => !shared.has(thing));
    const isNear =
      shared.size >= fewestShared * things.length || [...shared].some(({ name }) => name !== undefined);
    if (rest.length === 0 || !isNear) continue;
    for (const { name } of conceptsIn(citation.quote, terminology)) {
      if (!asked.has(name) && !bridges.has(name)) bridges.set(name, { name, citation, rest });
    }
  }
  return [...bridges.values()];
}

/** What a bridge is searched with: its thing, and the words of the claim that are left. */
export function bridgeQuery(claim: string, { name, rest }: Bridge): string {
  const stems = new Set(rest.map(({ stem }) => stem));
  const left = tokens(claim).filter(({ text }) => tokenise(text).some((stem) => stems.has(stem)));
  return [name, ...left.map(({ text }) => text)].join(' ');
}

/**
 * The bridge over which a sentence bears most on a claim. It has to speak of the bridge's thing, and to hold all named things
 * that are left of the claim: what is said of the bridge and something else is said of another matter.
 * @param own what the sentence names; `heading`: what the headings over it name
 */
export function bridgeTo(
  own: readonly Thing[],
  heading: readonly Thing[],
  bridges: readonly Bridge[],
): Bridged | undefined {
  let best: Bridged | undefined;
  for (const bridge of bridges) {
    if (!speaksOf([...own, ...heading], bridge.name)) continue;
    const told = new Set(bridge.rest.filter((thing) => own.some((other) => isAkin(thing, other))));
    if (told.size === 0 || bridge.rest.some((thing) => thing.name !== undefined && !told.has(thing)))
      continue;
    const share = (1 + told.size) / (1 + bridge.rest.length);
    if (share >= fewestShare && share > (best?.share ?? 0)) best = { bridge, share };
  }
  return best;
}

/** By that name or by its words: "tacrolimus trough levels" are a measurement of their own. */
function speaksOf(things: readonly Thing[], wanted: string): boolean {
  return (
    things.some(({ name }) => name === wanted) ||
    tokenise(wanted).every((stem) => things.some((thing) => thing.stem === stem))
  );
}

/** A class and a medicine of it, whichever is asked for: this is only looked at, and borne out by nothing. */
function isAkin(one: Thing, other: Thing): boolean {
  return isSame(one, other) || isOfThing(one, other) || isOfThing(other, one);
}
