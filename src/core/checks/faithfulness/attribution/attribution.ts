import { citeSource } from '../../../evidence/citations/citation-of';
import { isCompanion, partiesIn, type Party, partyNamed } from '../../../evidence/source/parties';
import type { SourceIndex } from '../../../evidence/source/source-index';
import { givesWay, goesAlong, type ToldBy, toldBy, verbMentions } from '../../../evidence/source/told-by';
import { type Attribution, attributionsIn } from '../../../facts/persons/attributions';
import type { Span } from '../../../text/span';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { wishConflicts } from './wishes';

/** A finding of the note that somebody is said to report or deny. */
interface Attributed extends Span {
  name: string;
  polarity: 'present' | 'absent';
  /** Of part of the time, place or degree only. */
  narrowed: boolean;
  by: Attribution;
}

/** Where what somebody reports ends, and what others found or made of it begins. */
const scopeEnd =
  /[.;\n]|\b(?:on exam\w*|exam|found to|noted to|diagnosed|due to|because|secondary to|concern\w* for|per|according to)\b/i;

function attributed({ statement: { text }, facts }: CheckInput): Attributed[] {
  const tellers = attributionsIn(text);
  if (tellers.length === 0) return [];
  const typed = facts
    .flatMap(({ polarities }) => polarities)
    .flatMap((fact) =>
      fact.polarity !== 'unknown' && fact.certainty === 'certain' && fact.experiencer === 'patient'
        ? [{ ...fact, polarity: fact.polarity, name: fact.concept.name, narrowed: fact.narrowed === true }]
        : [],
    );
  const spoken = verbMentions(text).filter(({ start }) => typed.every((fact) => fact.start !== start));
  return [...typed, ...spoken.map((mention) => ({ ...mention, narrowed: false }))].flatMap((one) => {
    const by = tellerOf(text, one, tellers);
    const { start, end, name, polarity, narrowed } = one;
    return by ? [{ start, end, name, polarity, narrowed, by }] : [];
  });
}

/** Who is said to tell what stands at `span`: the one named last before it, or behind it ("snoring, per wife"). */
function tellerOf(text: string, span: Span, tellers: readonly Attribution[]): Attribution | undefined {
  const before = tellers.filter(({ end, behind }) => !behind && end <= span.start).at(-1);
  const behind = tellers.find((one) => one.behind && span.end <= one.start);
  const reaches = before && !scopeEnd.test(text.slice(before.end, span.start)) ? before : undefined;
  const reachesBack = behind && !/[.;\n]/.test(text.slice(span.end, behind.start)) ? behind : undefined;
  return reaches && reachesBack ? undefined : (reaches ?? reachesBack);
}

/** The one party besides `party` who says the same as the note; undefined where nobody or more than one does. */
function othersWord(told: readonly ToldBy[], note: Attributed, party: Party): ToldBy | undefined {
  const others = told.filter((one) => one.party !== party && one.said === note.polarity);
  return new Set(others.map((one) => one.party)).size === 1 ? others[0] : undefined;
}

const called = (party: Party): string => `the ${party}`;

function draft(
  note: Attributed,
  party: Party,
  source: SourceIndex,
  other: ToldBy,
  own: ToldBy | undefined,
): FindingDraft {
  const says = note.polarity === 'present' ? 'says that it is so' : 'says that it is not so';
  return {
    start: note.start,
    end: note.end,
    verdict: own ? 'contradicted' : 'not-sure',
    message: own
      ? `The source has ${called(party)} say the opposite of ${note.name}; it is ${called(other.party)} who ${says}.`
      : `In the source ${called(other.party)} tells of ${note.name}, not ${called(party)}.`,
    expected: other.party,
    citations: [own, other].flatMap((place) =>
      place ? [citeSource(source, place.segment, place.span)] : [],
    ),
    fixes: [],
  };
}

function check(note: Attributed, source: SourceIndex): FindingDraft[] {
  const parties = partiesIn(source);
  const party = parties && partyNamed(note.by.teller, parties);
  if (party === undefined || (note.narrowed && note.polarity === 'absent')) return [];
  const told = toldBy(note.name, source);
  const own = told.filter((one) => one.party === party);
  const other = othersWord(told, note, party);
  if (!other) return [];
  const same = told.filter((one) => one.party === other.party && one.said === note.polarity);
  if (same.some(({ segment }) => goesAlong(source, segment, party))) return [];
  const [first] = own;
  if (first) {
    // "She's confused at night" leaves no room for "denies confusion"; "not at night" does for "reports" it.
    const opposed = own.every(({ polarity, said }) =>
      note.polarity === 'absent' ? said === 'present' : polarity === 'absent',
    );
    if (!opposed || own.some(({ segment }) => givesWay(source, segment, party))) return [];
    return isCompanion(other.party) || party !== 'patient' ? [draft(note, party, source, other, first)] : [];
  }
  // Who is with the patient answers for them as a rule, and "denies" is written of all who do.
  if (note.polarity === 'absent') return [];
  const isOthers = isCompanion(other.party) || (note.by.believed && party === 'patient');
  return isOthers ? [draft(note, party, source, other, undefined)] : [];
}

/** Who is said to tell or want something, where the source has another tell it, or the patient want the opposite. */
export const faithfulnessAttribution: Check = {
  rule: 'faithfulness/attribution',
  axis: 'faithfulness',
  reports: 'The source has somebody else say this, or the patient want the opposite.',
  harm: 3,
  yieldsTo: ['faithfulness/polarity'],
  run(input) {
    const notes = attributed(input);
    return [
      ...input.sources.flatMap(({ source }) => notes.flatMap((note) => check(note, source))),
      ...wishConflicts(input),
    ];
  },
};
