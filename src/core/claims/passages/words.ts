import { stemmer } from 'stemmer';
import data from './passage-words.json';

// Before the lists: they are made with it.
const sameVerbs = new Map(Object.entries(data.sameVerbs));

/** Word lists of passage-words.json; each word lower case. */
export const classes = {
  idle: new Set(data.idle),
  auxiliaries: new Set(data.auxiliaries),
  negations: new Set(data.negations),
  weak: new Set(data.weak),
  hooks: new Set(data.hooks),
  conditions: new Set(data.conditions),
  leads: new Set(data.leads),
  people: new Set(data.people),
  barePeople: new Set(data.barePeople),
  harmless: new Set(data.harmless),
  takingBack: new Set(data.takingBack),
  choice: new Set(data.choice),
  narrowing: new Set(data.narrowing),
  past: new Set(data.past),
  persons: new Set(data.persons),
  /** Stems. */
  practice: new Set(data.practice.map(stemOf)),
  giving: new Set(data.giving.map(stemOf)),
  advised: new Set(data.advised.map(stemOf)),
  comparing: new Set(data.comparing),
  prohibiting: new Set(data.prohibiting.map(stemOf)),
  frames: new Set(data.frames.map(stemOf)),
};

const hookKinds = new Map(Object.entries(data.hookKinds));
const contrary = data.contrary.map(([one = [], other = []]) => [stemsOf(one), stemsOf(other)] as const);

function stemsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(stemOf));
}

/** The stem by which words are compared; irregular participles of orders have that of their verb. */
export function stemOf(word: string): string {
  return stemmer(sameVerbs.get(word) ?? word);
}

/** The hook that stands for all that say the same ("for" and "in" people with asthma, "if" and "when"). */
export function hookKind(hook: string): string {
  return hookKinds.get(hook) ?? hook;
}

/** True when two stems stand for what excludes each other ("raise" and "lower"). */
export function areContrary(one: string, other: string): boolean {
  return contrary.some(
    ([here, there]) => (here.has(one) && there.has(other)) || (there.has(one) && here.has(other)),
  );
}

/** The kinds of a list of words that a text names, by any word of theirs. */
function namedIn(
  kinds: Readonly<Record<string, readonly string[]>>,
): (words: ReadonlySet<string>) => string[] {
  return (words) =>
    Object.entries(kinds).flatMap(([kind, names]) => (names.some((name) => words.has(name)) ? [kind] : []));
}

/** The populations that words name, adults apart: they are meant where nothing is said. */
export const populationsIn = namedIn(data.populations);

/** The phases of a treatment that words name. */
export const phasesIn = namedIn(data.phases);
