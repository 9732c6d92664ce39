import type { PolarityFact } from '../../facts/fact';
import { namesOthers } from '../../facts/persons/persons';
import { isKindOf } from '../../facts/findings/subtypes';
import { type SectionKind, sectionKind } from '../../text/section-kind';
import type { Section } from '../../text/sections';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import data from './standing-diagnoses.json';

interface Mention {
  at: number;
  fact: PolarityFact;
}

const kindsOf = new Map<string, readonly string[]>(Object.entries(data.diagnoses));

/** Sections about others, about what may come, and what was found today. */
const left: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'instructions',
  'allergies',
  'examination',
  'vitals',
  'results',
]);

/** It is of the patient and no guess; "history of" makes it past, and a diagnosis that stays is there all the same. */
function isOwn({ polarity, certainty, time, experiencer, narrowed }: PolarityFact): boolean {
  // "Hypertension, uncontrolled" is said of a part of the time, and who has it then has it.
  const isWhole = polarity === 'present' || narrowed === undefined;
  return certainty === 'certain' && time !== 'future' && experiencer === 'patient' && isWhole;
}

/** What a patient had before today, in so many words. A diagnosis that is made today was rightly denied before. */
const standing =
  /\b(?:known|long-?\s?standing|continu\w*|chronic|since|history of|hx of|h\/o|background of|for (?:the (?:last|past) )?\d+ (?:years|months)|(?:well|poorly|badly|fairly)[- ]controlled|uncontrolled|(?:not|inadequately|suboptimally) controlled|decompensated|exacerbation|refractory|at goal|stable)\b/i;
const open =
  /\b(?:new(?:ly)?|today|likely|probabl[ey]|possibl[ey]|suspect\w*|screen\w*|risk|gestational|insipidus|pregnan\w*|if|unless|until|resolved|remission|outgr[eo]w\w*|as a child|child(?:hood)?|prevent\w*|education|test(?:ed|ing)?|rule[ds]?|consider\w*|versus|vs|query|mis-?diagnos\w*|told)\b|\?/i;

/** "Asthma: no" on a form. */
const answeredNo =
  /^\s*[:-]\s*(?:n|no|nil|none|negative|denie[sd]|not?\b.*|absent|unknown|-|\[.*)\s*[.,;)]?/i;

/** What follows a denial of the whole of it: "no asthma attacks", "no diabetes medicines" deny something else. */
const ends = /^\s*(?:[.,;)]|$|(?:or|and|nor)\b)/i;

function isDenied({ fact }: Mention, text: string): boolean {
  return fact.polarity === 'absent' && fact.cue !== undefined && ends.test(text.slice(fact.end));
}

function isStanding({ fact }: Mention, text: string, section: Section | undefined): boolean {
  if (fact.polarity !== 'present' || answeredNo.test(text.slice(fact.end))) return false;
  return standing.test(text) || sectionKind(section?.title ?? '') === 'past-history';
}

/**
 * A diagnosis that the patient has had for long, and has not by another place of the same note. One that is new today, is a
 * guess, is outgrown or is another person's is left alone.
 * @param sections the section of each statement
 */
export function deniedDiagnoses(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  const textOf = ({ at }: Mention): string => input.statements[at]?.statement.text ?? '';
  const mentions = input.statements.flatMap(({ statement, facts }, at): Mention[] => {
    if (left.has(sectionKind(sections[at]?.title ?? '')) || open.test(statement.text)) return [];
    if (facts.some(({ tokens }) => namesOthers(tokens))) return [];
    return facts
      .flatMap(({ polarities }) => polarities)
      .filter((fact) => kindsOf.has(fact.concept.name) && isOwn(fact))
      .map((fact) => ({ at, fact }));
  });
  const denied = mentions.filter((mention) => isDenied(mention, textOf(mention)));
  const reported = new Set<string>();
  return mentions.flatMap((own): NoteFindingDraft[] => {
    const { name } = own.fact.concept;
    if (reported.has(name) || !isStanding(own, textOf(own), sections[own.at])) return [];
    const other = denied.find(
      ({ at, fact: { concept } }) =>
        at !== own.at &&
        (isKindOf(own.fact.concept, concept) || kindsOf.get(concept.name)?.includes(name) === true),
    );
    if (!other) return [];
    reported.add(name);
    const [first, later] = own.at < other.at ? [own, other] : [other, own];
    const message =
      later === other
        ? `The note denies ${other.fact.concept.name} here, and affirms ${name} elsewhere.`
        : `The note affirms ${name} here, and denies ${other.fact.concept.name} elsewhere.`;
    return [disagreement(input, later.at, later.fact.concept, [first.at], message)];
  });
}
