import { oncePer } from '../../once';
import indicationData from '../../terminology/dictionaries/look-alike-indications.json';
import type { Concept } from '../../facts/fact';
import type { Terminology } from '../../terminology/terminology';
import { PhraseIndex } from '../../text/phrases';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { advice } from './advice';

interface Named {
  at: number;
  concept: Concept;
  /** As written, lower case. */
  written: string;
}

const givenFor = new PhraseIndex<string>();
const indicationsOf = new Map<string, ReadonlySet<string>>();
for (const [name, indications] of Object.entries(indicationData.indications)) {
  indicationsOf.set(name, new Set(indications));
  for (const indication of indications) givenFor.add(indication, indication);
}

/** Behind "for", an indication begins within so many tokens. */
const indicationReach = 4;

/** The names as the look-alike lists write them, with the letters that differ in capitals. */
const tallManOf = oncePer((terminology: Terminology): ReadonlyMap<string, string> => {
  const names = terminology.dictionaries.flatMap(({ lookAlikes = [] }) => lookAlikes.flat());
  return new Map(names.map((name) => [name.toLowerCase(), name]));
});

function medicinesOf({ statements }: NoteCheckInput): Named[] {
  return statements.flatMap(({ statement, facts }, at) =>
    facts.flatMap(({ medications }) =>
      medications.map((concept) => ({
        at,
        concept,
        written: statement.text.slice(concept.start, concept.end).toLowerCase(),
      })),
    ),
  );
}

/** Both names of a look-alike pair stand in the note: once per pair, at the second one. */
function bothNamed(input: NoteCheckInput, named: readonly Named[]): NoteFindingDraft[] {
  const first = new Map<string, Named>();
  const told = new Set<string>();
  const tall = tallManOf(input.terminology);
  return named.flatMap((own): NoteFindingDraft[] => {
    if (!first.has(own.written)) first.set(own.written, own);
    const other = [...input.terminology.lookAlikesOf(own.written)].find((name) => first.has(name));
    // A brand beside its own generic name is one medicine.
    if (other === undefined || first.get(other)?.concept.name === own.concept.name) return [];
    const pair = [own.written, other].sort().join('\u0000');
    if (told.has(pair)) return [];
    told.add(pair);
    const [here, there] = [tall.get(own.written) ?? own.written, tall.get(other) ?? other];
    const message = `The note names ${there} and ${here}, which have been taken for each other (FDA). Is each the one that is meant?`;
    const differs = here !== own.written ? here : undefined;
    return [{ at: own.at, ...advice(own.concept, 'hint', message, differs) }];
  });
}

/** A medicine is ordered for what its look-alike is given for. */
function oddIndication(input: NoteCheckInput, { at, concept, written }: Named): NoteFindingDraft[] {
  const own = indicationsOf.get(concept.name);
  const tokens = input.statements[at]?.facts.find(
    ({ start, end }) => start <= concept.start && concept.end <= end,
  )?.tokens;
  if (!own || !tokens) return [];
  const from = tokens.findIndex(({ start }) => start >= concept.end);
  const cue = from < 0 ? -1 : tokens.findIndex(({ text }, index) => index >= from && text === 'for');
  // A second "for", or another clause in between, belongs to something else.
  if (cue < 0 || tokens.slice(from, cue).some(({ text }) => /^[.;:,]$|^(?:and|but)$/.test(text))) return [];
  const said = givenFor
    .all(tokens.slice(cue + 1, cue + 1 + indicationReach * 2))
    .filter((mention) => mention.from < indicationReach);
  if (said.length === 0 || said.some(({ value }) => own.has(value))) return [];
  const meant = [...input.terminology.lookAlikesOf(written)].filter((name) =>
    said.every(({ value }) => indicationsOf.get(name)?.has(value)),
  );
  const [other] = meant;
  if (other === undefined || meant.length > 1) return [];
  const tall = tallManOf(input.terminology);
  const what = said.map(({ value }) => value).join(', ');
  const message = `${tall.get(other) ?? other} is given for ${what}; ${tall.get(written) ?? written} looks like it. Which one is meant?`;
  return [{ at, ...advice(concept, 'information', message) }];
}

/** A medicine may be the wrong one of two that look alike. Quiet unless the note itself gives a reason. */
export const styleLookAlike: NoteCheck = {
  rule: 'style/look-alike',
  axis: 'style',
  reports: 'A medicine may be the wrong one of two that look alike.',
  harm: 3,
  run(input) {
    const named = medicinesOf(input).filter(
      ({ written }) => input.terminology.lookAlikesOf(written).size > 0,
    );
    return [...bothNamed(input, named), ...named.flatMap((one) => oddIndication(input, one))];
  },
};
