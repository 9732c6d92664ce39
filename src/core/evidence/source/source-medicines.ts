import { classesSpokenOf, isClassOf, mainClass } from '../../facts/medications/class-words';
import type { SentenceFacts } from '../../facts/extract';
import { oncePer } from '../../once';
import type { Terminology } from '../../terminology/terminology';
import { isSameMedicine, sourceOrders } from './source-orders';
import type { SourceIndex } from './source-index';

/** What a source speaks of. */
interface Spoken {
  names: readonly string[];
  /** Classes that it speaks of without a medicine's name ("your water pill"). */
  classes: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** Medicines that a word of it may be a slip for, as transcripts have them; worked out when first needed. */
  misheard?: ReadonlySet<string>;
}

const spokenIn = oncePer((source: SourceIndex): Spoken => {
  const sentences = source.segments.flatMap((segment) => segment.sentences);
  const named = sentences.flatMap(({ medications }) => medications.map(({ name }) => name));
  const made: Spoken = {
    names: [...new Set([...sourceOrders(source).keys(), ...named])],
    classes: new Set(sentences.flatMap(({ tokens, medications }) => classesSpokenOf(tokens, medications))),
    words: new Set(sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text))),
  };
  return made;
});

/** True when a source names the medicine, or has a word that may be a slip for its name. */
export function namesMedicine(source: SourceIndex, name: string, terminology: Terminology): boolean {
  const spoken = spokenIn(source);
  if (spoken.names.some((other) => isSameMedicine(name, other, terminology))) return true;
  spoken.misheard ??= new Set(
    [...spoken.words].flatMap((word) => terminology.nearestMedication(word).map((near) => near.name)),
  );
  return spoken.misheard.has(name);
}

/** True when a source speaks of the medicine by a word that few others go by ("the blue inhaler"). */
function speaksNearlyOf(source: SourceIndex, name: string, terminology: Terminology): boolean {
  const { classes } = spokenIn(source);
  return terminology.classesOf(name).some((one) => one !== mainClass(one) && classes.has(one));
}

/** True when a source speaks of the medicine's class without naming a medicine ("something for your blood pressure"). */
export function speaksOfClassOf(source: SourceIndex, name: string, terminology: Terminology): boolean {
  const { classes } = spokenIn(source);
  return terminology.classesOf(name).some((one) => isClassOf(one, classes));
}

/** So many turns around the name of a disease may say that a vaccine against it is meant. */
const vaccineReach = 1;
const vaccineWords = /^(?:vaccin\w+|immuni[sz]\w+|shots?|jabs?|boosters?)$/;

/** "You had the flu shot. The measles one?": among vaccines, the name of the disease names the one against it. */
function speaksOfVaccine(source: SourceIndex, name: string): boolean {
  const disease = /^(.+) vaccine$/.exec(name)?.[1]?.split(' ');
  if (!disease) return false;
  const { words } = spokenIn(source);
  if (!disease.every((word) => words.has(word))) return false;
  const wordsIn = (sentences: readonly SentenceFacts[]): Set<string> =>
    new Set(sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  return source.segments.some(({ sentences }, segment) => {
    const here = wordsIn(sentences);
    if (!disease.every((word) => here.has(word))) return false;
    const near = wordsIn(source.around(segment, vaccineReach).flatMap((one) => one.sentences));
    return [...near].some((word) => vaccineWords.test(word));
  });
}

/** True when a source means the medicine: it names it, by a slip too, or speaks of it by a word that few others go by. */
export function meansMedicine(source: SourceIndex, name: string, terminology: Terminology): boolean {
  return (
    namesMedicine(source, name, terminology) ||
    speaksNearlyOf(source, name, terminology) ||
    speaksOfVaccine(source, name)
  );
}

/** True when a source may mean the medicine: it does, or speaks of its class. */
export function mayMeanMedicine(source: SourceIndex, name: string, terminology: Terminology): boolean {
  return meansMedicine(source, name, terminology) || speaksOfClassOf(source, name, terminology);
}
