import type { PolarityFact, QuantityFact } from '../../facts/fact';
import { inSection } from '../../facts/context/section-context';
import type { Named } from '../../facts/findings/subtypes';
import { oncePer } from '../../once';
import { type SectionKind, statementKind } from '../../text/section-kind';
import { tokens } from '../../text/tokens';
import { tokenise } from '../../text/words';
import { patientSex, sexMentions, type Sex } from '../consistency/patient-sex';
import type { NoteCheckInput } from '../note-check';
import { statementWords } from '../statement-words';

/** Something that the note says of the patient, with the statement that says so. */
export interface SaidOfPatient<T> {
  /** Index of the statement. */
  at: number;
  fact: T;
}

/** What a note says about its patient, as far as guidelines ask for it. */
export interface NotePatient {
  /** In years; absent where the note gives none, or several that differ. */
  age?: SaidOfPatient<{ low: number; high: number }>;
  /** Absent where the note gives none or both. */
  sex?: Sex;
  /** Statement that says that the patient is pregnant. */
  pregnant?: number;
  /** The note says that she is not. */
  notPregnant: boolean;
  /** How far the pregnancy is, in completed weeks, where the statement says it. */
  gestationWeeks?: number;
  /** Findings and problems that are present for certain, by canonical name. */
  findings: ReadonlyMap<string, SaidOfPatient<PolarityFact>>;
  /** Values of measurements as they are now, by canonical name. */
  measurements: ReadonlyMap<string, readonly SaidOfPatient<QuantityFact>[]>;
  /** What its headings are about and the procedures that it names, whether the patient has them or not. */
  topics: readonly Named[];
  /** Stemmed content words of the note, its headings included. */
  words: ReadonlySet<string>;
}

// "20+3 weeks' gestation", "pregnant at 20/40"; "20/40" alone is how well somebody sees.
const pregnancy =
  /\b(?:is|currently|now|also|a|i'm|am)\s(?:\S+\s){0,4}pregnant\b|\b\d{1,2}(?:\s?\+\s?\d)?\s?(?:weeks?|wks?)['’]?\s(?:\S+\s){0,3}(?:pregnant|gestation|pregnancy)\b|\bpregnant\s(?:woman|lady|female|patient)\b|\bpregnant\s?(?:at|,|\(|:)\s?\d|\bintrauterine pregnancy\b/i;
const gestation =
  /\b(\d{1,2})(?:\s?\+\s?\d)?\s?(?:weeks?|wks?)['’]?\s(?:\S+\s){0,3}(?:pregnant|gestation|pregnancy)\b|\bpregnant\s?(?:at|,|\(|:)\s?(\d{1,2})(?:\+\d)?(?:\s?\/\s?40|\s?(?:weeks?|wks?))/i;
const deniesPregnancy =
  /\b(?:not|isn't|non-?)\s?(?:currently\s)?pregnant\b|\bpregnancy test(?:\s\w+){0,2}\snegative\b|\bnegative pregnancy test\b|\bpost-?menopausal\b/i;
const notPregnant =
  /\b(?:not|no|denies|denied|never|n't|negative|if|when|should|could|may|might|plan|plans|planning|trying|wants?|wish|wishes|hoping|avoid|prevent|previous|previously|prior|past|history|ago|before|born|birth|preterm|premature|delivered|mother|sister|daughter|wife)\b/i;

/** Behind a value that is of another time: "28 in 2023", "28 last year", "28 during the sepsis and is 72 now". */
const former =
  /^[^.;,]{0,40}\b(?:in (?:19|20)\d\d|ago|last (?:year|month|spring|summer|autumn|fall|winter))\b|\b(?:and|but|,|then)\s+(?:it\s+)?(?:is|now|today|currently|has (?:risen|recovered|improved))\b[^.;]*\d/i;

const headingKinds = new Set(['finding', 'procedure'] as const);
const procedureKinds = new Set(['procedure'] as const);

/** Reads what a note says about its patient. */
export const notePatient = oncePer(readPatient);

function readPatient({ statements, sections, terminology }: NoteCheckInput): NotePatient {
  const ages: SaidOfPatient<{ low: number; high: number }>[] = [];
  const findings = new Map<string, SaidOfPatient<PolarityFact>>();
  const measurements = new Map<string, SaidOfPatient<QuantityFact>[]>();
  const topics: Named[] = [];
  const words = new Set<string>();
  for (const { title } of sections) {
    for (const { concept } of terminology.findTerms(tokens(title), headingKinds)) topics.push(concept);
    for (const word of tokenise(title)) words.add(word);
  }
  let pregnant: number | undefined;
  let denied = false;
  statements.forEach(({ statement, section, facts }, at) => {
    const kind = statementKind(statement, section);
    for (const word of statementWords(statement.text, facts)) words.add(word);
    if (pregnant === undefined && pregnancy.test(statement.text) && !notPregnant.test(statement.text)) {
      pregnant = at;
    }
    denied ||= deniesPregnancy.test(statement.text);
    for (const sentence of facts) {
      for (const { concept } of terminology.findTerms(sentence.tokens, procedureKinds)) topics.push(concept);
      for (const age of sentence.ages) {
        const ofPatient = age.whose === 'patient' || age.whose === 'unknown';
        if (ofPatient && !age.then) ages.push({ at, fact: age.years });
      }
      for (const fact of sentence.polarities.map((own) => inRelatives(own, kind))) {
        // Pregnancy has a rule of its own.
        const { name } = fact.concept;
        if (isPresent(fact) && name !== 'pregnancy' && !findings.has(name)) findings.set(name, { at, fact });
      }
      for (const fact of sentence.quantities) {
        if (fact.concept?.kind !== 'measurement') continue;
        if (former.test(statement.text.slice(fact.end, sentence.end))) continue;
        const list = measurements.get(fact.concept.name) ?? [];
        list.push({ at, fact });
        measurements.set(fact.concept.name, list);
      }
    }
  });
  const weeks = gestation.exec(statements[pregnant ?? -1]?.statement.text ?? '');
  const [age] = ages;
  const agree = ages.every(({ fact }) => fact.low === age?.fact.low && fact.high === age.fact.high);
  const sex = patientSex(sexMentions(statements));
  return {
    ...(age && agree && { age }),
    ...(sex && { sex }),
    notPregnant: denied && pregnant === undefined,
    ...(pregnant !== undefined && { pregnant }),
    ...(weeks && { gestationWeeks: Number(weeks[1] ?? weeks[2]) }),
    findings,
    measurements,
    topics,
    words,
  };
}

/** A bare "Asthma." under "Family history" is a relative's. */
function inRelatives(fact: PolarityFact, kind: SectionKind): PolarityFact {
  return kind === 'family-history' ? inSection(fact, kind) : fact;
}

/** The findings that the patient has, and what the note is about besides. */
export function conditionsOf({ findings, topics }: NotePatient): Named[] {
  return [...[...findings.values()].map(({ fact }) => fact.concept), ...topics];
}

function isPresent({ polarity, certainty, experiencer, time }: PolarityFact): boolean {
  return polarity === 'present' && certainty === 'certain' && experiencer === 'patient' && time !== 'future';
}
