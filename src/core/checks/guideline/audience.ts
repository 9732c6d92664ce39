import { convert, type Unit } from '../../facts/quantities/units';
import type { Named } from '../../facts/findings/subtypes';
import type { Sex } from '../consistency/patient-sex';
import type { Terminology } from '../../terminology/terminology';
import { tokens } from '../../text/tokens';
import { tokenise } from '../../text/words';
import { ageBandIn, type AgeBand } from './age-bands';
import { conditionsOf, type NotePatient } from './note-patient';
import { mayBeSameCondition } from './passage-topic';
import { valueBandsIn, type ValueBand } from './value-bands';

/** Whom a clause of a guideline is for. A part that is absent binds nobody. */
export interface Audience {
  ages?: AgeBand;
  sex?: Sex;
  pregnant?: boolean;
  /** Kidney function and body weight. */
  values?: readonly ValueBand[];
  /** After a first event of the heart or vessels, or before any (ACC/AHA, Guideline on the Primary Prevention of Cardiovascular Disease, 2019). */
  prevention?: 'primary' | 'secondary';
  /** Findings and procedures that it is for ("for sinusitis", "after hip replacement"), by canonical name. */
  topics?: readonly Named[];
  /** Where none of them is known: the telling words behind "for" or "after", stemmed ("for mechanical mitral valves"). */
  words?: readonly string[];
}

/** `yes`: the patient is among them; `no`: is not; `unknown`: the note does not tell, or the audience is everybody. */
export type Belongs = 'yes' | 'no' | 'unknown';

const women = /\b(?:wom[ae]n|females?|girls?)\b/u;
const men = /\b(?:m[ae]n|males?|boys?)\b/u;
/** "Men who have sex with men", "women of childbearing age" are narrower than the sex. */
const narrower = /\b(?:who have sex|of child-?bearing|with prostat\w*)\b/u;
const notPregnant = /\b(?:non-? ?pregnant|not pregnant)\b/u;
const pregnant = /\b(?:pregnant|in pregnancy|during pregnancy)\b/u;
/** "Unless pregnant", "not in pregnancy", "women who are or may become pregnant": whom it is not for. */
const unlessPregnant =
  /\b(?:unless|except|not|if not|avoid|may become|planning|exclude)\b[^.;]{0,20}\bpregnan/u;

/**
 * Reads whom a clause is for.
 * @param clause as written
 * @param isLabel it stands before a colon, in a heading or in the head of a row, where the ages may stand alone
 */
export function audienceIn(clause: string, isLabel: boolean, terminology: Terminology): Audience {
  const text = clause
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.,;:\s]+$/u, '')
    .trim();
  const ages = ageBandIn(text, isLabel);
  const values = valueBandsIn(text);
  const isNot = notPregnant.test(text);
  const isPregnant = !isNot && pregnant.test(text) && !unlessPregnant.test(text);
  const [forWomen, forMen] = [women.test(text), men.test(text)];
  const one = forWomen !== forMen && !narrower.test(text);
  const topics = topicsIn(clause, isLabel, terminology);
  const toldFor = wordsBehindFor(text);
  const prevention = /\b(primary|secondary) prevention\b/u.exec(text)?.[1] as Audience['prevention'];
  return {
    ...(ages && { ages }),
    ...(one && { sex: forWomen ? ('female' as const) : ('male' as const) }),
    ...((isNot || isPregnant) && { pregnant: isPregnant }),
    ...(values.length > 0 && { values }),
    ...(topics.length > 0 ? { topics } : toldFor.length > 0 && { words: toldFor }),
    ...(prevention && !/primary and secondary|primary or secondary/u.test(text) && { prevention }),
  };
}

const topicKinds = new Set(['finding', 'procedure'] as const);
/** So many words may stand between "for" and what it is for: "for the second, uncomplicated infection". */
const topicReach = 3;

function topicsIn(clause: string, isLabel: boolean, terminology: Terminology): Named[] {
  const list = tokens(clause);
  return terminology
    .findTerms(list, topicKinds)
    .filter(({ absent }) => !absent)
    .filter(({ concept }) => concept.name !== 'pregnancy')
    .filter(({ from }) => {
      const before = list.slice(Math.max(0, from - topicReach - 1), from).map(({ text }) => text);
      return (
        isLabel || before.some((word) => /^(?:for|in|with|if|when|after|following|of|against)$/u.test(word))
      );
    })
    .map(({ concept: { name, subtype } }) => ({ name, ...(subtype !== undefined && { subtype }) }));
}

/** Nothing with a number: "for 5 days" is how long. */
const behindFor = /\b(?:for|after|following) ((?:[a-z-]+ ?){1,6})$/u;
const nobody = new Set(
  tokenise(
    'adult adults child children infant infants patient patients people women men woman man girls boys elderly older ' +
      'everyone all most those who the a an any life up least days weeks months years first second dose doses choice use',
  ),
);

function wordsBehindFor(text: string): string[] {
  return tokenise(behindFor.exec(text)?.[1] ?? '').filter((word) => !nobody.has(word));
}

/** True when a clause says nothing of whom it is for. */
export function isEmpty(audience: Audience): boolean {
  return Object.keys(audience).length === 0;
}

/** True when a clause names nobody in particular, whatever they are treated for. */
export function isForAll({ topics: _topics, words: _words, ...whom }: Audience): boolean {
  return Object.keys(whom).length === 0;
}

const vascular: ReadonlySet<string> = new Set([
  'myocardial infarction',
  'stroke',
  'ischemic stroke',
  'transient ischemic attack',
  'coronary artery disease',
  'peripheral arterial disease',
  'angina',
  'acute coronary syndrome',
]);

/** Whether what an audience is treated for is something that the note speaks of; `unknown` where it names nothing. */
export function sharesTopic(
  { topics = [], words = [], prevention }: Audience,
  patient: NotePatient,
): Belongs {
  if (prevention === 'secondary' && hadEvent(patient)) return 'yes';
  if (topics.length === 0 && words.length > 0 && !words.some((word) => patient.words.has(word))) return 'no';
  if (topics.length === 0) return 'unknown';
  const ours = conditionsOf(patient);
  return topics.some((topic) => ours.some((own) => mayBeSameCondition(own, topic))) ? 'yes' : 'no';
}

function hadEvent({ findings }: NotePatient): boolean {
  return [...findings.keys()].some((name) => vascular.has(name));
}

const adolescent = 12;

/** Whether a patient belongs to an audience, by what the note says; what they are treated for is `sharesTopic`'s. */
export function belongsTo(
  { ages, sex, pregnant: isPregnant, values = [], prevention }: Audience,
  patient: NotePatient,
): Belongs {
  const all: Belongs[] = [];
  // A note without an age is mostly an adult's, and says nothing against it.
  if (ages && (patient.age || ages.low < adolescent)) all.push(byAge(ages, patient));
  if (sex) all.push(patient.sex === undefined ? 'unknown' : patient.sex === sex ? 'yes' : 'no');
  if (isPregnant !== undefined) all.push(byPregnancy(isPregnant, patient));
  for (const band of values) all.push(byValue(band, patient));
  if (prevention) {
    // A note may leave the old heart attack out; it does not make one up.
    all.push(hadEvent(patient) ? (prevention === 'secondary' ? 'yes' : 'no') : 'unknown');
  }
  if (all.includes('no')) return 'no';
  return all.length > 0 && all.every((one) => one === 'yes') ? 'yes' : 'unknown';
}

function byAge({ low, high, sure = { low, high } }: AgeBand, { age }: NotePatient): Belongs {
  if (!age) return 'unknown';
  const { low: youngest, high: oldest } = age.fact;
  if (youngest >= sure.low && oldest < sure.high) return 'yes';
  return oldest < low || youngest >= high ? 'no' : 'unknown';
}

function byPregnancy(wanted: boolean, { pregnant: said, notPregnant: denied, sex }: NotePatient): Belongs {
  const is = said !== undefined ? true : denied || sex === 'male' ? false : undefined;
  return is === undefined ? 'unknown' : is === wanted ? 'yes' : 'no';
}

const kilograms: Unit = { code: 'kg', dimension: 'mass' };

function byValue(
  { measurement, low, high, lowClosed, highClosed }: ValueBand,
  patient: NotePatient,
): Belongs {
  const measured = patient.measurements.get(measurement) ?? [];
  const all = measured.map(({ fact }): Belongs => {
    const bare = measurement === 'egfr' || fact.unit.dimension === 'none';
    const value = bare ? fact.value : convert(fact.value, fact.unit, kilograms);
    if (value === undefined || fact.comparator !== '=' || fact.high !== undefined) return 'unknown';
    const above = lowClosed ? value >= low : value > low;
    return above && (highClosed ? value <= high : value < high) ? 'yes' : 'no';
  });
  const [first] = all;
  // Several values are a course, and which one counts takes a reader.
  return first && all.every((one) => one === first) ? first : 'unknown';
}
