import { tokens, type Token } from '../text/tokens';
import anatomy from './terms/anatomy.json';
import findings from './terms/findings.json';
import measurements from './terms/measurements.json';
import medications from './terms/medications.json';
import type { Concept } from './fact';
import type { Dimension } from './units';

/** A term of a dictionary found in a list of tokens; token indices, `to` exclusive. */
export interface TermMention {
  concept: Concept;
  from: number;
  to: number;
}

interface Entry {
  words: string[];
  kind: Concept['kind'];
  name: string;
}

const entriesByFirst = new Map<string, Entry[]>();
const dimensionsOf = new Map<string, ReadonlySet<Dimension>>();

function add(kind: Concept['kind'], name: string, forms: readonly string[]): void {
  for (const form of forms) {
    const words = tokens(form).map((token) => token.text);
    const first = words[0] ?? '';
    const list = entriesByFirst.get(first) ?? [];
    list.push({ words, kind, name });
    entriesByFirst.set(first, list);
  }
}

/** The names of parts of the body come in pairs: "knee", "knees". Irregular plurals stand in the dictionary. */
function withPlural(name: string): string[] {
  return /(?:s|feet|calves)$/.test(name) ? [name] : [name, `${name}s`];
}

const shortDimension: Record<string, Dimension> = {
  massconc: 'mass-concentration',
  substance: 'substance-concentration',
  count: 'count-concentration',
  bmi: 'none',
  speed: 'none',
};

for (const [name, others] of Object.entries(medications.terms)) add('medication', name, [name, ...others]);
for (const term of measurements.terms) {
  add('measurement', term.concept, term.names);
  dimensionsOf.set(
    term.concept,
    new Set(term.dimensions.map((name) => shortDimension[name] ?? (name as Dimension))),
  );
}
for (const names of anatomy.terms) add('anatomy', names[0] ?? '', names.flatMap(withPlural));
for (const names of findings.terms) add('finding', names[0] ?? '', names);
for (const list of entriesByFirst.values()) list.sort((a, b) => b.words.length - a.words.length);

// International nonproprietary names carry their class in a stem (WHO, "The use of stems in the selection of INN", 2018),
// so a medicine that the dictionary lacks is still seen as one.
const medicineStem =
  /^\p{L}{3,}(?:pril|sartan|olol|statin|cillin|mycin|conazole|prazole|gliptin|gliflozin|semide|thiazide|floxacin|cycline|zumab|ximab|tinib|ciclovir|triptan|setron|dipine|glutide|xaban)$/u;

/**
 * Finds the terms of the given kinds, longest first, without overlap inside a kind.
 * @param text the text that the tokens were read from
 */
export function findTerms(list: readonly Token[], kinds: ReadonlySet<Concept['kind']>): TermMention[] {
  const mentions: TermMention[] = [];
  for (let at = 0; at < list.length;) {
    const entry = (entriesByFirst.get(list[at]?.text ?? '') ?? []).find(
      (candidate) =>
        kinds.has(candidate.kind) &&
        candidate.words.every((word, offset) => list[at + offset]?.text === word),
    );
    const word = list[at]?.text ?? '';
    const stem = !entry && kinds.has('medication') && medicineStem.test(word);
    if (!entry && !stem) {
      at++;
      continue;
    }
    const to = at + (entry?.words.length ?? 1);
    mentions.push({
      concept: {
        kind: entry?.kind ?? 'medication',
        name: entry?.name ?? word,
        start: list[at]?.start ?? 0,
        end: list[to - 1]?.end ?? 0,
      },
      from: at,
      to,
    });
    at = to;
  }
  return mentions;
}

/** The dimensions that a measurement of this concept can have. */
export function measurementDimensions(concept: string): ReadonlySet<Dimension> {
  return dimensionsOf.get(concept) ?? new Set();
}
