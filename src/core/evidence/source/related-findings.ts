import type { PolarityFact } from '../../facts/fact';
import { bareBlood, bloodTopics } from '../../facts/findings/bare-blood';
import { plainPolarity } from '../../facts/findings/polarity';
import { findingMentions, type FindingMention } from './finding-mentions';
import data from './related-findings.json';
import type { SourceIndex } from './source-index';

/** A finding that is another one at a part of the body ("leg swelling" is oedema of the ankle). */
interface Placed {
  findings: readonly string[];
  /** Of these, a denial that names no place holds for the part as well ("no oedema"). */
  everywhere: readonly string[];
  parts: readonly string[];
}

const placed = new Map<string, Placed>(Object.entries(data.placed));
const wider = new Map<string, readonly string[]>(Object.entries(data.wider));
const vague = new Set(data.vague);
const swollen = new Map<string, readonly string[]>(Object.entries(data.swollen));
const instead = new Map<string, readonly string[]>(Object.entries(data.instead));

/**
 * Places of the sources that name another finding and yet say something of this one: by another word, by the part of the
 * body ("your lower extremities have no oedema" of leg swelling), or of what it is a kind of ("no shortness of breath" of
 * dyspnoea on exertion). Only what holds of the finding itself is given: "short of breath" is no orthopnoea, and speaks for
 * a note that has it, but not against one that denies it.
 * @param note the finding as the note has it
 */
export function relatedMentions(note: PolarityFact, sources: readonly SourceIndex[]): FindingMention[] {
  const { name } = note.concept;
  const of = (other: string): FindingMention[] => findingMentions(other, sources);
  const alike = data.alike.filter((names) => names.includes(name)).flat();
  return [
    ...alike.filter((other) => other !== name).flatMap(of),
    ...atPart(note, of),
    ...wholeOf(note, of),
    ...ofBlood(note, of),
    ...notSwollen(note, of),
    ...(wider.get(name) ?? []).flatMap((whole) => ofWhole(note, whole, of)),
    ...(note.polarity === 'present' ? (instead.get(name) ?? []).flatMap(of).flatMap(asAbsent) : []),
  ];
}

/** True when a denial of a finding that names no part of the body holds for this one: "no oedema" is none of the legs. */
export function deniedEverywhere(name: string, part: string | undefined): boolean {
  return (
    part !== undefined &&
    [...placed.values()].some(({ everywhere, parts }) => everywhere.includes(name) && parts.includes(part))
  );
}

/**
 * "No blood" of a note and "any blood?" of a visit name no place: they are compared with each other whatever was spoken of. Blood of
 * a place that a note has is denied by what denies all blood there.
 */
function ofBlood(
  { concept, polarity }: PolarityFact,
  of: (other: string) => FindingMention[],
): FindingMention[] {
  if (concept.name === bareBlood)
    return bloodTopics.flatMap(of).filter(({ fact }) => fact.end - fact.start === bareBlood.length);
  return polarity === 'present' && bloodTopics.includes(concept.name) ? of(bareBlood) : [];
}

/** "Right knee, no swelling": a joint that is not swollen has no effusion. */
function notSwollen(
  { concept, site }: PolarityFact,
  of: (other: string) => FindingMention[],
): FindingMention[] {
  const parts = swollen.get(concept.name) ?? [];
  if (site === undefined || !parts.includes(site)) return [];
  return of('swelling').filter(({ fact }) => fact.site === site && fact.polarity === 'absent');
}

/** "I've put on weight" says that none was lost. */
function asAbsent({ fact, ...place }: FindingMention): FindingMention[] {
  return plainPolarity(fact) === 'present' ? [{ ...place, fact: { ...fact, polarity: 'absent' } }] : [];
}

/** A denial of the whole, and the whole that is there, where it may be told for the kind that the note has. */
function ofWhole(
  note: PolarityFact,
  whole: string,
  of: (other: string) => FindingMention[],
): FindingMention[] {
  const told = of(whole).filter(({ fact }) => agrees(note, fact));
  // "Coughing anything up? Blood?" "No.": there is a cough, and no blood all the same.
  const isDenied =
    note.polarity === 'present' &&
    !vague.has(whole) &&
    [note.concept.name, ...(bloodTopics.includes(note.concept.name) ? [bareBlood] : [])]
      .flatMap(of)
      .some(({ fact }) => plainPolarity(fact) === 'absent');
  return isDenied ? told.filter(({ fact }) => fact.polarity === 'absent') : told;
}

/** What is there speaks for a note that has a kind of it, or has it at some part. */
function agrees(note: PolarityFact, { polarity }: PolarityFact): boolean {
  return polarity === 'absent' || polarity === note.polarity;
}

/** "No oedema", "swelling of the ankles", for "leg swelling". */
function atPart(note: PolarityFact, of: (other: string) => FindingMention[]): FindingMention[] {
  const whole = placed.get(note.concept.name);
  if (!whole) return [];
  return whole.findings.flatMap((other) =>
    of(other)
      .filter(({ fact }) =>
        fact.site === undefined
          ? whole.everywhere.includes(other) && agrees(note, fact)
          : whole.parts.includes(fact.site),
      )
      .map((mention) => ({ ...mention, fact: withoutSite(mention.fact) })),
  );
}

/** "Leg swelling" for "oedema" that is of a leg, or of no place. */
function wholeOf(note: PolarityFact, of: (other: string) => FindingMention[]): FindingMention[] {
  const { concept, site } = note;
  return [...placed].flatMap(([name, { findings, everywhere, parts }]) => {
    const isHere = site === undefined ? everywhere.includes(concept.name) : parts.includes(site);
    if (!isHere || !findings.includes(concept.name)) return [];
    return of(name).map((mention) => ({
      ...mention,
      fact: site === undefined ? withoutSite(mention.fact) : { ...mention.fact, site },
    }));
  });
}

function withoutSite({ site, ...fact }: PolarityFact): PolarityFact {
  return fact;
}
